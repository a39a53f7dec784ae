import ResultFiles

/// What is counted. Each falls into a period by an instant of its own: an appeal by its
/// registration, timeliness by the deadline, a close, return or rung by when it happened.
public enum Measure: String, CaseIterable, Sendable {
  // Intake
  case appeals
  case ofAll = "of_all"
  case delay = "registration_delay"
  case misreported
  case repeats
  case repeatShare = "repeat_share"
  case duplicates, merged, unmerged
  // Timeliness
  case dueCount = "due"
  case onTime = "on_time"
  case late
  case lateDays = "late_days"
  case dueExtended = "due_extended"
  case dueSuspended = "due_suspended"
  case breaches
  case nodeBreaches = "node_breaches"
  // Speed
  case closed
  case median = "median_hours"
  case slowest = "p90_hours"
  case withinDay = "within_day"
  case dispatchMedian = "dispatch_median_hours"
  case dispatchSlowest = "dispatch_p90_hours"
  // Flow
  case assigned
  case firstRight = "first_right"
  case returns
  case returnShare = "return_share"
  case groundless, arbitrations, upheld, redos
  case redoShare = "redo_share"
  case reopened, extensions, suspensions, cancelled
  case handOvers = "hand_overs"
  case tasks
  case putBacks = "put_backs"
  case migrated, disputed, planned
  case withdrawn = "support_withdrawn"
  // Backlog
  case open, overdue
  case oldest = "oldest_days"
  case meanAge = "mean_age_days"
  // What a chief answers for
  case response, solution
  case cameBack = "came_back"
  case satisfaction, answers
  case answerShare = "answer_share"
  // Appraisal
  case stars, speed, result, attitude, system, dissatisfied
  // Ladder
  case rungs, reminders, supervisions, notices, accounts
  case heldToAccount = "held_to_account"
  case evidenceCount = "evidence_count"
  case shirking, idling, credits, points
  case alerts, letters
  case modeChanges = "mode_changes"
  // Answers, side tasks, suggestions, campaigns
  case instant
  case instantRejected = "instant_rejected"
  case instantShare = "instant_share"
  case sideOpened = "side_opened"
  case sideDone = "side_done"
  case solvedByCall = "solved_by_call"
  case joined = "joined_campaign"
  case suggestionStates = "suggestion_states"
  case adopted
}

/// What a number means, for people and for printing.
public enum MeasureUnit: String, Sendable {
  case count, share, hours, days, stars, points
}

/// How a measure is computed over the observations of a group.
struct MeasureSpec: Sendable {
  var streams: [Stream]
  var unit: MeasureUnit
  /// SQL aggregate over `o` and `f`.
  var value: String
  /// SQL aggregate: how many observations a share, mean or quantile rests on; nil for counts.
  var size: String?
  var title: BilingualText

  init(
    _ streams: [Stream], _ unit: MeasureUnit, _ value: String, size: String? = nil, _ zh: String,
    _ en: String
  ) {
    self.streams = streams
    self.unit = unit
    self.value = value
    self.size = size
    title = BilingualText(zh: zh, en: en)
  }

  /// The number of observations of a stream, those that fulfil a condition.
  static func count(
    _ stream: Stream, where condition: String? = nil, _ zh: String, _ en: String
  ) -> MeasureSpec {
    MeasureSpec([stream], .count, counting(stream, condition), zh, en)
  }

  /// Of the observations of a stream `among`, the share that fulfils a condition.
  static func share(
    _ stream: Stream, where condition: String, among: String? = nil, _ zh: String, _ en: String
  ) -> MeasureSpec {
    let all = counting(stream, among)
    let both = among.map { "(\($0)) AND (\(condition))" } ?? condition
    return MeasureSpec(
      [stream], .share, "\(counting(stream, both)) * 1.0 / nullif(\(all), 0)", size: all, zh, en)
  }

  static func mean(
    _ stream: Stream, _ unit: MeasureUnit, of value: String = "o.value",
    where condition: String? = nil,
    _ zh: String, _ en: String
  ) -> MeasureSpec {
    MeasureSpec(
      [stream], unit, "avg(\(value)) \(filter(stream, condition))",
      size: counting(stream, condition), zh, en)
  }

  static func quantile(
    _ stream: Stream, _ share: Double, where condition: String? = nil, _ zh: String, _ en: String
  ) -> MeasureSpec {
    MeasureSpec(
      [stream], .hours, "quantile(o.value, \(share)) \(filter(stream, condition))",
      size: counting(stream, condition), zh, en)
  }

  static func counting(_ stream: Stream, _ condition: String?) -> String {
    "count(*) \(filter(stream, condition))"
  }

  private static func filter(_ stream: Stream, _ condition: String?) -> String {
    "FILTER (WHERE o.stream = \(stream.rawValue)\(condition.map { " AND (\($0))" } ?? ""))"
  }
}
