/// What the journal says of one appeal, gathered entry by entry.
struct AppealFacts {
  var appeal: Int64
  var isSubmitted = false
  var submitted: Int64 = 0
  var contact: Int64 = 0
  var channel: Int?
  var reportedLeaf: Int?
  /// As the post filed it, in the edition in force; until then as reported.
  var filedLeaf: Int?
  var leaf: Int?
  var nature: String?
  var community: Int?
  var lane: String?
  var workflow: Int?
  var unit: Int?
  var firstUnit: Int?
  var dispatches = 0
  var redos = 0
  var state = State.open
  var isSuspended = false
  var wasSuspended = false
  var wasExtended = false
  var due: Int64 = 0
  var limitLength: Int64 = 0
  var need: Int64?
  var citizen: Int64 = 0
  var repeatOf: Int64?
  var tags: Int64 = 0
  var campaign: Int?
  var mode: String?
  var isStructured: Bool?
  /// A low score for the result, or a call-back that found it unsolved.
  var isUnsolved = false
  var closes: [Close] = []
  /// Since when it has been open; nil while it is not.
  var openSince: Int64?
  var spans: [Span] = []
  /// A dispatch that the unit has not yet taken up.
  var waiting: Assignment?
  var reply: Reply?

  enum State: String { case open, closed, merged, cancelled }

  struct Close {
    var at: Int64
    var reopenedAt: Int64?
    /// Since a later rework has its own verdict.
    var isUnsolved = false
  }

  struct Span {
    var since: Int64
    /// Nil while open at the end of the journal.
    var until: Int64?
    /// The deadline in force all the while; none while the clock stands still.
    var due: Int64
  }

  /// An instant reply.
  struct Reply {
    var at: Int64
    var answer: Int?
    var isRejected = false
  }

  struct Assignment {
    var at: Int64
    var unit: Int?
    var list: Int?
    var nodeDue: Int64
  }

  init(appeal: Int64) { self.appeal = appeal }

  /// Citizens are told apart by their key, or by their need where the journal knows no citizen.
  var same: String? {
    guard citizen == 0 else { return "c\(citizen)/\(leaf ?? -1)/\(community ?? -1)" }
    return need.map { "n\($0)" }
  }

  /// The appeal is open no more; nil at the end of the journal.
  mutating func endSpan(at: Int64?) {
    guard let since = openSince else { return }
    spans.append(Span(since: since, until: at, due: isSuspended ? .max : due))
    openSince = nil
  }

  /// From now on another deadline holds, or none.
  mutating func cutSpan(at: Int64) {
    guard openSince != nil else { return }
    endSpan(at: at)
    openSince = at
  }

  /// The form's next edition. What was reported and filed moves along: that is nobody's mistake.
  mutating func migrate(to leaf: Int) {
    if reportedLeaf == filedLeaf { reportedLeaf = leaf }
    (filedLeaf, self.leaf) = (leaf, leaf)
  }
}
