import CivicTime

/// Writes TZif files of version 2 as RFC 8536 describes them.
struct TZifBytes {
  var version: UInt8 = 0x32
  /// The first is in force before the first transition.
  var offsets: [Int32] = [0]
  var transitions: [(at: Int64, type: UInt8)] = []
  var leapSeconds: Int64 = 0
  var footer: String? = ""

  private func big<Integer: FixedWidthInteger>(_ value: Integer) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }

  private func header(_ counts: [Int32]) -> [UInt8] {
    Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15) + counts.flatMap(big)
  }

  var bytes: [UInt8] {
    let types = Int32(offsets.count)
    var bytes = header([0, 0, 0, 0, 1, 1]) + [0, 0, 0, 0, 0, 0, 0]
    bytes += header([0, 0, Int32(leapSeconds), Int32(transitions.count), types, 4])
    bytes += transitions.flatMap { big($0.at) } + transitions.map(\.type)
    bytes += offsets.flatMap { big($0) + [0, 0] } + Array("ABC\0".utf8)
    for leap in 0..<leapSeconds { bytes += big(78_796_800 + leap) + big(Int32(1)) }
    return bytes + (footer.map { Array("\n\($0)\n".utf8) } ?? [])
  }

  func zone() throws -> TimeZoneRules { try TimeZoneRules(tzif: bytes, name: "Test/Zone") }
}
