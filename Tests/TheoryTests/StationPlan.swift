import CivicTime
import EventEngine

/// A service station as the theory cases describe it; times in model time units.
struct StationPlan: Sendable {
  struct Class: Sendable {
    var arrivals: Arrivals
    var service: Draw
    var patience = Draw.never
    /// The class, or a due time relative to the arrival.
    var rank: Rank = .priority(0)
  }

  enum Rank: Sendable {
    case priority(Int)
    /// Due that long after the arrival.
    case due(Double)
  }

  var classes: [Class]
  var servers = 1
  /// Staff by time; overrides `servers`.
  var shifts: ShiftPlan?
  var discipline = Discipline.firstCome
  /// The most that may wait.
  var waitingRoom: Int?
  /// A more urgent class interrupts a less urgent one, which resumes later.
  var isPreemptive = false
  var shiftEnd = ShiftEnd.interrupt

  /// The length of a replication, or the number of customers that ends it.
  var length = 0.0
  var customers: Int?
  /// Customers that arrive before are not counted, nor is time before.
  var warmUp = 0.0
  /// When the number in system is looked at.
  var looks: [Double] = []
  /// The sojourn that counts as in time.
  var deadline = Double.infinity
  /// The wait that counts as answered in time.
  var answerLimit = Double.infinity
  /// Keep the start times of service, for the deterministic cases.
  var keepsStarts = false
}

/// What a replication counted, from the warm-up on. Times in milliseconds.
struct StationRecord {
  struct Class {
    var arrived = 0
    var blocked = 0
    var abandoned = 0
    var completed = 0
    var begun = 0
    var delayed = 0
    var answered = 0
    var inTime = 0
    var wait = 0.0
    var waitSquared = 0.0
    var waitOfAbandoned = 0.0
    var sojourn = 0.0
  }

  var classes: [Class]
  var sojourns = SojournHistogram()
  var busyPeriods = 0
  /// Number in system, and whether all on duty were busy, at each look.
  var numbers: [Int] = []
  var allBusy: [Bool] = []
  var starts: [Instant] = []
  /// When the system first emptied after the last look.
  var emptied: Instant?

  var total: Class {
    classes.reduce(into: Class()) { sum, one in
      sum.arrived += one.arrived
      sum.blocked += one.blocked
      sum.abandoned += one.abandoned
      sum.completed += one.completed
      sum.begun += one.begun
      sum.delayed += one.delayed
      sum.answered += one.answered
      sum.inTime += one.inTime
      sum.wait += one.wait
      sum.waitSquared += one.waitSquared
      sum.waitOfAbandoned += one.waitOfAbandoned
      sum.sojourn += one.sojourn
    }
  }
}

/// Sojourn times in bins of 1/128 unit up to 1,024 units.
struct SojournHistogram {
  private var bins: [Int32] = []
  private var count = 0

  mutating func add(_ units: Double) {
    if bins.isEmpty { bins = [Int32](repeating: 0, count: 1 << 17) }
    bins[min(bins.count - 1, Int(units * 128))] += 1
    count += 1
  }

  /// The quantile, interpolated within its bin.
  func quantile(_ level: Double) -> Double {
    var left = level * Double(count)
    for (index, bin) in bins.enumerated() {
      if left <= Double(bin) { return (Double(index) + left / Double(bin)) / 128 }
      left -= Double(bin)
    }
    return .infinity
  }
}
