import AppealCore
import EventEngine

/// What the world waits for. At one instant crews come on duty, then work completes, then citizens
/// arrive. Small and bitwise copyable: it lies in the future event list.
enum WorldEvent: BitwiseCopyable {
  /// The next need of the demand makes contact.
  case contact
  /// A need that easier entry brought makes contact.
  case furtherContact(CaseIndex)
  /// A contact becomes a registered appeal.
  case registration(CaseIndex)
  /// The citizen asks again if the appeal is still open.
  case repeatEnquiry(AppealNumber)
  /// A head finished a task.
  case done(CrewIndex, ServerID)
  /// A wait of an appeal in hands is over, if the stamp is still its own.
  case waitOver(AppealNumber, stamp: UInt32)
  /// A crew comes on duty.
  case opening(CrewIndex)
  case appraisal(AppealNumber, Appraisal)
  /// The citizen does not accept an instant reply.
  case rejection(AppealNumber)
  case withdrawal(AppealNumber)
  /// What becomes of a suggestion is decided.
  case adoption(AppealNumber, AdoptionState)
  /// A caller calls, again or late.
  case call(CaseIndex)
  /// A caller's patience ends, if the stamp is still the call's own.
  case hangUp(CaseIndex, stamp: UInt32)
  /// An agent of a shift has done talking.
  case talkOver(CaseIndex, agents: UInt16)
  case agentsOpening(UInt16)
  case formChange
  case modeSwitch(StreetID, Mode)
}
