import AppealCore
import CivicTime
import Testing

@Suite("Memory follows the backlog")
struct MemoryTests {
  @Test("Sizes that the speed rests on")
  func sizes() {
    #expect(MemoryLayout<JournalEntry>.size <= 64)
    #expect(MemoryLayout<JournalEntry>.stride <= 64)
    #expect(AppealCore.bytesPerOpenAppeal <= 192)
    #expect(AppealCore.bytesPerTombstone <= 64)
  }

  @Test("Twenty times the history holds the same memory, and forgets all but the last windows")
  func history() throws {
    var policy = try District.policy()
    policy.windows = Windows(appraisal: .minutes(30), reopening: .minutes(10), idempotency: 0)
    var core = try AppealCore(policy: policy)
    var journal = JournalBuffer()
    var bytes: [Int] = []
    for round in 0..<20 {
      for step in 0..<5_000 {
        let count = round * 5_000 + step
        let now = Instant("03-05 09:00") + .seconds(Int64(count))
        try core.apply(.submit(UInt64(count), .noise), at: now, into: &journal)
        // Two stay open and keep their pages.
        if count > 1 {
          try core.apply(.cancel(AppealNumber(count + 1), .withdrawn), at: now, into: &journal)
        }
        journal.removeAll(keepingCapacity: true)
      }
      bytes.append(core.allocatedBytes)
    }
    core.audit()
    #expect(core.acceptedAppeals == 100_000 && core.openAppeals == 2)
    #expect(core.rememberedAppeals <= 1_801)
    #expect(bytes[19] < bytes[1] + 1_000, "empty pages are given back")
    #expect(core.view(of: 3) == nil)
    #expect(core.view(of: 1)?.status == .listed)
  }

  @Test("References: insertions and removals in any order agree with a dictionary")
  func references() {
    var random = SplitMix(seed: 5)
    var map = KeyIndex()
    var model: [UInt64: UInt32] = [:]
    for step in 1...40_000 {
      let reference = UInt64(random.below(600)) << 32
      if let number = model[reference] {
        #expect(map[reference] == number)
        if random.chance(1, in: 2) {
          map.remove(reference)
          model[reference] = nil
        }
      } else {
        #expect(map[reference] == nil)
        map.insert(reference, UInt32(step))
        model[reference] = UInt32(step)
      }
      #expect(map.count == model.count)
    }
  }
}
