import CGSL
import RandomStreams
import Testing

@Suite struct RandomStreamTests {
  static let key = StreamKey(purpose: 3, ordinal: 2, subject: 0x1234_5678_9abc)

  @Test func keyGoesToTheCounterWords() {
    var stream = RandomStream(seed: 0x0123_4567_89ab_cdef, replication: 77, key: Self.key)
    var output = [UInt32](repeating: 0, count: 4)
    huying_philox_block(
      [0, 0x5678_9abc, 0x0302_1234, 77], [0x89ab_cdef, 0x0123_4567], &output)
    #expect(stream.bits() == UInt64(output[0]) | UInt64(output[1]) << 32)
    #expect(stream.bits() == UInt64(output[2]) | UInt64(output[3]) << 32)
  }

  @Test func uniformIsGSLsBitForBit() {
    var inline = RandomStream(seed: 1, key: Self.key)
    let library = RandomStream(seed: 1, key: Self.key)
    for _ in 0..<10_000 {
      #expect(inline.uniform() == gsl_rng_uniform(library.generator))
    }
    for _ in 0..<1000 {
      #expect(inline.uniformPositive() == gsl_rng_uniform_pos(library.generator))
    }
  }

  @Test func exponentialIsGSLsWithinRounding() {
    var inline = RandomStream(seed: 2, key: Self.key)
    let library = RandomStream(seed: 2, key: Self.key)
    for _ in 0..<100_000 {
      let expected = gsl_ran_exponential(library.generator, 2.5)
      #expect(abs(inline.exponential(mean: 2.5) - expected) <= 1e-15 * expected)
    }
  }

  /// The vector form must give the bits of the scalar one, or results would depend on the CPU.
  @Test func vectorAndScalarLogarithmAgree() {
    var inline = RandomStream(seed: 3)
    var slots = RandomStream(seed: 3)
    for _ in 0..<10_000 {
      #expect(inline.exponential(mean: 1) == huying_exponential_of_slot(slots.bits()))
    }
  }

  @Test func exponentialAtTheEndsOfItsRange() {
    #expect(huying_exponential_of_slot(0) == 0)
    #expect(huying_exponential_of_slot(0).sign == .plus)
    #expect(huying_exponential_of_slot(1 << 11) == 0x1p-53)
    #expect(abs(huying_exponential_of_slot(.max) - 53 * M_LN2) <= 1e-14)
    #expect(abs(huying_exponential_of_slot(1 << 63) - M_LN2) <= 1e-15)
  }

  @Test func drawsOfAllKindsTakeFromOneSequence() {
    var mixed = RandomStream(seed: 4)
    var plain = RandomStream(seed: 4)
    let slots = (0..<4000).map { _ in plain.bits() }
    for draw in stride(from: 0, to: 4000, by: 4) {
      #expect(mixed.uniform() == Double(slots[draw] >> 11) * 0x1p-53)
      #expect(gsl_rng_get(mixed.generator) == UInt(slots[draw + 1] >> 32))
      #expect(mixed.exponential(mean: 1) == huying_exponential_of_slot(slots[draw + 2]))
      #expect(gsl_rng_uniform(mixed.generator) == Double(slots[draw + 3] >> 11) * 0x1p-53)
    }
  }

  @Test func rekeyingReturnsToTheSameNumbers() {
    var stream = RandomStream(seed: 5, replication: 1, key: Self.key)
    let first = (0..<300).map { _ in stream.bits() }
    stream.rekey(StreamKey(purpose: 1))
    let other = (0..<300).map { _ in stream.exponential(mean: 1).bitPattern }
    stream.rekey(Self.key)
    #expect((0..<300).map { _ in stream.bits() } == first)
    stream.rekey(Self.key, replication: 2)
    #expect((0..<300).map { _ in stream.bits() } != first)
    #expect(other != first)
  }

  @Test func everyPartOfTheAddressGivesAnotherStream() {
    var seen = Set<UInt64>()
    for seed in [UInt64(0), 1, 1 << 32] {
      for replication in [UInt32(0), 1] {
        for subject in [UInt64(0), 1, 1 << 32, StreamKey.subjectMost] {
          for (purpose, ordinal) in [(UInt8(0), UInt8(0)), (0, 1), (1, 0)] {
            let key = StreamKey(purpose: purpose, ordinal: ordinal, subject: subject)
            var stream = RandomStream(seed: seed, replication: replication, key: key)
            seen.insert(stream.bits())
          }
        }
      }
    }
    #expect(seen.count == 3 * 2 * 4 * 3)
  }

  @Test func boundedIntegersAreUniform() {
    var stream = RandomStream(seed: 6)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[stream.integer(below: 7)] += 1 }
    let chiSquare = counts.reduce(0.0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
    #expect(gsl_cdf_chisq_Q(chiSquare, 6) > 1e-4)
    #expect((0..<100).allSatisfy { _ in stream.integer(below: 1) == 0 })
  }

  /// At a bound of 3·2⁶¹ a quarter of the slots must be rejected to be fair.
  @Test func boundedIntegersRejectTheUnfairSlots() {
    let bound = 3 << 61
    var stream = RandomStream(seed: 7)
    var low = 0
    for _ in 0..<30_000 where stream.integer(below: bound) < 1 << 61 { low += 1 }
    #expect(abs(low - 10_000) < 400)
  }

  @Test func bernoulliKeepsItsProbability() {
    var stream = RandomStream(seed: 8)
    var hits = 0
    for _ in 0..<100_000 where stream.bernoulli(0.3) { hits += 1 }
    #expect(abs(hits - 30_000) < 600)
    #expect(!(0..<1000).contains { _ in stream.bernoulli(0) })
    #expect((0..<1000).allSatisfy { _ in stream.bernoulli(1) })
  }

  @Test func domainErrorsDoNotEndTheProcess() {
    #expect(gsl_cdf_tdist_Pinv(0.5, 1).isFinite)
    var result = gsl_sf_result()
    #expect(gsl_sf_lngamma_e(0, &result) == Int32(GSL_EDOM))
  }
}
