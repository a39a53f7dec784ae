import CivicTime

/// What the core still knows of ended appeals. The rest is in the journal alone, so a host that
/// must refuse a reference for ever asks its store about it.
extension AppealCore {
  /// How long an ended appeal and its reference are remembered: the longest of the windows.
  public var memory: Milliseconds { tables.memory }

  /// Whether a submission at `instant` may repeat one that the core no longer knows of. O(1).
  public func mayHaveForgotten(by instant: Instant) -> Bool {
    references.count < acceptedAppeals || instant > nextExpiry
  }
}
