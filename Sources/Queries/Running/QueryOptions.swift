import CivicTime

/// What the reader narrows a query to.
public struct QueryOptions: Sendable {
  /// First and last civil day; nil is the measured window.
  public var from: CivilDate?
  public var to: CivilDate?
  /// Rows shown, in place of the query's own number.
  public var top: Int?
  public var subject: Subject?

  /// Only what concerns one unit or one street.
  public enum Subject: Sendable, Hashable {
    case unit(Int), street(Int)
  }

  public init(
    from: CivilDate? = nil, to: CivilDate? = nil, top: Int? = nil, subject: Subject? = nil
  ) {
    self.from = from
    self.to = to
    self.top = top
    self.subject = subject
  }
}
