import ResultFiles

/// Words for the codes of a journal and for the classes of numbers.
enum Vocabulary {
  struct Word: Sendable {
    var group: String
    /// A name of a case, or a number.
    var code: Code
    var text: BilingualText
  }

  enum Code: Sendable {
    case name(String)
    case number(Int)
  }

  static let words: [Word] =
    named("nature", natures) + named("node", nodes) + named("ground", grounds)
    + named("rung", rungs) + named("evidence", evidence) + named("credit", credits)
    + named("alert", alerts) + named("lane", lanes) + named("mode", modes)
    + named("side_task", sideTasks) + named("adoption", adoption)
    + classes

  private static func named(
    _ group: String, _ words: KeyValuePairs<String, (String, String)>
  ) -> [Word] {
    words.map {
      Word(group: group, code: .name($0), text: BilingualText(zh: $1.0, en: $1.1))
    }
  }

  private static let natures: KeyValuePairs = [
    "enquiry": ("咨询", "Enquiry"), "suggestion": ("建议", "Suggestion"),
    "complaint": ("投诉", "Complaint"), "petition": ("求决", "Petition"), "thanks": ("感谢", "Thanks"),
  ]

  private static let nodes: KeyValuePairs = [
    "accept": ("受理", "Accept"), "file": ("立案", "File"), "dispatch": ("派遣", "Dispatch"),
    "signIn": ("签收", "Sign in"), "handle": ("处置", "Handle"), "feedback": ("反馈", "Feedback"),
    "verify": ("核查", "Verify"), "close": ("结案", "Close"), "appraise": ("评价", "Appraise"),
  ]

  private static let grounds: KeyValuePairs = [
    "notResponsible": ("非本单位职责", "Not responsible"),
    "insufficientFacts": ("事实不清", "Insufficient facts"), "none": ("无理由", "No ground"),
    "extended": ("延期", "Extended"),
    "reclassification": ("改类", "Reclassification"), "mode": ("平战转换", "Change of mode"),
    "migration": ("表单换版", "New edition of the form"),
    "lowAppraisal": ("评价过低", "Low appraisal"), "problemReturned": ("问题复发", "Problem returned"),
    "supervision": ("督办", "Supervision"), "replyRejected": ("不接受秒回", "Reply rejected"),
    "callBack": ("回访未解决", "Unsolved by call-back"),
    "awaitingCitizen": ("待市民补充", "Awaiting the citizen"),
    "awaitingThirdParty": ("待第三方", "Awaiting a third party"),
    "litigation": ("诉讼", "Litigation"), "weather": ("天气", "Weather"),
    "withdrawn": ("市民撤回", "Withdrawn"), "outsideDistrict": ("非本区事项", "Outside the district"),
    "registeredTwice": ("重复登记", "Registered twice"),
  ]

  private static let rungs: KeyValuePairs = [
    "remind": ("催办", "Remind"), "supervise": ("督办", "Supervise"),
    "notice": ("通报", "Notice to leaders"), "account": ("问责", "Hold to account"),
  ]

  private static let evidence: KeyValuePairs = [
    "groundlessReturn": ("无理由退件(推诿)", "Return without ground (shirking)"),
    "pingPong": ("反复退件(推诿)", "Ping-pong (shirking)"),
    "untouched": ("久未处理(慢作为)", "Untouched (idling)"),
  ]

  private static let credits: KeyValuePairs = [
    "earlyClose": ("提前办结", "Early close"), "fiveStars": ("五星评价", "Five stars"),
  ]

  private static let alerts: KeyValuePairs = [
    "burst": ("集中爆发", "Burst"), "sensitive": ("敏感事项", "Sensitive"),
  ]

  private static let lanes: KeyValuePairs = [
    "deputy": ("代表委员", "Deputies"), "talent": ("人才", "Talents"),
    "vulnerable": ("困难群体", "Vulnerable groups"),
  ]

  private static let modes: KeyValuePairs = [
    "peacetime": ("平时", "Peacetime"), "emergency": ("战时", "Emergency"),
  ]

  private static let sideTasks: KeyValuePairs = [
    "support": ("多单位协办", "Support"), "liability": ("责任认定", "Liability"),
    "callBack": ("回访", "Call-back"), "chase": ("专人跟进", "Chase"),
  ]

  private static let adoption: KeyValuePairs = [
    "received": ("已收到", "Received"), "underReview": ("研究中", "Under review"),
    "adopted": ("已采纳", "Adopted"), "partlyAdopted": ("部分采纳", "Partly adopted"),
    "declined": ("未采纳", "Declined"), "implemented": ("已落实", "Implemented"),
  ]
}

/// Classes of numbers, in their order.
extension Vocabulary {
  private static let classes: [Word] =
    numbered("unit", from: Labels.noUnit, [("岗位或网格员(非单位)", "Posts and grid officers")])
    + numbered("repeated", from: 0, [("首次", "First"), ("重复", "Repeated")])
    + numbered("reported", from: 0, [("报错", "Wrong"), ("报对", "Right")])
    + numbered("structured", from: 0, [("自由文本", "Free text"), ("结构化", "Structured")])
    + numbered(
      "controllable", from: 0, [("驻区单位", "Outside the district"), ("区属单位", "Of the district")])
    + numbered("workday", from: 0, [("休息日", "Day off"), ("工作日", "Working day")])
    + numbered(
      "weekday", from: 1,
      [
        ("周一", "Monday"), ("周二", "Tuesday"), ("周三", "Wednesday"), ("周四", "Thursday"),
        ("周五", "Friday"), ("周六", "Saturday"), ("周日", "Sunday"),
      ])
    + numbered(
      "dispatches", from: 0,
      [
        ("未派遣", "None"), ("一次", "Once"), ("两次", "Twice"), ("三次", "Three times"),
        ("四次以上", "Four or more"),
      ])
    + numbered(
      "stars", from: 1,
      [
        ("一星", "1 star"), ("二星", "2 stars"), ("三星", "3 stars"), ("四星", "4 stars"),
        ("五星", "5 stars"),
      ])
    + numbered(
      "limit", from: 0,
      [
        ("1小时内", "Up to 1 h"), ("1日内", "Up to 1 day"), ("3日内", "Up to 3 days"),
        ("7日内", "Up to 7 days"), ("7日以上", "More than 7 days"),
      ])
    + numbered(
      "age", from: 0,
      [
        ("1日内", "Up to 1 day"), ("1至3日", "1 to 3 days"), ("3至7日", "3 to 7 days"),
        ("7至30日", "7 to 30 days"), ("30日以上", "More than 30 days"),
      ])
    + numbered(
      "close_time", from: 0,
      [
        ("1小时内", "Up to 1 h"), ("1至4小时", "1 to 4 h"), ("4至24小时", "4 to 24 h"),
        ("1至3日", "1 to 3 days"), ("3至7日", "3 to 7 days"), ("7日以上", "More than 7 days"),
      ])
    + numbered(
      "late_by", from: 0,
      [
        ("按时", "On time"), ("超时1日内", "Up to 1 day"), ("超时1至3日", "1 to 3 days"),
        ("超时3至7日", "3 to 7 days"), ("超时7日以上", "More than 7 days"),
      ])

  private static func numbered(
    _ group: String, from first: Int, _ words: [(String, String)]
  ) -> [Word] {
    words.enumerated().map { index, word in
      Word(
        group: group, code: .number(first + index), text: BilingualText(zh: word.0, en: word.1))
    }
  }
}
