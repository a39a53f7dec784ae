public import CivicTime

/// One citizen's underlying need. What becomes of it (which channel, whether it is filed twice) is
/// the scenario's; the need itself is the same in every scenario.
///
/// Everything here is a function of (seed, replication, ``id``) and of the demand plan, drawn when
/// the need arises. Nothing depends on the organisation that meets it.
@frozen
public struct Need: BitwiseCopyable, Sendable {
  /// Unique within a replication, never zero, below 2⁴⁸. See ``NeedIdentifier``.
  public var id: UInt64
  /// The need at the same place that this one follows, or zero.
  public var origin: UInt64
  /// When the citizen first turns to the government.
  public var contactAt: Instant
  /// Uniform in [0, 1): ``ChannelMix`` maps it to a channel.
  public var channelMark: Double
  /// Uniform in [0, 1): when a channel read by a polling job registers the need, see
  /// ``PollingSchedule``.
  public var registrationMark: Double
  /// Uniform in [0, 1): ``FinalUnits`` maps it to the unit that can really solve the need. Needs at
  /// one place share it.
  public var unitMark: Double
  /// Uniform in [0, 1), for the world.
  public var spareMark: Double
  /// Index of the place within the community; a need that follows another has its place.
  public var site: UInt32
  /// Row of the form.
  public var leaf: UInt16
  public var street: UInt8
  public var community: UInt8
  /// 0…4: enquiry, suggestion, complaint, petition, thanks.
  public var nature: UInt8
  /// Whether it belongs to a surge such as a typhoon.
  public var isSurge: Bool

  /// A need with nothing in it, to be filled by ``NeedSource/next(into:)``.
  @inlinable
  public init() {
    id = 0
    origin = 0
    contactAt = Instant(milliseconds: 0)
    channelMark = 0
    registrationMark = 0
    unitMark = 0
    spareMark = 0
    site = 0
    leaf = 0
    street = 0
    community = 0
    nature = 0
    isSurge = false
  }

  /// Whether it repeats an earlier need at the same place.
  @inlinable
  public var isRepeat: Bool { origin != 0 }
}

/// How a need is numbered: day since 1970 (17 bits), ordinal among the day's first needs (25), and
/// a path (6) that is 1 for a first need, 2p for the prompt and 2p + 1 for the late repeat of path p.
///
/// So a number depends neither on the day a run begins nor on the repeats of other needs.
enum NeedIdentifier {
  static let ordinalsMost = 1 << 25
  static let daysMost = 1 << 17

  static func first(day: Int, ordinal: Int) -> UInt64 {
    UInt64(day) << 31 | UInt64(ordinal) << 6 | 1
  }

  /// Nil where the path is full: a fifth repeat of a repeat is not followed up.
  static func repeated(_ need: UInt64, late: Bool) -> UInt64? {
    let path = (need & 63) << 1 | (late ? 1 : 0)
    return path < 64 ? need & ~63 | path : nil
  }
}
