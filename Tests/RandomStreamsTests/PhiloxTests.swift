import CGSL
import Testing

/// The published vectors of Philox4x32-10 (Random123, `kat_vectors`).
@Suite struct PhiloxTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let id: String
    let counter: [UInt32]
    let key: [UInt32]
    let output: [UInt32]
    var testDescription: String { id }
  }

  static let vectors = [
    Vector(
      id: "RNG-6", counter: [0, 0, 0, 0], key: [0, 0],
      output: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
    Vector(
      id: "all ones", counter: [.max, .max, .max, .max], key: [.max, .max],
      output: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
    Vector(
      id: "RNG-7", counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
      key: [0xa409_3822, 0x299f_31d0],
      output: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]),
  ]

  @Test(arguments: vectors)
  func blockMatchesPublishedVector(_ vector: Vector) {
    var output = [UInt32](repeating: 0, count: 4)
    huying_philox_block(vector.counter, vector.key, &output)
    #expect(output == vector.output)
  }

  @Test func slotsAreTheBlocksInOrder() throws {
    let seed: UInt64 = 0x299f_31d0_a409_3822
    let stream = try #require(huying_stream_allocate(seed))
    defer { huying_stream_free(stream) }
    stream.pointee.philox.counter.2 = 0x0370_7344
    huying_philox_rekey(huying_stream_philox(stream), 0x85a3_08d3, 0x1319_8a2e)
    var output = [UInt32](repeating: 0, count: 4)
    for draw in 0..<1000 {
      let counter = [UInt32(draw / 2), 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344]
      huying_philox_block(counter, [0xa409_3822, 0x299f_31d0], &output)
      let first = draw % 2 * 2
      let expected = UInt64(output[first]) | UInt64(output[first + 1]) << 32
      #expect(huying_philox_slot(huying_stream_philox(stream)) == expected)
    }
  }
}
