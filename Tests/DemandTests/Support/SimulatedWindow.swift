import CivicTime
import Demand

/// Counts of one replication over the days of the trace; by day and hour masked as the trace is.
struct SimulatedWindow {
  let otherByDay: [Double]
  let otherByHour: [Double]
  let batchNumbers: [Double]
  let batchSizes: [Double]
  let channels: [Int]
  let natures: [Int]
  let streets: [Int]

  static let runIn = 60

  init(
    _ pingshan: PingshanPlan, plan: DemandPlan, mix: borrowing ChannelMix, covered: [[Bool]],
    replication: UInt32
  ) throws {
    let first = CivilDate(daysSince1970: Int32(TraceWindow.firstDay - Self.runIn))
    let days = try demandDays(from: first, count: Self.runIn + TraceWindow.dayCount)
    let schedule = PollingSchedule(
      plan: pingshan.polling, days: days, seed: 11, replication: replication)
    var counts = Array(repeating: Array(repeating: 0.0, count: 24), count: TraceWindow.dayCount)
    var tallies = (
      channels: [0, 0, 0, 0, 0, 0], natures: [0, 0, 0, 0, 0], streets: [0, 0, 0, 0, 0, 0]
    )
    var seconds: [Int] = []
    var source = NeedSource(plan: plan, days: days, seed: 11, replication: replication)
    var need = Need()
    while source.next(into: &need) {
      let channel = Int(mix.channel(of: need))
      var at = need.contactAt
      let isPolled = channel == 1
      if isPolled { at = schedule.registration(contact: at, mark: need.registrationMark) }
      guard at < .distantFuture else { continue }
      let second = Int(at.milliseconds / 1_000) + 28_800
      let day = second / 86_400 - TraceWindow.firstDay
      guard (0..<TraceWindow.dayCount).contains(day) else { continue }
      let hour = second % 86_400 / 3_600
      if isPolled { seconds.append(second) } else { counts[day][hour] += 1 }
      tallies.channels[channel] += 1
      tallies.natures[Int(need.nature)] += 1
      tallies.streets[Int(need.street)] += 1
    }
    (channels, natures, streets) = tallies
    let whole = covered.indices.filter { !covered[$0].contains(false) }
    otherByDay = whole.map { counts[$0].reduce(0, +) }
    otherByHour = covered.indices.flatMap { day in
      (0..<24).filter { covered[day][$0] }.map { counts[day][$0] }
    }
    let batches = Batches.of(seconds.sorted())
    var numbers = Array(repeating: 0.0, count: TraceWindow.dayCount)
    for batch in batches { numbers[batch.first / 86_400 - TraceWindow.firstDay] += 1 }
    batchNumbers = numbers
    batchSizes = batches.map { Double($0.size) }
  }
}
