/// What a document of load may hold.
extension Catalogue {
  static let load: [Key] = [
    Key("kind", .choice(["load"]), .required, "文件种类", "A load to be driven against a store."),
    Key("id", .text(.name), .required, "编号", "Short name."),
    Key("title", .words, .required, "标题", "Title."),
    Key(
      "model", .choice(LoadDocument.Model.allCases.map(\.rawValue)), .usual("open"), "负载模型",
      "open: commands at Poisson times; even: without chance; shaped: as the scenario's days; "
        + "trace: as a trace's appeals arrived; closed: users who wait for answers."),
    Key(
      "stages", .list(.group(loadStage)), .usual("[]"), "负载阶段",
      "Stretches of load; needed for open, even and closed."),
    Key(
      "seconds", .number(1...2_592_000), .optional, "时长(秒)",
      "How long to drive a shaped or traced load."),
    Key(
      "compression", .number(0.001...1e9), .optional, "时间加速倍数",
      "How many virtual seconds pass in one second: shaped and trace."),
    Key(
      "think_seconds", .number(0...86_400), .usual("1"), "平均思考时间(秒)",
      "Mean of the exponential time for which a user thinks: closed."),
    Key(
      "trace", .text(.free), .optional, "数据文件",
      "CSV file, gzip or plain, beside which path it is named: trace."),
    Key(
      "mapping", .text(.free), .optional, "字段说明文件",
      "What the columns of the trace mean; `huying:` names a shipped document."),
    Key(
      "patience_seconds", .number(0...3_600), .usual("1"), "等待空位的时限(秒)",
      "How far behind its start a command may fall before it is dropped for want of room."),
    Key(
      "fail_if", .list(.text(.free)), .usual("[]"), "失败条件",
      "Conditions under which the run fails, such as `submit.p99 > 50ms`."),
  ]

  static let loadStage: [Key] = [
    Key(
      "kind", .choice(["warmup", "ramp", "hold", "step", "spike", "soak"]), .required, "阶段种类",
      "What it is for; a warmup is not held against the conditions."),
    Key("name", .text(.name), .optional, "名称", "Its name in results; kind and position if absent."),
    Key(
      "level", .number(0...10_000_000), .required, "水平",
      "Accepts per second at its end; users in a closed model."),
    Key(
      "from", .number(0...10_000_000), .optional, "起始水平",
      "The same at its beginning; the level itself if absent."),
    Key("seconds", .number(0.001...2_592_000), .required, "时长(秒)", "How long it lasts."),
  ]
}
