import AppealCore
import CivicTime
import Testing

/// A core with its journal, driven by tables of commands with clock rows.
///
/// A row is an instant, a command and what must be journalled: entries joined by `; `, each led by
/// its instant if that is not the row's and by `#number` if it is not about the command's appeal.
/// A refusal reads `refused: …`. A row without a command only lets the clock pass.
final class Desk {
  typealias Row = (clock: String, command: Command?, journal: String)

  var core: AppealCore
  var journal = JournalBuffer()
  let policy: Policy

  init(_ policy: Policy? = nil) throws {
    self.policy = try policy ?? District.policy()
    core = try AppealCore(policy: self.policy)
  }

  /// Plays the rows; audits after each, and finally compares with a replay of the journal.
  func play(_ rows: [Row], sourceLocation: SourceLocation = #_sourceLocation) throws {
    for (position, row) in rows.enumerated() {
      let said = perform(row.command, at: Instant(row.clock))
      #expect(
        said == row.journal, "row \(position + 1): \(row.clock)", sourceLocation: sourceLocation)
      core.audit()
    }
    try expectReplay(sourceLocation: sourceLocation)
  }

  /// What one row journals, as text.
  func perform(_ command: Command?, at instant: Instant) -> String {
    let start = journal.count
    var refusal: Refusal?
    if let command {
      let before = (core.digest(), core.chain)
      do throws(Refusal) {
        try core.apply(command, at: instant, into: &journal)
      } catch {
        refusal = error
        // Alarms stand; without one, a refused command leaves no trace.
        if journal.count == start { #expect(before == (core.digest(), core.chain)) }
      }
    } else {
      while core.advance(to: instant, into: &journal) {}
    }
    var said = (start..<journal.count).map { text(of: journal[$0], command, at: instant) }
    if let refusal { said.append("refused: \(refusal.text)") }
    return said.joined(separator: "; ")
  }

  /// The fold of the journal is the state, word for word.
  func expectReplay(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let replayed = try AppealCore.replay(journal, policy: policy)
    replayed.audit()
    #expect(
      replayed.canonicalWords() == core.canonicalWords(), "replay", sourceLocation: sourceLocation)
    #expect(replayed.chain == core.chain, sourceLocation: sourceLocation)
  }

  private func text(of entry: JournalEntry, _ command: Command?, at instant: Instant) -> String {
    var text = ""
    if entry.at != instant { text += "\(entry.at.text) " }
    if entry.appeal != command?.appeal { text += "#\(entry.appeal.rawValue) " }
    return text + entry.change.text
  }
}

extension Command {
  /// The appeal a command names; none for a submission and for taking a task.
  var appeal: AppealNumber? {
    switch self {
    case .submit, .take: nil
    case .putBack(let number), .accept(let number), .signIn(let number), .handle(let number),
      .resume(let number):
      number
    case .close(let number, _): number
    case .file(let number, _): number
    case .handOver(let number, _): number
    case .dispatch(let number, _): number
    case .sendBack(let number, _): number
    case .feedback(let number, _): number
    case .verify(let number, _): number
    case .appraise(let number, _): number
    case .reopen(let number, _): number
    case .extend(let number, _): number
    case .suspend(let number, _): number
    case .cancel(let number, _): number
    case .merge(let number, _): number
    case .setMode, .changeForm: AppealNumber.none
    case .replyInstantly(let number, _), .tag(let number, _), .untag(let number, _),
      .arbitrate(let number, _), .support(let number, _), .finishSupport(let number, _),
      .settleLiability(let number, _), .callBack(let number, _), .putBackSide(let number, _),
      .adopt(let number, _):
      number
    case .withdrawSupport(let number, _): number
    case .rejectReply(let number), .dispute(let number), .chase(let number): number
    }
  }

  /// A complaint through WeChat, contacted at `contact` of the day, else long ago.
  static func submit(
    _ reference: UInt64, _ leaf: LeafID, _ nature: Nature = .complaint,
    via channel: ChannelID = .weChat, in community: CommunityID = .laokeng,
    contact: String = "03-01 00:00", telling details: Submission.Details = .usual
  ) -> Command {
    .submit(
      Submission(
        reference: reference, contactAt: Instant(contact), channel: channel, leaf: leaf,
        nature: nature, community: community), details)
  }

  static func take(_ list: ListID) -> Command { .take(list, by: StaffID(rawValue: 7)) }

  static func five(_ appeal: AppealNumber) -> Command {
    .appraise(appeal, Appraisal(speed: 5, result: 5, attitude: 5, system: 4))
  }
}

extension Refusal {
  /// As written in the source, without module names.
  fileprivate var text: String {
    "\(self)".replacing("AppealCore.", with: "").replacing("(Node.", with: "(")
      .replacing("rawValue: ", with: "")
  }
}

extension AppealNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: UInt32) { self.init(rawValue: value) }
}

extension Desk {
  /// Brings a new appeal, the first on its lists, to a unit's hands at `node`, all at one instant.
  /// Nobody else's task may be on the lists it passes.
  func bring(
    _ reference: UInt64, _ leaf: LeafID, to node: Node, at clock: String,
    unit: UnitID = .roads, in community: CommunityID = .laokeng
  ) throws {
    let instant = Instant(clock)
    func go(_ command: Command) { _ = perform(command, at: instant) }
    go(.submit(reference, leaf, in: community))
    let number = AppealNumber(core.acceptedAppeals)
    func holdsAt(_ wanted: Node) -> Bool {
      let view = core.view(of: number)
      return view?.status == .held && view?.node == wanted
    }
    while !holdsAt(node) {
      let view = try view(number)
      switch (view.status, view.node) {
      case (.listed, _): go(.take(view.list))
      case (_, .accept): go(.accept(number))
      case (_, .file): go(.file(number, leaf))
      case (_, .dispatch): go(.dispatch(number, to: unit))
      case (_, .signIn): go(.signIn(number))
      case (_, .handle): go(.handle(number))
      case (_, .feedback): go(.feedback(number, evidence: true))
      case (_, .verify): go(.verify(number, passed: true))
      case (_, .close), (_, .appraise): preconditionFailure("the appeal passed \(node)")
      }
    }
  }
}

extension Desk {
  /// The appeal, which must be in memory.
  func view(_ appeal: AppealNumber) throws -> AppealView {
    let view = core.view(of: appeal)
    return try #require(view)
  }
}
