import AppealCore
import CivicTime
import Testing

/// Journals that somebody changed: whatever is in them, retracing ends with a reason or a sound core.
@Suite("Journals from elsewhere")
struct RetraceTests {
  static let policies = RandomCommandTests.isLong ? 400 : 24
  static let forgeries = RandomCommandTests.isLong ? 2_000 : 250

  /// A journal of random commands.
  private static func journal(_ seed: Int, _ policy: Policy) throws -> [EncodedEntry] {
    var encoded: [EncodedEntry] = []
    try RandomDrive.run(policy, seed: UInt64(seed) &+ 0xF00D, steps: 700) { entries, _ in
      encoded += entries.map { EncodedEntry($0) }
    }
    return encoded
  }

  @Test("No forgery stops the process", arguments: 0..<policies)
  func forged(_ seed: Int) throws {
    let policy = try RandomPolicy.forSnapshots(seed)
    let entries = try Self.journal(seed, policy)
    var forger = Forger(random: SplitMix(seed: UInt64(seed) &+ 99))
    var (taken, refused, undecoded) = (0, 0, 0)
    for _ in 0..<Self.forgeries {
      // What comes long after the change has no part in it.
      let place = forger.random.below(entries.count)
      var changed = Array(entries.prefix(place + 12))
      for _ in 0...forger.random.below(2) { forger.change(&changed, near: place) }
      var journal = JournalBuffer()
      for entry in changed {
        guard let decoded = try? JournalEntry(entry) else { break }
        journal.append(decoded)
      }
      if journal.count < changed.count { undecoded += 1 }
      var core = try AppealCore(policy: policy)
      if let misstep = core.retrace(journal) {
        refused += 1
        try #require(misstep.position < journal.count && !misstep.reason.isEmpty)
      } else {
        taken += 1
      }
      // An instant is whole when all that is due by then has rung.
      while core.advance(to: core.now, into: &journal) {}
      core.audit()
    }
    #expect(refused > Self.forgeries / 2 && taken > 0 && undecoded > 0)
  }

  @Test("What is taken is what evolving makes of it", arguments: 0..<4)
  func batches(_ seed: Int) throws {
    let policy = try RandomPolicy.forSnapshots(seed)
    let entries = try Self.journal(seed, policy)
    var whole = JournalBuffer()
    var evolved = try AppealCore(policy: policy)
    for entry in entries {
      whole.append(try JournalEntry(entry))
      evolved.evolve(try JournalEntry(entry))
    }
    var core = try AppealCore(policy: policy)
    #expect(core.retrace(whole) == nil)
    #expect(core.canonicalWords() == evolved.canonicalWords() && core.chain == evolved.chain)
  }

  @Test("A misstep is named")
  func named() throws {
    let desk = try Desk()
    desk.pass("03-05 09:00", .submit(1, .rubbish), .take(.longtianPost), .accept(1))
    try #require(desk.journal.count == 3)
    func misstep(_ change: (inout EncodedEntry) -> Void, at position: Int) throws -> Misstep? {
      var journal = JournalBuffer()
      for place in 0..<desk.journal.count {
        var entry = EncodedEntry(desk.journal[place])
        if place == position { change(&entry) }
        journal.append(try JournalEntry(entry))
      }
      var core = try AppealCore(policy: desk.policy)
      return core.retrace(journal)
    }
    #expect(try misstep({ _ in }, at: 0) == nil)
    let other = "the rules lead to another entry there"
    #expect(try misstep({ $0.appeal += 5 }, at: 0) == Misstep(position: 0, reason: other))
    #expect(try misstep({ $0.meta |= 60_000 << 8 }, at: 0)?.position == 0)
    #expect(
      try misstep({ $0.packed |= 60_000 << 16 }, at: 0)
        == Misstep(position: 0, reason: "its command is refused (unknownLeaf)"))
    #expect(
      try misstep({ $0.at -= 1 }, at: 2) == Misstep(position: 2, reason: "it goes back in time"))
    #expect(try misstep({ $0.appeal = 7 }, at: 2)?.reason.contains("refused") == true)
    #expect(
      try misstep({ ($0.meta, $0.first) = (36, 0) }, at: 2)?.reason
        == "neither an alarm nor a command brings it about")
  }
}

/// Changes entries as somebody would who can compute the chain anew.
private struct Forger {
  var random: SplitMix

  mutating func change(_ entries: inout [EncodedEntry], near place: Int) {
    let place = min(place + random.below(3), entries.count - 1)
    switch random.below(10) {
    case 0: entries.remove(at: place)
    case 1: entries.insert(entries[random.below(entries.count)], at: place)
    case 2: entries.swapAt(place, random.below(entries.count))
    case 3: entries[place].meta = entries[place].meta & ~0xFF | UInt64(1 + random.below(49))
    case 4: entries[place].appeal = UInt32(random.below(12))
    default: flip(&entries[place])
    }
    if entries.isEmpty { entries = [EncodedEntry(at: 0, appeal: 1, meta: 19)] }
  }

  /// One bit, or a small number in place of a field.
  private mutating func flip(_ entry: inout EncodedEntry) {
    let mask = UInt64(1) << UInt64(random.below(64))
    switch random.below(9) {
    case 0: entry.at ^= Int64(bitPattern: mask)
    case 1, 2: entry.meta ^= mask & 0xFFFF_FFFF
    case 3: entry.meta = entry.meta & 0xFF | UInt64(random.below(6)) << 8
    case 4: entry.first ^= mask
    case 5: entry.second ^= mask
    case 6: entry.reference ^= mask
    case 7: entry.contactAt ^= Int64(bitPattern: mask)
    default: entry.packed ^= mask & 0xFF_FFFF_FFFF_FFFF
    }
  }
}
