import CivicTime

/// All rules the core decides by: data, no behaviour. Built by a scenario, checked by `validate()`.
public struct Policy: Sendable {
  public var calendar: WorkingCalendar
  public var places: Places
  public var channels: [Channel]
  public var form: Form
  public var units: [Unit]
  public var dispatch: DispatchTree
  public var workflows: [Workflow]
  public var serviceLevels: ServiceLevelTable
  public var returns: ReturnRules
  public var windows: Windows
  public var measures: Measures

  public init(
    calendar: WorkingCalendar, places: Places, channels: [Channel], form: Form, units: [Unit],
    dispatch: DispatchTree, workflows: [Workflow], serviceLevels: ServiceLevelTable,
    returns: ReturnRules, windows: Windows, measures: Measures = Measures()
  ) {
    self.calendar = calendar
    self.places = places
    self.channels = channels
    self.form = form
    self.units = units
    self.dispatch = dispatch
    self.workflows = workflows
    self.serviceLevels = serviceLevels
    self.returns = returns
    self.windows = windows
    self.measures = measures
  }
}

/// Streets and their communities.
public struct Places: Sendable, Equatable {
  public var streets: [String]
  public var communities: [Community]

  public struct Community: Sendable, Equatable {
    public var name: String
    public var street: StreetID
    public init(name: String, street: StreetID) {
      self.name = name
      self.street = street
    }
  }

  public init(streets: [String], communities: [Community]) {
    self.streets = streets
    self.communities = communities
  }
}

/// A handling unit.
public struct Unit: Sendable, Equatable {
  public var name: String
  /// Whether the district decides its staffing; utilities, telecoms and police it does not.
  public var controllable: Bool
  public init(name: String, controllable: Bool) {
    self.name = name
    self.controllable = controllable
  }
}

/// How long after close an appeal is still of concern, in elapsed milliseconds.
public struct Windows: Sendable, Equatable {
  public var appraisal: Milliseconds
  public var reopening: Milliseconds
  /// How long a reference is remembered after close, to refuse a second submission.
  public var idempotency: Milliseconds
  /// How long the adoption of a suggestion is followed after close.
  public var adoption: Milliseconds
  public init(
    appraisal: Milliseconds, reopening: Milliseconds, idempotency: Milliseconds,
    adoption: Milliseconds = .days(365)
  ) {
    self.adoption = adoption
    self.appraisal = appraisal
    self.reopening = reopening
    self.idempotency = idempotency
  }
}

/// Rules for sending an appeal back (退件).
public struct ReturnRules: Sendable, Equatable {
  /// Returns allowed for one appeal; the next is refused.
  public var limit: UInt8
  /// From this return on, the appeal goes to the top of the dispatch tree (district centre).
  public var escalateFrom: UInt8
  public init(limit: UInt8, escalateFrom: UInt8) {
    self.limit = limit
    self.escalateFrom = escalateFrom
  }
}
