import AppealCore
import CivicTime
import Testing

@Suite("Entries as numbers")
struct EntryCodecTests {
  /// Entries of all tags, from random commands under random policies.
  private static func entries() throws -> [UInt8: [JournalEntry]] {
    var byTag: [UInt8: [JournalEntry]] = [:]
    for seed in 0..<40 {
      let policy = try RandomPolicy.forSnapshots(seed)
      try RandomDrive.run(policy, seed: UInt64(seed) &+ 3, steps: 4_000) { entries, _ in
        for entry in entries { byTag[EncodedEntry(entry).tag, default: []].append(entry) }
      }
    }
    return byTag
  }

  @Test("Every change comes back as it was, with the same chain")
  func lossless() throws {
    let byTag = try Self.entries()
    #expect(byTag.keys.sorted() == Array(1...49))
    for entry in byTag.values.joined() {
      let encoded = EncodedEntry(entry)
      let decoded = try JournalEntry(encoded)
      try #require(EncodedEntry(decoded) == encoded)
      try #require(decoded.change.text == entry.change.text && decoded.at == entry.at)
      try #require(decoded.folded(into: 7) == entry.folded(into: 7))
    }
  }

  @Test("A flipped bit is another entry, or an error")
  func flipped() throws {
    var (errors, others) = (0, 0)
    for entries in try Self.entries().values {
      for entry in entries.prefix(6) {
        for bit in 0..<(64 * 7) {
          let damaged = Self.flip(bit, EncodedEntry(entry))
          do throws(EntryError) {
            let decoded = try JournalEntry(damaged)
            #expect(EncodedEntry(decoded) == damaged)
            #expect(decoded.folded(into: 7) != entry.folded(into: 7))
            others += 1
          } catch {
            #expect(error.description.hasSuffix("."))
            errors += 1
          }
        }
      }
    }
    #expect(errors > 1_000 && others > 1_000)
  }

  private static func flip(_ bit: Int, _ entry: EncodedEntry) -> EncodedEntry {
    var entry = entry
    let mask = UInt64(1) << UInt64(bit % 64)
    switch bit / 64 {
    case 0: entry.at ^= Int64(bitPattern: mask)
    case 1: entry.meta ^= mask
    case 2: entry.first ^= mask
    case 3: entry.second ^= mask
    case 4: entry.reference ^= mask
    case 5: entry.contactAt ^= Int64(bitPattern: mask)
    default: entry.packed ^= mask
    }
    return entry
  }

  @Test("Errors say what is wrong")
  func messages() {
    func problem(_ meta: UInt64, _ first: UInt64 = 0) -> EntryError? {
      do throws(EntryError) {
        _ = try JournalEntry(EncodedEntry(at: 0, appeal: 1, meta: meta, first: first))
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(0) == .unknownTag(0))
    #expect(problem(50) == .unknownTag(50))
    #expect(problem(11 | 9 << 8) == .field(tag: 11, "node"))
    #expect(problem(11 | 7 << 8) == nil)
    #expect(problem(11 | 7 << 8, 1) == .strayBits(tag: 11))
    #expect(problem(19 | 1 << 8) == .strayBits(tag: 19))
  }
}
