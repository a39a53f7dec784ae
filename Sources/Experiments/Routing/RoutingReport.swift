import CivicTime
import Statistics

/// How well each method found the final units, and by how much the model beats the floor.
public struct RoutingReport: Sendable {
  public struct Accuracy: Sendable {
    public var method: RoutingMethod
    /// Rows whose final unit was the first suggestion, and one of the first three.
    public var first: Score
    public var firstThree: Score
  }

  /// So many rows right, and Wilson's 95 % interval of the share.
  public struct Score: Sendable {
    public var right: Int
    public var share: Interval
  }

  /// One method against another on the same rows.
  public struct Difference: Sendable {
    public var better: RoutingMethod
    public var than: RoutingMethod
    public var first: Paired
    public var firstThree: Paired
  }

  /// The gain in share; its 95 % interval from whole days drawn anew, since appeals of a day are
  /// alike, and nil where there are fewer than five days.
  public struct Paired: Sendable {
    public var gain: Double
    public var interval: Interval?
    /// Rows that only the one, and only the other got right.
    public var onlyBetter: Int
    public var onlyOther: Int
  }

  public let from: Instant
  public let delay: Milliseconds
  /// Cases before `from`.
  public let before: Int
  public let rows: Int
  public let days: Int
  /// Rows whose unit no known case had ended with: they cannot be found by any method that counts.
  public let neverSeen: Int
  /// Mean share of the model's first suggestions: near its accuracy if the shares are honest.
  public let claimed: Double
  public let accuracies: [Accuracy]
  public let differences: [Difference]
  public let explanations: [RoutingExplanation]

  init(
    _ evaluation: RoutingEvaluation, rows: [RoutingRow], explanations: [RoutingExplanation],
    before: Int
  ) throws {
    from = evaluation.from
    delay = evaluation.delay
    self.before = before
    self.rows = rows.count
    neverSeen = rows.count { !$0.isKnownUnit }
    claimed = rows.reduce(0) { $0 + $1.share } / Double(rows.count)
    self.explanations = explanations
    accuracies = try RoutingMethod.allCases.map { method throws in
      Accuracy(
        method: method, first: try Self.score(rows, method, within: 1),
        firstThree: try Self.score(rows, method, within: 3))
    }
    let zone = evaluation.trace.zone
    let days = rows.map { zone.localDateTime(at: $0.created).date }
    self.days = Set(days).count
    differences = try [
      (RoutingMethod.model, RoutingMethod.floorOnce), (.modelOnce, .floorOnce), (.model, .floor),
    ].map { better, other throws in
      Difference(
        better: better, than: other,
        first: try Self.paired(rows, days, better, other, within: 1),
        firstThree: try Self.paired(rows, days, better, other, within: 3))
    }
  }

  private static func isRight(_ row: RoutingRow, _ method: RoutingMethod, _ within: UInt8) -> Bool {
    let rank = row.ranks[method.rawValue]
    return rank > 0 && rank <= within
  }

  private static func score(
    _ rows: [RoutingRow], _ method: RoutingMethod, within: UInt8
  ) throws -> Score {
    let right = rows.count { isRight($0, method, within) }
    return Score(right: right, share: try Interval.proportion(right, of: rows.count))
  }

  private static func paired(
    _ rows: [RoutingRow], _ days: [CivilDate], _ better: RoutingMethod, _ other: RoutingMethod,
    within: UInt8
  ) throws -> Paired {
    var gains: [Double] = []
    var counts: [Double] = []
    var (onlyBetter, onlyOther) = (0, 0)
    for (position, row) in rows.enumerated() {
      if position == 0 || days[position] != days[position - 1] {
        gains.append(0)
        counts.append(0)
      }
      let (a, b) = (isRight(row, better, within), isRight(row, other, within))
      if a && !b { onlyBetter += 1 }
      if b && !a { onlyOther += 1 }
      gains[gains.count - 1] += a == b ? 0 : a ? 1 : -1
      counts[counts.count - 1] += 1
    }
    let bootstrap = BlockBootstrap(blockLength: 1, resamples: 4000, seed: 1)
    return Paired(
      gain: Double(onlyBetter - onlyOther) / Double(rows.count),
      interval: gains.count < 5 ? nil : try bootstrap.ratio(gains, to: counts),
      onlyBetter: onlyBetter, onlyOther: onlyOther)
  }
}
