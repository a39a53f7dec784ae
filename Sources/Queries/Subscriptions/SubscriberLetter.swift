import ResultFiles

/// What one subscriber gets: a short text in both languages, and the tables.
struct SubscriberLetter {
  let subscriber: String
  let parts: [Part]

  struct Part {
    var subscription: Subscription
    var table: QueryTable
  }

  var files: [(name: String, text: String)] {
    [(subscriber + ".md", letter)]
      + parts.enumerated().map { index, part in
        let twice = parts.prefix(index).filter { $0.table.id == part.table.id }.count
        let suffix = twice == 0 ? "" : "-\(twice + 1)"
        // A point, which no name of a subscriber or query holds: no two can run together.
        return ("\(subscriber).\(part.table.id)\(suffix).csv", part.table.csv())
      }
  }

  private var letter: String {
    let count = parts.count
    let opening = """
      # \(subscriber)

      您订阅了\(count)项分析,以下为各自最近一个完整周期的结果,仅含与您有关的部分。比例后括号内为95%区间与样本数。

      You subscribe to \(count) \(count == 1 ? "query" : "queries"). Below is the last whole period of \
      each, with your rows only. Behind a share stand its 95 % interval and the number it rests on.


      """
    return opening + parts.map(section).joined(separator: "\n")
  }

  private func section(_ part: Part) -> String {
    let table = part.table
    let about = part.subscription.unit ?? part.subscription.street
    let subject = about.map { " · \($0)" } ?? ""
    return """
      ## \(table.meaning.zh) \(table.meaning.en)\(subject)

      \(table.period.zh)(\(Self.cadence(part.subscription.cadence).zh))\
       \(table.period.en) (\(Self.cadence(part.subscription.cadence).en))

      \(Markdown.bilingual(table))
      """
  }

  private static func cadence(_ cadence: Subscription.Cadence) -> BilingualText {
    switch cadence {
    case .daily: BilingualText(zh: "每日", en: "daily")
    case .weekly: BilingualText(zh: "每周", en: "weekly")
    case .monthly: BilingualText(zh: "每月", en: "monthly")
    }
  }
}
