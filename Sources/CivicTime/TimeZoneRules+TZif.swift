extension TimeZoneRules {
  /// Reads a zone from the bytes of a TZif file, version 2 or later (RFC 8536): the 64-bit table
  /// and the POSIX rule after it.
  ///
  /// - Throws: `TimeZoneError.malformed`, also for files that count leap seconds, since instants
  ///   here do not.
  public init(tzif bytes: [UInt8], name: String) throws(TimeZoneError) {
    var reader = TZifReader(bytes: bytes[...], name: name)
    let first = try reader.header()
    guard first.version >= 0x32 else { throw reader.malformed("it is of version 1") }
    try reader.skip(first.bodySize(timeSize: 4))
    let header = try reader.header()
    guard header.leapCount == 0 else { throw reader.malformed("it counts leap seconds") }
    guard header.typeCount > 0 else { throw reader.malformed("it has no local time type") }
    let body = try reader.body(header)
    self.init(
      name: name, initialOffset: body.initialOffset, table: body.table,
      footer: try reader.footer())
  }
}

/// The six counts of a TZif header.
private struct TZifHeader {
  var version: UInt8
  var isUTCount, isStandardCount, leapCount, timeCount, typeCount, characterCount: Int

  func bodySize(timeSize: Int) -> Int {
    timeCount * (timeSize + 1) + typeCount * 6 + characterCount
      + leapCount * (timeSize + 4) + isStandardCount + isUTCount
  }
}

private struct TZifReader {
  var bytes: ArraySlice<UInt8>
  let name: String

  func malformed(_ reason: String) -> TimeZoneError { .malformed(name: name, reason: reason) }

  mutating func skip(_ count: Int) throws(TimeZoneError) {
    guard bytes.count >= count else { throw malformed("it ends too early") }
    bytes = bytes.dropFirst(count)
  }

  mutating func integer(size: Int) throws(TimeZoneError) -> Int64 {
    guard bytes.count >= size else { throw malformed("it ends too early") }
    var value: UInt64 = bytes[bytes.startIndex] >= 0x80 ? .max : 0
    for byte in bytes.prefix(size) { value = value << 8 | UInt64(byte) }
    bytes = bytes.dropFirst(size)
    return Int64(bitPattern: value)
  }

  mutating func header() throws(TimeZoneError) -> TZifHeader {
    guard bytes.count >= 44, bytes.starts(with: [0x54, 0x5A, 0x69, 0x66]) else {
      throw malformed("it does not begin like a TZif file")
    }
    let version = bytes[bytes.startIndex + 4]
    try skip(20)
    var counts: [Int] = []
    for _ in 0..<6 {
      let count = try integer(size: 4)
      guard (0...1_000_000).contains(count) else { throw malformed("a count is out of range") }
      counts.append(Int(count))
    }
    return TZifHeader(
      version: version, isUTCount: counts[0], isStandardCount: counts[1], leapCount: counts[2],
      timeCount: counts[3], typeCount: counts[4], characterCount: counts[5])
  }

  mutating func body(
    _ header: TZifHeader
  ) throws(TimeZoneError) -> (initialOffset: Int, table: [(at: Int64, offset: Int)]) {
    guard bytes.count >= header.bodySize(timeSize: 8) else { throw malformed("it ends too early") }
    var times: [Int64] = []
    for _ in 0..<header.timeCount {
      let time = try integer(size: 8)
      guard time > times.last ?? .min, abs(Double(time)) < 1e15 else {
        throw malformed("its transitions are out of order")
      }
      times.append(time)
    }
    let types = bytes.prefix(header.timeCount)
    try skip(header.timeCount)
    var offsets: [Int] = []
    for _ in 0..<header.typeCount {
      let offset = try integer(size: 4)
      guard abs(offset) < 93_600 else { throw malformed("an offset is out of range") }
      offsets.append(Int(offset))
      try skip(2)
    }
    var table: [(at: Int64, offset: Int)] = []
    for (time, type) in zip(times, types) {
      guard type < offsets.count else { throw malformed("a type is out of range") }
      table.append((time, offsets[Int(type)]))
    }
    try skip(header.characterCount + header.isStandardCount + header.isUTCount)
    return (offsets[0], table)
  }

  mutating func footer() throws(TimeZoneError) -> PosixZone? {
    guard bytes.first == 0x0A, let end = bytes.dropFirst().firstIndex(of: 0x0A) else {
      throw malformed("it has no footer")
    }
    let rule = bytes[(bytes.startIndex + 1)..<end]
    if rule.isEmpty { return nil }
    guard let footer = PosixZone(parsing: String(decoding: rule, as: UTF8.self)) else {
      throw malformed("its POSIX rule is not understood")
    }
    return footer
  }
}
