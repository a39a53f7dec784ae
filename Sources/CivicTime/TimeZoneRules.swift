/// The offset of a place's wall clock from UTC, at every instant.
///
/// Made from the bytes of a TZif file (RFC 8536): its table of transitions, and past the table its
/// POSIX rule for daylight saving. A value, so two zones with the same rules are equal.
///
///     let zone = try TimeZoneRules.named("Asia/Shanghai")
///     zone.localDateTime(at: now).date
public struct TimeZoneRules: Hashable, Sendable {
  /// The name the zone was asked by, such as `Asia/Shanghai` or `+08:00`.
  public let name: String
  let initialOffset: Int
  /// Seconds UTC since 1970, ascending; each changes the offset.
  let transitions: [Int64]
  /// The offset in seconds from the transition of the same index on.
  let offsets: [Int]
  /// The last transition of the file's table, whether or not it changed the offset.
  let tableEnd: Int64
  let footer: PosixZone?

  init(
    name: String, initialOffset: Int, table: [(at: Int64, offset: Int)], footer: PosixZone?
  ) {
    self.name = name
    self.initialOffset = initialOffset
    self.footer = footer
    tableEnd = table.last?.at ?? .min
    var transitions: [Int64] = []
    var offsets: [Int] = []
    for entry in table where entry.offset != offsets.last ?? initialOffset {
      transitions.append(entry.at)
      offsets.append(entry.offset)
    }
    self.transitions = transitions
    self.offsets = offsets
  }

  /// Universal time, which never changes its offset.
  public static let utc = TimeZoneRules(name: "UTC", initialOffset: 0, table: [], footer: nil)

  /// A zone always `offsetSeconds` ahead of UTC (negative: behind).
  ///
  /// - Throws: `TimeZoneError.offsetOutOfRange` from 24 hours on.
  public static func fixed(offsetSeconds: Int) throws(TimeZoneError) -> TimeZoneRules {
    guard abs(offsetSeconds.clamped) < 86_400 else {
      throw .offsetOutOfRange(seconds: offsetSeconds)
    }
    let size = abs(offsetSeconds)
    var name = "\(offsetSeconds < 0 ? "-" : "+")\(padded(size / 3_600, to: 2))"
    name += ":\(padded(size / 60 % 60, to: 2))"
    if size % 60 != 0 { name += ":\(padded(size % 60, to: 2))" }
    return TimeZoneRules(name: name, initialOffset: offsetSeconds, table: [], footer: nil)
  }
}

extension Int {
  /// Itself, moved inside ±1,000,000 so that it can be negated.
  fileprivate var clamped: Int { Swift.min(Swift.max(self, -1_000_000), 1_000_000) }
}

extension TimeZoneRules {
  /// Seconds the wall clock is ahead of UTC at `instant`. O(log transitions).
  public func offsetSeconds(at instant: Instant) -> Int {
    let second = instant.milliseconds.flooredDivision(by: 1_000)
    if let footer, second >= tableEnd { return footer.offset(at: second) }
    let index = firstTransition(after: second)
    return index == 0 ? initialOffset : offsets[index - 1]
  }

  /// The next instant after `instant` at which the offset changes, if it ever does again.
  public func nextTransition(after instant: Instant) -> Instant? {
    let second = instant.milliseconds.flooredDivision(by: 1_000)
    let index = firstTransition(after: second)
    if index < transitions.count { return Instant(milliseconds: transitions[index] * 1_000) }
    guard let footer else { return nil }
    return footer.nextTransition(after: Swift.max(second, tableEnd)).map {
      Instant(milliseconds: $0 * 1_000)
    }
  }

  private func firstTransition(after second: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The stretches of unchanging offset that cover `start..<end`, in order.
  func segments(from start: Instant, to end: Instant) -> [OffsetSegment] {
    var segments: [OffsetSegment] = []
    var from = start
    while from < end {
      let until = Swift.min(nextTransition(after: from) ?? end, end)
      segments.append(
        OffsetSegment(
          start: from.milliseconds, end: until.milliseconds,
          offset: .seconds(Int64(offsetSeconds(at: from)))))
      from = until
    }
    return segments
  }
}
