import ResultFiles

/// A table of the open data: counts by a period and one other thing.
///
/// All tables meet in time alone, and months are made of days: such tables can be completed
/// independently of each other, so what one publishes says nothing about what another withholds
/// but through the totals, which are published. A table of two things without time, or of three,
/// would break that.
struct OpenDataPlan {
  var name: String
  /// From the finest to the coarsest period that may be published.
  var periods: [Dimension]
  var by: Dimension
  var measure: Measure
  var title: BilingualText

  static let all = [
    OpenDataPlan(
      name: "appeals-by-day-and-street", periods: [.day, .month], by: .street, measure: .appeals,
      title: BilingualText(zh: "诉求量:按日与街道", en: "Appeals by day and street")),
    OpenDataPlan(
      name: "appeals-by-month-and-class", periods: [.month], by: .level1, measure: .appeals,
      title: BilingualText(zh: "诉求量:按月与一级分类", en: "Appeals by month and first-level class")),
    OpenDataPlan(
      name: "appeals-by-month-and-channel", periods: [.month], by: .channel, measure: .appeals,
      title: BilingualText(zh: "诉求量:按月与渠道", en: "Appeals by month and channel")),
    OpenDataPlan(
      name: "appeals-by-month-and-nature", periods: [.month], by: .nature, measure: .appeals,
      title: BilingualText(zh: "诉求量:按月与性质", en: "Appeals by month and nature")),
    OpenDataPlan(
      name: "due-by-month-and-outcome", periods: [.month], by: .lateBy, measure: .dueCount,
      title: BilingualText(
        zh: "到期件:按月与超时长短", en: "Deadlines by month, and how late they were met")),
  ]
}
