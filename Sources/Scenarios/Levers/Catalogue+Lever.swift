/// What a lever's document may hold.
extension Catalogue {
  static let lever: [Key] =
    leverHeading + [
      Key(
        "structure", .group(leverBody), .usual("{}"), "结构性改变",
        "Keys of a scenario: what changes by decision alone."),
      Key(
        "behaviour", .group(leverBody), .usual("{}"), "人们的反应(假设)",
        "Assumed parameters of a scenario, each {assumed: …, range: […]}: how people respond."),
    ]

  static let leverHeading: [Key] = [
    Key("kind", .choice(["lever"]), .required, "文件种类", "A lever, laid over any scenario."),
    Key("id", .text(.name), .required, "编号", "Short name, unique among the levers."),
    Key("title", .words, .required, "标题", "Title."),
    Key("summary", .words, .required, "摘要", "One sentence on what it changes."),
    Key(
      "rows", .list(.integer(1...26)), .usual("[]"), "对应的举措编号",
      "Rows of the inventory of measures for which it stands."),
    Key(
      "needs", .list(.text(.name)), .usual("[]"), "前提措施",
      "Levers without which this one makes no sense."),
    Key(
      "changes_limits", .flag, .usual("false"), "是否改变自身时限",
      "Whether it moves own limits by other keys than service_levels."),
    Key(
      "effect", .choice(["none"]), .optional, "模拟中无效应",
      "`none`: switches something on that changes no figure of a simulation."),
  ]

  /// Keys that a lever may set: all of a scenario but its heading and its days, which are the same
  /// with and without it.
  static let leverBody = document.filter {
    !headingNames.contains($0.name) && $0.name != "window"
  }
}
