import AppealCore
import CivicTime
import Testing

/// Damaged records: restoring throws, or gives a core that keeps all invariants and works on.
@Suite("Damaged snapshots")
struct CorruptionTests {
  static let trials = RandomCommandTests.isLong ? 40_000 : 1_500

  @Test(
    "Flipped bits, odd words, lost and exchanged records never stop the process",
    arguments: 0..<(RandomCommandTests.isLong ? 60 : 12))
  func damage(_ seed: Int) throws {
    let policy = try RandomPolicy.forSnapshots(seed)
    var random = SplitMix(seed: UInt64(seed) &+ 4_711)
    let shelf = try Self.shelf(policy, seed: seed, commands: 1_500 + random.below(1_500))
    var refused: [String: Int] = [:]
    var accepted = 0
    for _ in 0..<Self.trials {
      var source = ShelfSource(shelf)
      for _ in 0...random.below(3) { Self.damage(&source, &random) }
      do throws(RestoreError) {
        var core = try AppealCore(policy: policy, restoring: &source)
        core.audit()
        accepted += 1
        if accepted % 8 == 0 { Self.work(&core, policy, seed) }
      } catch {
        #expect("\(error)".hasSuffix("."))
        refused["\(error)".split(separator: ":").last.map(String.init) ?? "", default: 0] += 1
      }
    }
    let count = refused.values.reduce(0, +)
    #expect(count > Self.trials / 4, "most damage shows: \(count) of \(Self.trials)")
    #expect(refused.count >= 10, "in many ways: \(refused)")
  }

  private static func shelf(_ policy: Policy, seed: Int, commands: Int) throws -> RecordShelf {
    var source = RandomCommands(seed: UInt64(seed) &+ 0x5EED, policy: policy)
    var core = try AppealCore(policy: policy)
    var journal = JournalBuffer()
    var now = RandomCommands.start
    for _ in 0..<commands {
      let instant = source.instant(after: now, core)
      now = max(now, instant)
      _ = SnapshotTests.apply(source.command(core), instant, &core, &journal)
      for position in 0..<journal.count { source.learn(journal[position]) }
      journal.removeAll(keepingCapacity: true)
    }
    return RecordShelf(of: core)
  }

  /// One of the kinds first, so that the many do not hide the few.
  private static func damage(_ source: inout ShelfSource, _ random: inout SplitMix) {
    let kinds = Set(source.rows.map(\.key.kind)).sorted { $0.rawValue < $1.rawValue }
    guard !kinds.isEmpty else { return }
    let kind = random.pick(kinds)
    let rows = source.rows.indices.filter { source.rows[$0].key.kind == kind }
    let row = random.pick(rows)
    let count = source.rows[row].words.count
    switch random.below(count == 0 ? 3 : 24) {
    case 0: source.rows.remove(at: row)
    case 1: source.rows[row].words.append(random.next())
    case 2: source.rows.swapAt(row, random.pick(rows))
    case 3: source.rows[row].words.removeLast()
    case 4: source.rows[row].key.id = UInt64(random.below(200))
    case 5: source.rows[row].words = source.rows[random.pick(rows)].words
    case 6..<10:
      let values: [UInt64] = [0, .max, 1, 1 << 63, UInt64(Int64.max), random.next()]
      source.rows[row].words[random.below(count)] = random.pick(values)
    case 10..<13:
      let other = source.rows[random.pick(rows)].words
      if !other.isEmpty { source.rows[row].words[random.below(count)] = random.pick(other) }
    default: source.rows[row].words[random.below(count)] ^= 1 << UInt64(random.below(64))
    }
  }

  private static func work(_ core: inout AppealCore, _ policy: Policy, _ seed: Int) {
    var source = RandomCommands(seed: UInt64(seed) &+ 9, policy: policy)
    source.reference = 1 << 20
    for number in 1...max(1, core.acceptedAppeals) {
      if let view = core.view(of: AppealNumber(number)), view.isOpen {
        source.open.append(AppealNumber(number))
      }
      if number > 2_000 { break }
    }
    var journal = JournalBuffer()
    var now = core.now
    for _ in 0..<60 {
      let instant = source.instant(after: now, core)
      now = max(now, instant)
      _ = SnapshotTests.apply(source.command(core), instant, &core, &journal)
      for position in 0..<journal.count { source.learn(journal[position]) }
      journal.removeAll(keepingCapacity: true)
    }
    core.audit()
  }
}

@Suite("Snapshots that do not belong")
struct RestoreErrorTests {
  private func message(_ change: (inout ShelfSource) -> Void) throws -> String {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    var source = ShelfSource(RecordShelf(of: desk.core))
    change(&source)
    do throws(RestoreError) {
      let core = try AppealCore(policy: desk.policy, restoring: &source)
      return "restored with \(core.acceptedAppeals)"
    } catch {
      return error.description
    }
  }

  private func row(_ kind: RecordKind, _ source: ShelfSource) -> Int {
    source.rows.firstIndex { $0.key.kind == kind } ?? 0
  }

  private let end = "; restore a backup, or rebuild the snapshot from the journal."

  @Test("Errors name the record and what is wrong with it")
  func messages() throws {
    #expect(try message { _ in } == "restored with 1")
    #expect(try message { $0.rows = [] } == "Record system 0 of the snapshot is missing" + end)
    #expect(
      try message { $0.rows.removeFirst() } == "Record system 0 of the snapshot is missing" + end)
    #expect(
      try message { $0.rows.remove(at: row(.unit, $0) + 1) }
        == "Record unit 1 of the snapshot is missing" + end)
    #expect(
      try message { $0.rows.removeLast() } == "Record area 1 of the snapshot is missing" + end)
    #expect(
      try message { $0.rows.swapAt(1, 2) }
        == "Record open 1 of the snapshot is corrupt: it comes twice, or out of order" + end)
    #expect(
      try message { $0.rows[row(.open, $0)].words[14] = .max }
        == "Record open 1 of the snapshot is corrupt: an appeal of no category" + end)
    #expect(
      try message { $0.rows[0].words[0] = 9 }
        == "Record system 0 of the snapshot is corrupt: it has another format" + end)
  }
}
