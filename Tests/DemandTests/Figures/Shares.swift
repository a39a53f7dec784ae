/// A share of each of several kinds of row.
struct Shares {
  let names: [String]
  let counts: [Int]

  var total: Int { counts.reduce(0, +) }
  var shares: [Double] { counts.map { Double($0) / Double(total) } }

  init(_ names: [String], of values: some Sequence<String?>) {
    self.names = names
    var counts: [String: Int] = [:]
    for case let value? in values { counts[value, default: 0] += 1 }
    self.counts = names.map { counts[$0] ?? 0 }
  }
}

/// The channels of the trace, in the order of the tables.
enum TraceChannel {
  static let all: [(id: String, zh: String, en: String)] = [
    ("wechat", "@坪山", "WeChat @Pingshan"),
    ("hotline_12345", "12345", "Hotline 12345"),
    ("mailbox", "政府信箱", "Government mailbox"),
    ("beautiful_shenzhen", "美丽深圳", "Beautiful Shenzhen app"),
    ("hotline_12319", "12319", "City management hotline 12319"),
    ("landline", "固话投诉", "Landline complaints"),
  ]

  static let natures: [(id: String, zh: String, en: String)] = [
    ("enquiry", "咨询", "Enquiry"), ("suggestion", "建议", "Suggestion"),
    ("complaint", "投诉", "Complaint"), ("petition", "求决", "Petition"),
    ("thanks", "感谢", "Thanks"),
  ]
}
