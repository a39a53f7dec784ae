/// Every key that a scenario may hold: the one source of the validator, the loader and the schema.
enum Catalogue {
  static let document: [Key] =
    heading + [
      Key("calendar", .group(calendar), .usual("{}"), "工作日历", "Working days and hours."),
      Key("window", .group(window), .required, "统计时段", "The days that are measured."),
      Key("places", .group(places), .required, "街道与社区", "Streets and communities."),
      Key("form", .group(form), .required, "一张表单", "The form in force."),
      Key("demand", .group(demand), .required, "需求", "What citizens need, and how often."),
      Key("channels", .named(channel), .required, "渠道", "Intake channels."),
      Key(
        "legacy_channels", .group(legacyChannels), .usual("{}"), "改革前的零散渠道",
        "Scattered channels of before the reform."),
      Key("dispatch", .group(dispatch), .required, "分拨", "How appeals are dispatched."),
      Key(
        "classification", .group(classification), .usual("{}"), "分类与派单准确性",
        "How well categories and units are found."),
      Key("workflows", .group(workflows), .usual("{}"), "办理流程", "Workflows and their rules."),
      Key("service_levels", .group(serviceLevels), .required, "办理时限", "Time limits."),
      Key("returns", .group(returns), .usual("{}"), "退件规则", "Rules for sending back."),
      Key("windows", .group(windows), .usual("{}"), "结案后期限", "What may follow a close."),
      Key("staff", .group(staff), .required, "人员排班", "Who works when."),
      Key("units", .group(units), .required, "处置单位", "How units handle."),
      Key("verification", .group(verification), .usual("{}"), "核查", "How results are verified."),
      Key("citizens", .group(citizens), .usual("{}"), "市民行为", "What citizens do."),
      Key(
        "call_answering", .group(callAnswering), .optional, "接听岗位",
        "A post that answers calls before they are registered; its agents stand in the roster."),
      Key("measures", .group(measures), .usual("{}"), "改革举措", "Measures; each is off if absent."),
      Key(
        "participation", .group(participation), .usual("{}"), "举措的参与",
        "What people do with the measures; nobody takes part unless it says so."),
      Key(
        "effects", .group(effects), .usual("{}"), "举措的行为效应",
        "How people respond to the measures; neutral unless it says so."),
      Key("costs", .group(costs), .usual("{}"), "成本", "What hours cost."),
    ]

  /// Keys that say what a document is and change nothing in its plan.
  static let headingNames: Set<String> = ["extends", "kind", "id", "title", "summary"]

  private static let heading: [Key] = [
    Key(
      "extends", .references, .optional, "所依据的情景文件",
      "Scenario, or scenarios, on which this one is laid."),
    Key(
      "kind", .choice(["scenario", "explanation"]), .usual("scenario"), "文件种类",
      "A scenario, or an explanation that is laid over any scenario."),
    Key("id", .text(.name), .required, "编号", "Short name, unique among what is compared."),
    Key("title", .words, .required, "标题", "Title."),
    Key("summary", .words, .required, "摘要", "One sentence on what it says."),
  ]

  /// All parameters, with the paths of their keys; items of lists as `*`.
  static func parameters(
    _ keys: [Key] = document, under path: String = ""
  ) -> [(path: String, key: Key, rule: ParameterRule)] {
    keys.flatMap { key -> [(path: String, key: Key, rule: ParameterRule)] in
      let path = path.isEmpty ? key.name : "\(path).\(key.name)"
      return switch key.shape {
      case .parameter(let rule), .distribution(let rule): [(path, key, rule)]
      case .group(let keys): parameters(keys, under: path)
      case .named(let keys): parameters(keys, under: path + ".*")
      case .pairs(.parameter(let rule)): [(path + ".*", key, rule)]
      default: []
      }
    }
  }
}
