import CivicTime
import EventEngine
import Testing

private func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds: milliseconds) }

@Suite struct ShiftPlanTests {
  @Test func stepsCountFromTheirMillisecond() throws {
    let plan = try ShiftPlan(steps: [
      .init(at: at(10), capacity: 2), .init(at: at(30), capacity: 5),
    ])
    #expect([0, 9, 10, 29, 30, 999].map { plan.capacity(at: at($0)) } == [2, 2, 2, 2, 5, 5])
    #expect(
      [0, 10, 29, 30].map { plan.nextChange(after: at($0))?.milliseconds } == [10, 30, 30, nil])
  }

  @Test func cycleRepeatsBothWays() throws {
    let steps: [ShiftPlan.Step] = [.init(at: at(10), capacity: 2), .init(at: at(30), capacity: 5)]
    let plan = try ShiftPlan(steps: steps, cycle: 50)
    for time in -200..<300 as Range<Int64> {
      let phase = ((time - 10) % 50 + 50) % 50
      #expect(plan.capacity(at: at(time)) == (phase < 20 ? 2 : 5))
      let next = try #require(plan.nextChange(after: at(time))).milliseconds
      #expect(next == time + (phase < 20 ? 20 - phase : 50 - phase))
    }
  }

  @Test func poolFollowsItsPlan() throws {
    let steps: [ShiftPlan.Step] = [.init(at: at(0), capacity: 1), .init(at: at(40), capacity: 3)]
    var pool = ServerPool<Int>(plan: try ShiftPlan(steps: steps), at: at(0), shiftEnd: .finish)
    let next = pool.nextShiftChange(after: at(0))
    #expect(next == at(40))
    pool.changeShift(at: at(40))
    let (capacity, duty) = (pool.capacity, pool.usage(until: at(100)).onDuty)
    #expect(capacity == 3 && duty == 40 + 180)
  }

  @Test func badPlansAreRefusedWithTheReason() {
    #expect(throws: ShiftPlanError.noSteps) { try ShiftPlan(steps: []) }
    #expect(throws: ShiftPlanError.negativeCapacity(step: 0, -1)) { try ShiftPlan(constant: -1) }
    let steps: [ShiftPlan.Step] = [.init(at: at(5), capacity: 1), .init(at: at(5), capacity: 2)]
    #expect(throws: ShiftPlanError.notInOrder(step: 1)) { try ShiftPlan(steps: steps) }
    let apart: [ShiftPlan.Step] = [.init(at: at(0), capacity: 1), .init(at: at(50), capacity: 2)]
    #expect(throws: ShiftPlanError.longerThanCycle(50)) { try ShiftPlan(steps: apart, cycle: 50) }
    #expect("\(ShiftPlanError.notInOrder(step: 1))".contains("Step 2"))
  }
}
