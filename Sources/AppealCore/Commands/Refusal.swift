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
  /// `StaffID.none` takes nothing.
  case unknownStaff
  /// The appeal stands at another node.
  case wrongNode(Node)
  /// Nobody holds the task, so nobody can complete it.
  case notInHands
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
  case mergeIntoItself, mergeAcrossCategories, mergeAcrossCommunities
  /// The policy has no such measure.
  case notInForce
  /// The channel asks for more than was submitted.
  case incomplete(missing: Traits)
  case citizenOutOfRange
  /// The posts may not hand over this way.
  case handOverNotAllowed
  /// A first handler needs a ground to be relieved.
  case groundRequired
  /// The one return awaits the decision of the top post.
  case awaitsArbitration, nothingToArbitrate
  /// Repair first: the unit may dispute, but not send back.
  case repairFirst
  case alreadyDisputed
  /// It is the lead unit itself, or supports already, or as many support as may.
  case cannotSupport
  /// Supporting units have not joined yet.
  case supportPending
  case unknownSideTask
  case unknownTag, alreadyTagged, notTagged
  case unknownAnswer
  /// The answer is for another leaf or nature, or there is no original to answer by.
  case answerDoesNotFit
  /// It was not answered by an instant reply.
  case notReplied
  /// The citizen did not accept an instant reply, and gets no other.
  case replyRejected
  case notASuggestion
  case adoptionOutOfOrder(AdoptionState)
  case unknownStreet
  case alreadyInMode
}
