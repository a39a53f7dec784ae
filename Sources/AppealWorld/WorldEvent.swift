import AppealCore
import EventEngine

/// What the world waits for. At one instant crews come on duty, then work completes, then citizens
/// arrive. Small and bitwise copyable: it lies in the future event list.
enum WorldEvent: BitwiseCopyable {
  /// The next need of the demand makes contact.
  case contact
  /// A contact becomes a registered appeal.
  case registration(CaseIndex)
  /// The citizen asks again if the appeal is still open.
  case repeatEnquiry(AppealNumber)
  /// A head finished a task.
  case done(CrewIndex, ServerID)
  /// Waiting outside the staff's control is over.
  case outsideOver(CaseIndex)
  /// The unit starts, as is its habit, on what it signed for earlier.
  case habitualStart(CaseIndex, CrewIndex)
  /// A crew comes on duty.
  case opening(CrewIndex)
  case appraisal(AppealNumber, Appraisal)
}
