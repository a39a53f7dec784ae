/// What a record of the snapshot tells. The raw values are part of the file format: never renumber
/// them.
public enum RecordKind: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// Counters, the newest instant and the journal's chain; id 0.
  case system = 1
  /// An open appeal with its support and chase tasks; id: its number.
  case open = 2
  /// A closed appeal that is remembered; id: its number.
  case closed = 3
  /// A liability case or a call-back, which outlive the close; id: number × 65,536 + list.
  case sideTask = 4
  /// A ledger, and the cases that routing learned of a unit; id: units by number, then posts, then
  /// the grid officers of each street.
  case unit = 5
  /// A street's mode, and when listed categories came lately; id: its number.
  case area = 6
  /// Submissions of one class in one community lately; id: class × communities + community.
  case burst = 7
  /// A citizen's submission within the window of duplicates; id: the appeal's number.
  case contact = 8
  /// What routing has learned; id: 0 for weights, else 1 + the ordinal of a class of cases.
  case routing = 9
}

/// Names one record of a snapshot. Keys are ordered by kind, then id.
public struct RecordKey: Hashable, Sendable, BitwiseCopyable, Comparable {
  public var kind: RecordKind
  /// Below 2⁵⁶.
  public var id: UInt64

  @inlinable
  public init(_ kind: RecordKind, _ id: UInt64 = 0) {
    self.kind = kind
    self.id = id
  }

  /// A key from a file; nil for a kind or an id that no record has.
  @inlinable
  public init?(kind: Int64, id: Int64) {
    guard let raw = UInt8(exactly: kind), let known = RecordKind(rawValue: raw),
      id >= 0, id < 1 << 56
    else { return nil }
    self.init(known, UInt64(id))
  }

  /// Kind and id in one word, in the order of keys.
  @inlinable public var word: UInt64 { UInt64(kind.rawValue) << 56 | id }

  @inlinable
  public static func < (a: RecordKey, b: RecordKey) -> Bool { a.word < b.word }
}

extension RecordKey: CustomStringConvertible {
  public var description: String { "\(kind) \(id)" }
}
