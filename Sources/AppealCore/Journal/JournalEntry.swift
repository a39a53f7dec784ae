import CivicTime

/// One fact about one appeal. Replaying the entries rebuilds the state byte for byte.
public struct JournalEntry: Sendable, BitwiseCopyable {
  public var at: Instant
  public var appeal: AppealNumber
  public var change: Change

  @inlinable
  public init(at: Instant, appeal: AppealNumber, change: Change) {
    self.at = at
    self.appeal = appeal
    self.change = change
  }
}

/// What an entry says happened.
public enum Change: Sendable, BitwiseCopyable {
  /// Registered and put on a post's list; both clocks run.
  case submitted(Submission, list: ListID, due: Instant, nodeDue: Instant)
  case taken(list: ListID, by: StaffID)
  case putBack(list: ListID)
  /// A node was completed; the task stays in the same hands, at the next node.
  case advanced(from: Node, to: Node, nodeDue: Instant)
  /// A node was completed; the task went to another performer's list.
  case passed(from: Node, to: Node, list: ListID, nodeDue: Instant)
  /// The category is registered; `workflow` indexes `Policy.workflows`.
  case filed(LeafID, workflow: UInt8, next: Node, nodeDue: Instant)
  case handedOver(from: ListID, to: ListID)
  case dispatched(UnitID, next: Node, list: ListID, nodeDue: Instant)
  case sentBack(UnitID, ReturnGround, list: ListID, nodeDue: Instant)
  /// Verification failed: the lead unit does it again.
  case redone(UnitID, list: ListID, nodeDue: Instant)
  case closed(Node)
  case appraised(Appraisal)
  case reopened(ReopenGround, list: ListID, due: Instant, nodeDue: Instant)
  case deadlineChanged(DeadlineGround, due: Instant)
  /// The clocks stop; the task is on no list and in nobody's hands until it is resumed.
  case suspended(SuspensionGround)
  /// Back on the list it was on or taken from.
  case resumed(due: Instant, nodeDue: Instant)
  case cancelled(CancelGround)
  /// Leaves lists, hands and clocks; an entry of its own, `closed` or `cancelled`, follows when the
  /// other ends.
  case merged(into: AppealNumber)
  /// The overall clock ran out; once per appeal and deadline.
  case breached
  /// A node's clock ran out; once per visit of the node.
  case nodeBreached(Node)
}
