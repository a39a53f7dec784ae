import CivicTime

/// A journal entry as numbers of fixed width, for files: tag and small fields in `meta`, the rest
/// in words that most changes leave 0. Lossless both ways.
///
///     let row = EncodedEntry(entry)
///     let entry = try JournalEntry(row)
public struct EncodedEntry: Sendable, BitwiseCopyable, Hashable {
  /// Milliseconds since 1970.
  public var at: Int64
  public var appeal: UInt32
  /// The tag of the change in the low byte, its small fields above.
  public var meta: UInt64
  public var first: UInt64
  public var second: UInt64
  /// These three are 0 for all but submissions.
  public var reference: UInt64
  public var contactAt: Int64
  public var packed: UInt64

  public init(
    at: Int64, appeal: UInt32, meta: UInt64, first: UInt64 = 0, second: UInt64 = 0,
    reference: UInt64 = 0, contactAt: Int64 = 0, packed: UInt64 = 0
  ) {
    self.at = at
    self.appeal = appeal
    self.meta = meta
    self.first = first
    self.second = second
    self.reference = reference
    self.contactAt = contactAt
    self.packed = packed
  }

  public init(_ entry: JournalEntry) {
    let words = entry.change.words
    self.init(
      at: entry.at.milliseconds, appeal: entry.appeal.rawValue, meta: words.meta,
      first: words.first, second: words.second)
    if case .submitted(let submission, _, _, _) = entry.change {
      reference = submission.reference
      contactAt = submission.contactAt.milliseconds
      packed = submission.packed
    }
  }

  /// The kind of change.
  public var tag: UInt8 { UInt8(truncatingIfNeeded: meta) }

  /// The tag of `Change.submitted`.
  public static let submissionTag: UInt8 = 1
}

/// Why numbers are no journal entry.
public enum EntryError: Error, Sendable, Equatable {
  case unknownTag(UInt8)
  /// The field that has a value without meaning.
  case field(tag: UInt8, String)
  /// Bits are set that no entry with this tag uses.
  case strayBits(tag: UInt8)
}

extension EntryError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownTag(let tag):
      "A journal entry has the unknown tag \(tag); the journal is damaged, or was written by a "
        + "newer version."
    case .field(let tag, let field):
      "A journal entry with tag \(tag) has an unknown \(field); the journal is damaged, or was "
        + "written by a newer version."
    case .strayBits(let tag):
      "A journal entry with tag \(tag) has bits set that mean nothing; the journal is damaged."
    }
  }
}
