import AppealCore
import CivicTime
import RandomStreams

/// People who take tasks from the same work lists.
public struct Team: Sendable {
  /// Id that a roster row names, e.g. `district-centre`.
  public var id: String
  public var title: String
  public var role: Role
  /// Lists this team serves; it takes the most pressing first task among them.
  public var lists: [ListID]
  public var shifts: [Shift]
  /// Hands-on hours for one task at a post or a verification; units have their own (`UnitBehaviour`).
  public var effort: Distribution
  /// Hours lost when the next task is on another list than the last (accounts to log into; 0 = neutral).
  public var switchingHours: Double
  /// Paid per hour in office hours; 0 when rates are not given.
  public var rate: Double

  /// A street post's staff also take from the merged list while their street is in emergency
  /// (pooled, 平战一体).
  public var pools = false

  public enum Role: Sendable, Equatable {
    case dispatch, unit(UnitID), verify
    /// Side tasks only: liability, call-backs, chasers.
    case desk
  }

  public init(
    id: String, title: String, role: Role, lists: [ListID], shifts: [Shift],
    effort: Distribution, switchingHours: Double, rate: Double
  ) {
    self.id = id
    self.title = title
    self.role = role
    self.lists = lists
    self.shifts = shifts
    self.effort = effort
    self.switchingHours = switchingHours
    self.rate = rate
  }
}

/// Heads on the same working hours.
public struct Shift: Sendable {
  public var name: String
  /// When these heads work; effort is working time of this calendar.
  public var calendar: WorkingCalendar
  public var heads: Int
  /// Share of paid time at hand for appeals: absence, training and other duties are the rest.
  public var availability: Double
  /// After-hours duty: takes only urgent tasks (rank 0).
  public var urgentOnly: Bool
  /// Hours paid for one hour of a head: more than 1 where capacity is bought by the hour.
  public var paid: Double
  /// Paid multiple of the team's rate (overtime, night).
  public var premium: Double

  public init(
    name: String, calendar: WorkingCalendar, heads: Int, availability: Double, urgentOnly: Bool,
    premium: Double, paid: Double = 1
  ) {
    self.name = name
    self.calendar = calendar
    self.heads = heads
    self.availability = availability
    self.urgentOnly = urgentOnly
    self.premium = premium
    self.paid = paid
  }
}
