import AppealCore
import CivicTime
import Statistics

/// Judges suggestions against the final unit, each appeal before anything is learned from it.
///
/// From `from` on, an appeal's unit becomes known `delay` after it came in, and not before: at
/// `from`, the suggester does not know the last days either. Beside it, in the same run, stand the
/// floor and the model *trained once* on all that came in before `from`, whatever the delay.
public struct RoutingEvaluation {
  public let trace: RoutingTrace
  public let from: Instant
  public let delay: Milliseconds

  /// Suggestions looked at.
  static let best = 3

  /// - Parameter from: by default the day on which the last fifth of the cases begins.
  public init(trace: RoutingTrace, from: CivilDate? = nil, delay: Milliseconds) {
    self.trace = trace
    self.delay = delay
    let start = from ?? Self.lastFifth(trace)
    self.from = trace.zone.startOfDay(start)
  }

  private static func lastFifth(_ trace: RoutingTrace) -> CivilDate {
    guard !trace.cases.isEmpty else { return CivilDate(daysSince1970: 0) }
    let first = trace.cases[trace.cases.count * 4 / 5]
    return trace.zone.localDateTime(at: first.created).date
  }

  /// - Parameter explained: how many evenly spread rows are shown with their evidence.
  /// - Throws: `RoutingError` if no row lies before or none after `from`.
  public func run(explained: Int = 0) throws -> RoutingReport {
    let first = trace.cases.firstIndex { $0.created >= from } ?? trace.cases.count
    guard first > 0 else { throw RoutingError.nothingBefore }
    guard first < trace.cases.count else { throw RoutingError.nothingAfter }
    var pass = RoutingPass(trace, explained: explained, first: first)
    pass.train(upTo: first)
    var known = 0
    for position in first..<trace.cases.count {
      let now = trace.cases[position].created
      while trace.cases[known].created + delay <= now, known < position {
        pass.reveal(trace.cases[known])
        known += 1
      }
      pass.judge(position)
    }
    return try RoutingReport(self, rows: pass.rows, explanations: pass.explanations, before: first)
  }
}

/// Why routing cannot be judged.
public enum RoutingError: Error, Sendable, Hashable, CustomStringConvertible {
  case nothingBefore
  case nothingAfter

  public var description: String {
    switch self {
    case .nothingBefore: "No row lies before --from, so nothing can be trained; give a later date."
    case .nothingAfter: "No row lies on or after --from; give an earlier date."
    }
  }

  /// EX_USAGE of sysexits.h.
  public var exitCode: Int32 { 64 }
}

/// The way a unit is suggested.
public enum RoutingMethod: Int, CaseIterable, Sendable {
  /// The model, learning on with the delay.
  case model
  /// The model, trained once on all before.
  case modelOnce
  /// The floor, trained once on all before.
  case floorOnce
  /// The floor, learning on with the delay.
  case floor
}

/// How one appeal was judged.
public struct RoutingRow: Sendable {
  public var created: Instant
  /// Place of the final unit among the suggestions of each method, from 1; 0 if it is none of them.
  public var ranks: SIMD4<UInt8>
  /// What the learning model gave its first suggestion.
  public var share: Double
  /// Whether any known case had ended with the unit.
  public var isKnownUnit: Bool
}

/// One suggestion with its reasons.
public struct RoutingExplanation: Sendable {
  public var row: RoutingTrace.Case
  public var suggestions: [RoutingSuggestion]
  /// Why the first is suggested, strongest first.
  public var evidence: [RoutingEvidence]
}

/// The four suggesters on their way through the trace.
private struct RoutingPass: ~Copyable {
  let trace: RoutingTrace
  private var model: RoutingHistory
  private var modelOnce: RoutingHistory
  private var floorOnce = RoutingFloor()
  private var floor = RoutingFloor()
  private var ranking = RoutingRanking(best: RoutingEvaluation.best)
  private let explainedRows: Set<Int>
  var rows: [RoutingRow] = []
  var explanations: [RoutingExplanation] = []

  init(_ trace: RoutingTrace, explained: Int, first: Int) {
    self.trace = trace
    model = RoutingHistory(roles: trace.roles)
    modelOnce = RoutingHistory(roles: trace.roles)
    let count = trace.cases.count - first
    explainedRows = Set((0..<min(explained, count)).map { first + $0 * count / explained })
  }

  mutating func train(upTo end: Int) {
    for position in 0..<end {
      let known = trace.cases[position]
      modelOnce.learn(known.features, unit: known.unit)
      floorOnce.learn(known.features, unit: known.unit)
    }
  }

  mutating func reveal(_ known: RoutingTrace.Case) {
    model.learn(known.features, unit: known.unit)
    floor.learn(known.features, unit: known.unit)
  }

  mutating func judge(_ position: Int) {
    let asked = trace.cases[position]
    var ranks = SIMD4<UInt8>()
    modelOnce.suggest(asked.features, into: &ranking)
    ranks[RoutingMethod.modelOnce.rawValue] = Self.rank(
      of: asked.unit, ranking.suggestions.map(\.unit))
    model.suggest(asked.features, into: &ranking)
    ranks[RoutingMethod.model.rawValue] = Self.rank(of: asked.unit, ranking.suggestions.map(\.unit))
    for (method, floor) in [(RoutingMethod.floorOnce, floorOnce), (.floor, floor)] {
      let units = floor.suggest(asked.features, best: RoutingEvaluation.best)
      ranks[method.rawValue] = Self.rank(of: asked.unit, units)
    }
    rows.append(
      RoutingRow(
        created: asked.created, ranks: ranks, share: ranking.suggestions.first?.share ?? 0,
        isKnownUnit: model.cases(of: asked.unit) > 0))
    if explainedRows.contains(position) { explain(asked) }
  }

  private static func rank(of unit: UnitID, _ suggested: [UnitID]) -> UInt8 {
    UInt8((suggested.firstIndex(of: unit) ?? -1) + 1)
  }

  private mutating func explain(_ asked: RoutingTrace.Case) {
    let evidence = ranking.suggestions.first.map {
      model.evidence(asked.features, for: $0.unit)
    }
    explanations.append(
      RoutingExplanation(
        row: asked, suggestions: ranking.suggestions, evidence: evidence ?? []))
  }
}
