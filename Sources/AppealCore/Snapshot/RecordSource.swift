/// Gives the records of a snapshot one after another, in ascending order of their keys.
public protocol RecordSource: ~Copyable {
  /// The next record: appends its words to `words`, which are empty, and returns its key; nil after
  /// the last.
  ///
  /// - Throws: `RestoreError.unreadable`, if the source fails.
  mutating func next(into words: inout RecordWords) throws(RestoreError) -> RecordKey?
}

/// Why a core cannot be restored.
public enum RestoreError: Error, Sendable, Equatable {
  /// The policy cannot be used.
  case policy(PolicyError)
  /// A record cannot be part of any state under the policy, or contradicts another: what is wrong.
  case corrupt(RecordKey, String)
  /// A record that every state has is not there.
  case missing(RecordKey)
  /// The source of the records failed: its own words.
  case unreadable(String)
}

extension RestoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .policy(let error): error.description
    case .corrupt(let key, let fault):
      "Record \(key) of the snapshot is corrupt: \(fault); restore a backup, or rebuild the "
        + "snapshot from the journal."
    case .missing(let key):
      "Record \(key) of the snapshot is missing; restore a backup, or rebuild the snapshot from "
        + "the journal."
    case .unreadable(let problem): problem
    }
  }
}
