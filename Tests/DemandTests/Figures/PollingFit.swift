import Demand

/// What the trace says of the polling job.
struct PollingFit {
  let outageStart: Double
  let outageEnd: Double
  let offDayActive: Double
  /// Batches of a day with the job, without those of a recovery.
  let batchesPerDay: Double
  let recoveryPagesPerDay: Double
  /// Batches by hour, those of a recovery left out.
  let hours: [Int]

  /// A batch as large as this is a page of the recovery, or more than one.
  static let fullPage = 20
  /// The most that one fetch has brought.
  static let pageMost = 30

  init(_ window: TraceWindow) {
    let sizes = window.batchSizes
    let active = sizes.map { !$0.isEmpty }
    var outages = (begun: 0.0, runs: 0.0, ended: 0.0, lasts: 0.0)
    var before: Bool?
    var off = (active: 0.0, all: 0.0)
    for (day, kind) in window.classes.enumerated() {
      guard kind.isWorkingDay, kind != .makeUp else {
        off = (off.active + (active[day] ? 1 : 0), off.all + 1)
        continue
      }
      if before == true { outages.runs += 1 }
      if before == true, !active[day] { outages.begun += 1 }
      if before == false { outages.lasts += 1 }
      if before == false, active[day] { outages.ended += 1 }
      before = active[day]
    }
    outageStart = outages.begun / outages.runs
    outageEnd = outages.ended / outages.lasts
    offDayActive = off.active / off.all

    let full = sizes.map { $0.filter { $0 >= Double(Self.fullPage) } }
    let ordinaryDays = sizes.indices.filter { sizes[$0].count > full[$0].count }
    let ordinary = ordinaryDays.reduce(0) { $0 + sizes[$1].count - full[$1].count }
    batchesPerDay = Double(ordinary) / Double(ordinaryDays.count)
    let pages = full.joined().reduce(0) { $0 + ($1 / Double(Self.pageMost)).rounded(.up) }
    recoveryPagesPerDay = pages / Double(Self.missedBeforeRecovery(active))

    var hours = Array(repeating: 0, count: 24)
    let seconds = window.rows.filter { $0.channel == PingshanTrace.hotline }.map(\.second)
    for batch in Batches.of(seconds) where batch.size < Self.fullPage {
      hours[batch.first % 86_400 / 3_600] += 1
    }
    self.hours = hours
  }

  /// Days without the job, in runs of at least three.
  private static func missedBeforeRecovery(_ active: [Bool]) -> Int {
    var total = 0
    var run = 0
    for isActive in active + [true] {
      if isActive {
        total += run >= 3 ? run : 0
        run = 0
      } else {
        run += 1
      }
    }
    return total
  }
}
