import ResultFiles

/// What rows are grouped by. Any measure can be grouped by any of them; where an observation does
/// not know the answer, its row is left blank.
public enum Dimension: String, CaseIterable, Sendable {
  // What it is about
  case leaf, level1, level2, nature, lane, workflow, limit, reported, structured
  // Where
  case community, street
  // When
  case contactHour = "contact_hour"
  case hour, weekday, day, week, month, workday
  // Who
  case unit
  case firstUnit = "first_unit"
  case controllable, staff, post, liable, body
  // By which way
  case channel, repeated, tag, campaign, mode
  // What happened
  case dispatches, node, ground, rung, evidence, credit, alert, answer
  case sideTask = "side_task"
  case adoption
  case newMode = "new_mode"
  // How it came out
  case stars, age
  case closeTime = "close_time"
  case lateBy = "late_by"
}

/// How a dimension is read from the tables of facts, and how its keys are named.
struct DimensionSpec: Sendable {
  enum Names: Sendable {
    /// The key is the text.
    case text
    /// Rows of `temp.name` of this kind: labels of the journal or words of the vocabulary.
    case named(String)
  }

  /// SQL of the key over `o` (observation), `f` (fact), `d` (day), `t` (tagged).
  var key: String
  var names: Names
  var title: BilingualText
  /// Rows stand in the order of the key unless a query says otherwise.
  var isOrdered = false

  init(
    _ key: String, _ names: Names, _ zh: String, _ en: String, isOrdered: Bool = false
  ) {
    self.key = key
    self.names = names
    self.title = BilingualText(zh: zh, en: en)
    self.isOrdered = isOrdered
  }
}

extension Dimension {
  var spec: DimensionSpec {
    switch self {
    case .leaf, .level1, .level2, .nature, .lane, .workflow, .limit, .reported, .structured:
      aboutSpec
    case .community: DimensionSpec("f.community", .named("community"), "社区", "Community")
    case .street:
      DimensionSpec(
        "coalesce(f.street, iif(o.stream = \(Stream.modeChanged.rawValue), o.detail, NULL))",
        .named("street"), "街道", "Street")
    case .contactHour, .hour, .weekday, .day, .week, .month, .workday: timeSpec
    case .unit, .firstUnit, .controllable, .staff, .post, .liable, .body: whoSpec
    case .channel, .repeated, .tag, .campaign, .mode: waySpec
    case .dispatches, .node, .ground, .rung, .evidence, .credit, .alert, .answer, .sideTask,
      .adoption, .newMode:
      happenedSpec
    case .stars, .age, .closeTime, .lateBy: outcomeSpec
    }
  }

  private var aboutSpec: DimensionSpec {
    switch self {
    case .level1: DimensionSpec("f.level1", .text, "一级分类", "Class")
    case .level2: DimensionSpec("f.level1 || ' / ' || f.level2", .text, "二级分类", "Second level")
    case .nature: DimensionSpec("f.nature", .named("nature"), "性质", "Nature")
    case .lane: DimensionSpec("f.lane", .named("lane"), "专用通道", "Lane")
    case .workflow: DimensionSpec("f.workflow", .named("workflow"), "流程", "Workflow")
    case .limit:
      DimensionSpec(
        Buckets.sql("f.limit_length / 3600000.0", [1, 24, 72, 168]), .named("limit"), "时限", "Limit",
        isOrdered: true)
    case .reported:
      DimensionSpec(
        "f.reported_leaf = f.filed_leaf", .named("reported"), "所报类别", "Category as reported")
    case .structured:
      DimensionSpec("f.structured", .named("structured"), "提交方式", "Way of submission")
    default: DimensionSpec("f.leaf", .named("leaf"), "三级分类", "Category")
    }
  }

  private var timeSpec: DimensionSpec {
    switch self {
    case .contactHour:
      DimensionSpec("f.contact_hour", .text, "反映时刻(时)", "Hour of contact", isOrdered: true)
    case .hour: DimensionSpec("o.hour", .text, "时刻(时)", "Hour", isOrdered: true)
    case .weekday: DimensionSpec("d.weekday", .named("weekday"), "星期", "Weekday", isOrdered: true)
    case .week: DimensionSpec("d.week", .text, "周", "Week", isOrdered: true)
    case .month: DimensionSpec("d.month", .text, "月", "Month", isOrdered: true)
    case .workday:
      DimensionSpec("d.working", .named("workday"), "工作日", "Kind of day", isOrdered: true)
    default: DimensionSpec("d.date", .text, "日期", "Day", isOrdered: true)
    }
  }

  private var whoSpec: DimensionSpec {
    switch self {
    case .firstUnit:
      DimensionSpec("f.first_unit", .named("unit"), "首派单位", "Unit first dispatched to")
    case .controllable:
      DimensionSpec(
        "(SELECT controllable FROM temp.unit_fact WHERE unit = coalesce(o.unit, f.unit))",
        .named("controllable"), "单位类别", "Kind of unit")
    case .staff: DimensionSpec("o.staff", .named("staff"), "人员", "Staff")
    case .post: DimensionSpec("o.list", .named("list"), "工作台", "Work list")
    case .liable: DimensionSpec("o.detail", .named("unit"), "责任单位", "Liable unit")
    case .body: DimensionSpec("o.subject", .named("body"), "监督部门", "Oversight body")
    default: DimensionSpec("coalesce(o.unit, f.unit)", .named("unit"), "处置单位", "Unit")
    }
  }

  private var waySpec: DimensionSpec {
    switch self {
    case .repeated:
      DimensionSpec("f.repeat_of IS NOT NULL", .named("repeated"), "重复", "First or repeated")
    case .tag: DimensionSpec("t.tag", .named("tag"), "标签", "Tag")
    case .campaign: DimensionSpec("f.campaign", .named("campaign"), "专项行动", "Campaign")
    case .mode: DimensionSpec("f.mode", .named("mode"), "平战状态", "Mode at submission")
    default: DimensionSpec("f.channel", .named("channel"), "渠道", "Channel")
    }
  }

  private var happenedSpec: DimensionSpec {
    switch self {
    case .dispatches:
      DimensionSpec(
        "min(f.dispatches, 4)", .named("dispatches"), "派遣次数", "Dispatches", isOrdered: true)
    case .node: DimensionSpec("o.kind", .named("node"), "节点", "Node")
    case .ground: DimensionSpec("o.kind", .named("ground"), "理由", "Ground")
    case .rung: DimensionSpec("o.kind", .named("rung"), "督办级别", "Rung")
    case .evidence: DimensionSpec("o.kind", .named("evidence"), "证据", "Evidence")
    case .credit: DimensionSpec("o.kind", .named("credit"), "加分事由", "Reason of credit")
    case .alert: DimensionSpec("o.kind", .named("alert"), "预警", "Alert")
    case .answer: DimensionSpec("o.subject", .named("answer"), "答复", "Answer")
    case .sideTask: DimensionSpec("o.kind", .named("side_task"), "协办事项", "Side task")
    case .newMode: DimensionSpec("o.kind", .named("mode"), "转入状态", "New mode")
    default: DimensionSpec("o.kind", .named("adoption"), "采纳状态", "State of adoption")
    }
  }

  private var outcomeSpec: DimensionSpec {
    switch self {
    case .stars:
      // Whole stars reached: five are four times five.
      DimensionSpec("CAST(o.value AS INTEGER)", .named("stars"), "星级", "Stars", isOrdered: true)
    case .age:
      DimensionSpec(
        Buckets.sql("o.value", [1, 3, 7, 30]), .named("age"), "在办时长", "Age", isOrdered: true)
    case .closeTime:
      DimensionSpec(
        Buckets.sql("o.value", [1, 4, 24, 72, 168]), .named("close_time"), "办结用时",
        "Time to close", isOrdered: true)
    default:
      DimensionSpec(
        "iif(o.value = 1, 0, 1 + \(Buckets.sql("o.detail / 86400000.0", [1, 3, 7])))",
        .named("late_by"), "超时长短", "Late by", isOrdered: true)
    }
  }
}

/// Classes of a number, by their upper bounds.
enum Buckets {
  /// 0 up to and with the first bound, 1 up to the second, and so on.
  static func sql(_ value: String, _ bounds: [Int]) -> String {
    let cases = bounds.enumerated().map { "WHEN \(value) <= \($1) THEN \($0)" }
    return "CASE \(cases.joined(separator: " ")) ELSE \(bounds.count) END"
  }
}
