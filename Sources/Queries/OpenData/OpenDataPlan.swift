import ResultFiles

/// A table of the open data: counts by a period and one other thing.
///
/// All tables meet in time alone, and months are made of days: such tables can be completed
/// independently of each other, so what one publishes says nothing about what another withholds
/// but through the totals, which are published. A table of two things without time, or of three,
/// would break that; so would days joined across the end of a month.
struct OpenDataPlan {
  /// From the finest to the coarsest period that may be published.
  var periods: [Dimension]
  var by: Dimension
  var measure: Measure
  /// What is counted, and by what; the period stands between them.
  var counted: BilingualText
  var thing: BilingualText

  /// `appeals-by-day-and-street`, of the period that was used.
  func name(_ period: Dimension) -> String {
    "\(counted.en.lowercased())-by-\(period.rawValue)-and-\(word)"
  }

  func title(_ period: Dimension, isJoined: Bool = false) -> BilingualText {
    let (zh, en) = period == .day ? ("日", "day") : ("月", "month")
    return BilingualText(
      zh: "\(counted.zh):按\(zh)与\(thing.zh)" + (isJoined ? "(部分相邻日合并)" : ""),
      en: "\(counted.en) by \(en) and \(thing.en)"
        + (isJoined ? " (some days put together with the next)" : ""))
  }

  /// Of the second key, in names of files.
  var word: String

  static let all = [
    appeals([.day, .month], .street, "street", "街道", "street"),
    appeals([.month], .level1, "class", "一级分类", "first-level class"),
    appeals([.month], .channel, "channel", "渠道", "channel"),
    appeals([.month], .nature, "nature", "性质", "nature"),
    OpenDataPlan(
      periods: [.month], by: .lateBy, measure: .dueCount,
      counted: BilingualText(zh: "到期件", en: "Due"),
      thing: BilingualText(zh: "超时长短", en: "how late they were met"), word: "outcome"),
  ]

  private static func appeals(
    _ periods: [Dimension], _ by: Dimension, _ word: String, _ zh: String, _ en: String
  ) -> OpenDataPlan {
    OpenDataPlan(
      periods: periods, by: by, measure: .appeals,
      counted: BilingualText(zh: "诉求量", en: "Appeals"),
      thing: BilingualText(zh: zh, en: en), word: word)
  }
}
