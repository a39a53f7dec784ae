/// The name of one random stream within a replication: what it is drawn for, and for whom.
///
/// Two streams with different keys are independent; one key always gives the same numbers. So a
/// scenario that changes something else meets the same subjects (common random numbers).
@frozen
public struct StreamKey: Hashable, Sendable {
  /// The largest subject: it has 48 bits.
  public static let subjectMost: UInt64 = 1 << 48 - 1

  /// What the numbers are for, such as the attributes of a need. The owner of the purposes keeps
  /// them in an enum of raw type `UInt8`.
  public let purpose: UInt8
  /// Which of several streams of one purpose and subject.
  public let ordinal: UInt8
  /// Whom the numbers are for, such as a need or a day; 48 bits.
  public let subject: UInt64

  /// - Precondition: `subject` is at most ``subjectMost``.
  @inlinable
  public init(purpose: UInt8, ordinal: UInt8 = 0, subject: UInt64 = 0) {
    precondition(subject <= Self.subjectMost, "the subject of a stream has 48 bits")
    self.purpose = purpose
    self.ordinal = ordinal
    self.subject = subject
  }

  /// Takes the purpose from an enum.
  @inlinable
  public init(_ purpose: some RawRepresentable<UInt8>, ordinal: UInt8 = 0, subject: UInt64 = 0) {
    self.init(purpose: purpose.rawValue, ordinal: ordinal, subject: subject)
  }

  /// Word 1 of the Philox counter: the low 32 bits of the subject.
  @inlinable
  package var counterWord1: UInt32 { UInt32(truncatingIfNeeded: subject) }

  /// Word 2 of the Philox counter: purpose 8 bits, ordinal 8, high 16 of the subject.
  @inlinable
  package var counterWord2: UInt32 {
    UInt32(purpose) << 24 | UInt32(ordinal) << 16 | UInt32(truncatingIfNeeded: subject >> 32)
  }
}
