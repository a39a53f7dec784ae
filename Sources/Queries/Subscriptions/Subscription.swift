import CivicTime

/// Who wants the result of which query, about which unit or street, and how often.
public struct Subscription: Sendable, Equatable {
  public var subscriber: String
  public var query: String
  /// Name or number; at most one of both.
  public var unit: String?
  public var street: String?
  public var cadence: Cadence
  /// Where it stands in its file.
  public var line: Int

  public enum Cadence: String, Sendable, CaseIterable {
    case daily, weekly, monthly

    /// The last whole period that ends by `last`, which is known to its end.
    func period(endingBy last: CivilDate) -> ClosedRange<CivilDate> {
      let next = last.advanced(by: 1)
      switch self {
      case .daily: return last...last
      case .weekly: return next.firstOfWeek.advanced(by: -7)...next.firstOfWeek.advanced(by: -1)
      case .monthly:
        let end = next.firstOfMonth.advanced(by: -1)
        return end.firstOfMonth...end
      }
    }
  }
}
