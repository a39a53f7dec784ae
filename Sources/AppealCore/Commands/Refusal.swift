/// Why a command was refused. Small and bitwise copyable: a refusal costs no allocation.
public enum Refusal: Error, Sendable, BitwiseCopyable, Equatable {
  /// The command's instant lies before the core's.
  case timeWentBack
  case unknownChannel, unknownLeaf, unknownCommunity, unknownUnit, unknownList, unknownAppeal
  /// The channel is closed; the successor takes the appeal.
  case channelClosed(successor: ChannelID)
  /// Contact after registration.
  case contactInTheFuture
  /// The reference was submitted before, as this appeal.
  case duplicateReference(AppealNumber)
  case listEmpty
  /// The appeal stands at another node.
  case wrongNode(Node)
  /// Nobody holds the task, so nobody can complete it.
  case notInHands
  /// The task is held, not on a list.
  case alreadyInHands
  case alreadyClosed, notClosed, suspended, notSuspended
  /// The unit may not send this appeal back (again).
  case returnNotAllowed
  case evidenceRequired
  case alreadyAppraised
  case appraisalWindowOver, reopeningWindowOver
  case extensionNotAllowed
  case invalidScore
  case notAPost
  /// Only this post dispatches to the unit: hand the appeal over to it.
  case unitOfAnotherPost(ListID)
  /// The appeal was cancelled: there is no result to appraise and nothing to reopen.
  case endedWithoutResult
  /// The instant, or a deadline that follows from it, lies beyond the working calendar.
  case outsideCalendar
  case mergeIntoItself, mergeAcrossCategories
}
