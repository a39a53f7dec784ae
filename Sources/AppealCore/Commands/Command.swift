import CivicTime

/// Everything a host may ask of the core. A refused command changes nothing.
public enum Command: Sendable, BitwiseCopyable {
  /// A channel registers an appeal: it goes to a post's work list.
  case submit(Submission, Submission.Details = .usual)
  /// A member of staff takes the first task of a list; the journal says which appeal.
  case take(ListID, by: StaffID)
  /// The holder puts the task back on its list, undone.
  case putBack(AppealNumber)
  case accept(AppealNumber)
  /// Registers the category; the workflow follows from the rules.
  case file(AppealNumber, LeafID)
  /// Up, down or across to another dispatch post.
  case handOver(AppealNumber, to: ListID)
  /// Names the lead unit.
  case dispatch(AppealNumber, to: UnitID)
  case signIn(AppealNumber)
  /// 退件: the unit sends the appeal back to the centre.
  case sendBack(AppealNumber, ReturnGround)
  /// Handling is done.
  case handle(AppealNumber)
  case feedback(AppealNumber, evidence: Bool)
  /// A failed verification sends the appeal back to its lead unit (redo).
  case verify(AppealNumber, passed: Bool)
  /// Where the workflow has no node of feedback, the evidence comes with the close.
  case close(AppealNumber, evidence: Bool = false)
  case appraise(AppealNumber, Appraisal)
  case reopen(AppealNumber, ReopenGround)
  /// One more span, counted from the present deadline.
  case extend(AppealNumber, by: Target)
  /// 挂账: the clocks stop, and the task leaves its list or its holder's hands.
  case suspend(AppealNumber, SuspensionGround)
  /// The clocks run on with what was left, and the task is back on its list.
  case resume(AppealNumber)
  /// Ends the appeal without a result. What was merged into it ends too if it lies outside the
  /// district, else the first goes on in its place.
  case cancel(AppealNumber, CancelGround)
  /// 并案: the first closes with the second and stays countable.
  case merge(AppealNumber, into: AppealNumber)

  /// 秒回: closes the appeal, unless somebody has filed it already.
  case replyInstantly(AppealNumber, AnswerID)
  /// The citizen does not accept an instant reply.
  case rejectReply(AppealNumber)
  case tag(AppealNumber, TagID)
  case untag(AppealNumber, TagID)
  /// The top of the tree decides on the one return of a first handler.
  case arbitrate(AppealNumber, upheld: Bool)
  /// A supporting unit gets a part, beside the lead unit.
  case support(AppealNumber, by: UnitID)
  case finishSupport(AppealNumber, UnitID)
  /// A supporting unit was asked in error.
  case withdrawSupport(AppealNumber, UnitID)
  /// 先抢修: the unit repairs, and disputes that it was its duty.
  case dispute(AppealNumber)
  case settleLiability(AppealNumber, liable: UnitID)
  case callBack(AppealNumber, solved: Bool)
  /// The chaser of a dedicated lane has done its round.
  case chase(AppealNumber)
  /// The holder puts a side task back on its list, undone.
  case putBackSide(AppealNumber, ListID)
  case adopt(AppealNumber, AdoptionState)
  case setMode(StreetID, Mode)
  /// The next edition of the form comes into force.
  case changeForm
}
