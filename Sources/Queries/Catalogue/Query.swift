import ResultFiles

/// A named question: dimensions, measures, an order, and what they mean in one line.
public struct Query: Sendable {
  public var id: String
  public var group: QueryGroup
  public var meaning: BilingualText
  public var by: [Dimension]
  public var measures: [Measure]
  public var order: Order
  /// Rows shown; nil is all.
  public var top: Int?
  /// Rows whose first measure rests on fewer observations are left out.
  public var least: Int
  public var only: Condition?
  /// Shows the last whole period of the window beside the one before.
  public var comparing: Period?

  public enum Order: Sendable, Equatable {
    /// By the first key, then by the second key or the first measure.
    case key
    case descending(Measure)
    case ascending(Measure)
  }

  public enum Period: Sendable { case week, month }

  /// What a query leaves out; each is a fixed piece of SQL.
  public enum Condition: Sendable {
    case repeats, suggestions, wronglySent

    var sql: String {
      switch self {
      case .repeats: "f.repeat_of IS NOT NULL"
      case .suggestions: "f.nature = 'suggestion'"
      case .wronglySent: "f.unit <> f.first_unit"
      }
    }
  }

  init(
    _ id: String, _ group: QueryGroup, _ zh: String, _ en: String, by: [Dimension] = [],
    _ measures: [Measure], order: Order? = nil, top: Int? = nil, least: Int = 0,
    only: Condition? = nil, comparing: Period? = nil
  ) {
    self.id = id
    self.group = group
    meaning = BilingualText(zh: zh, en: en)
    self.by = by
    self.measures = measures
    let isOrdered = by.first?.spec.isOrdered ?? true
    self.order = order ?? (isOrdered ? .key : .descending(measures[0]))
    self.top = top
    self.least = least
    self.only = only
    self.comparing = comparing
  }
}

/// Chapters of the catalogue.
public enum QueryGroup: String, CaseIterable, Sendable {
  case type, place, time, unit, flow, channel, repeats, tags, ladder, appraisal, answers, backlog
  case chief, change

  public var title: BilingualText {
    switch self {
    case .type: BilingualText(zh: "类型", en: "What it is about")
    case .place: BilingualText(zh: "道路与社区、片区", en: "Roads, communities, areas")
    case .time: BilingualText(zh: "时间", en: "When")
    case .unit: BilingualText(zh: "处置单位", en: "Units")
    case .flow: BilingualText(zh: "流程", en: "Flow of work")
    case .channel: BilingualText(zh: "渠道", en: "Channels")
    case .repeats: BilingualText(zh: "重复", en: "Repeats")
    case .tags: BilingualText(zh: "标签与专项", en: "Tags and campaigns")
    case .ladder: BilingualText(zh: "督办与激励", en: "Ladder and credits")
    case .appraisal: BilingualText(zh: "评价", en: "Appraisal")
    case .answers: BilingualText(zh: "秒回、协办与建议", en: "Answers, side tasks, suggestions")
    case .backlog: BilingualText(zh: "积压与用时", en: "Backlog and time taken")
    case .chief: BilingualText(zh: "主要负责人", en: "What a chief answers for")
    case .change: BilingualText(zh: "环比", en: "Period over period")
    }
  }
}
