import Foundation
import RandomStreams

/// How often an appeal soon follows one at the same place, beyond what chance brings: appeals of
/// one leaf and community, not by the hotline, whose times of contact are not known.
struct RepeatFit {
  static let limits = [1.0, 5, 15, 60, 180]

  /// Appeals that follow one at the same place within each limit of minutes, beyond chance.
  let excess: [Double]
  let count: Int
  let share: Double
  let shape: Double
  let scaleMinutes: Double
  let sameChannelShare: Double

  init(_ window: TraceWindow) {
    let rows = window.rows.filter { $0.channel != PingshanTrace.hotline && $0.community != nil }
    var numbers: [String: Int] = [:]
    let keys = rows.map { row in
      let key = "\(row.leaf.level1)|\(row.leaf.level2)|\(row.leaf.level3)|\(row.community ?? "")"
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
    let seconds = rows.map(\.second)
    let seen = Self.followers(keys, seconds)
    let chance = Self.expected(keys, seconds)
    count = rows.count
    excess = zip(seen, chance).map { $0 - $1 }
    share = excess[4] / Double(count)
    let early = excess[1] / excess[4]
    let late = excess[3] / excess[4]
    shape = log(log(1 - late) / log(1 - early)) / log(Self.limits[3] / Self.limits[1])
    scaleMinutes = Self.limits[1] / pow(-log(1 - early), 1 / shape)
    sameChannelShare = Self.sameChannel(
      keys, seconds, rows.map(\.channel), trueShare: excess[4] / seen[4])
  }

  /// Appeals whose predecessor at the same place is at most each limit before.
  private static func followers(_ keys: [Int], _ seconds: [Int]) -> [Double] {
    var last = Array(repeating: Int.min / 2, count: (keys.max() ?? 0) + 1)
    var result = limits.map { _ in 0.0 }
    for index in seconds.indices.sorted(by: { seconds[$0] < seconds[$1] }) {
      let minutes = Double(seconds[index] - last[keys[index]]) / 60
      for (limit, bound) in limits.enumerated() where minutes <= bound { result[limit] += 1 }
      last[keys[index]] = seconds[index]
    }
    return result
  }

  /// The same with the times of all appeals exchanged at random: the mean of 200 exchanges.
  private static func expected(_ keys: [Int], _ seconds: [Int]) -> [Double] {
    var stream = RandomStream(seed: 20_180_922)
    var times = seconds
    var sums = limits.map { _ in 0.0 }
    for _ in 0..<200 {
      for index in times.indices.dropFirst() {
        times.swapAt(index, stream.integer(below: index + 1))
      }
      for (limit, value) in followers(keys, times).enumerated() { sums[limit] += value / 200 }
    }
    return sums
  }

  /// Probability that a true repeat takes the channel of its predecessor on purpose: chance pairs
  /// agree as often as pairs more than a day apart, and true ones make up `trueShare` of close ones.
  private static func sameChannel(
    _ keys: [Int], _ seconds: [Int], _ channels: [String], trueShare: Double
  ) -> Double {
    var last = Array(repeating: -1, count: (keys.max() ?? 0) + 1)
    var near = (same: 0.0, all: 0.0)
    var far = near
    for index in seconds.indices {
      let previous = last[keys[index]]
      last[keys[index]] = index
      guard previous >= 0 else { continue }
      let same = channels[previous] == channels[index] ? 1.0 : 0
      let minutes = Double(seconds[index] - seconds[previous]) / 60
      if minutes <= limits[4] { near = (near.same + same, near.all + 1) }
      if minutes > 1_440 { far = (far.same + same, far.all + 1) }
    }
    let chance = far.same / far.all
    let agreeing = (near.same / near.all - (1 - trueShare) * chance) / trueShare
    return min(max((agreeing - chance) / (1 - chance), 0), 1)
  }
}
