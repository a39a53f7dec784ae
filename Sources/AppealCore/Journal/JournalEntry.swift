import CivicTime

/// One fact about one appeal, or about the whole system under `AppealNumber.none`. Replaying the entries rebuilds the state byte for byte.
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
  /// The other ended for its citizen alone: back on its list, with all that was merged beside it.
  case unmerged(from: AppealNumber, list: ListID, nodeDue: Instant)
  /// The overall clock ran out; once per appeal and deadline.
  case breached
  /// A node's clock ran out; once per visit of the node.
  case nodeBreached(Node)

  /// Follows `submitted` where the channel told more than the fields.
  case described(Submission.Details)
  /// Tags that it has from now on …
  case tagged(TagSet)
  /// … and no longer.
  case untagged(TagSet)
  /// Counts with a campaign; `CampaignID.none` after a corrected category took it out.
  case joinedCampaign(CampaignID)
  /// The same citizen, leaf and community as an earlier one.
  case duplicateFound(of: AppealNumber)
  /// `closed` follows.
  case repliedInstantly(AnswerID)
  /// A supporting unit waits for its turn (serial).
  case supportPlanned(UnitID)
  /// On a list from now on.
  case sideTaskOpened(SideTaskKind, list: ListID, due: Instant)
  case sideTaskTaken(list: ListID, by: StaffID)
  case sideTaskPutBack(list: ListID)
  /// `outcome`: the liable unit; 1 for solved at a call-back; else 0.
  case sideTaskDone(SideTaskKind, list: ListID, outcome: UInt16)
  /// A supporting unit was asked in error.
  case supportWithdrawn(UnitID)
  /// A first handler was relieved, or not and leads on.
  case arbitrated(UnitID, upheld: Bool)
  /// The unit repairs, and disputes that it was its duty.
  case disputed(UnitID)
  /// A rung of the ladder; once per appeal until it is reopened.
  case rung(Rung, UnitID, StaffID)
  case evidence(EvidenceKind, UnitID, StaffID)
  /// Evidence against the unit reached the threshold; once between two bulletins.
  case heldToAccount(UnitID, StaffID)
  /// As `rung`, `evidence` and `heldToAccount`, while the task lies with a post or with grid officers.
  case listRung(Rung, ListID, StaffID)
  case listEvidence(EvidenceKind, ListID, StaffID)
  case listHeldToAccount(ListID, StaffID)
  case credited(UnitID, CreditReason, points: UInt8)
  case alertRaised(AlertKind)
  case letterIssued(OversightID)
  case adoption(AdoptionState)
  /// The leaf in the edition that came into force.
  case migrated(LeafID)

  /// Of the whole system: an area's mode, and whether somebody said so.
  case modeChanged(StreetID, Mode, byCommand: Bool)
  case formChanged
  /// The bulletin of this number went out; ledgers start anew.
  case bulletin(UInt32)
}
