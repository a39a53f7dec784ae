import ResultFiles

/// A stretch of the run with one shape of load. A level is accepts per second in an open model, and
/// users in a closed one.
public struct StagePlan: Sendable, Hashable {
  /// Unique in the run: `hold-2`.
  public var name: String
  public var kind: LoadStage.Kind
  /// The level at the beginning, and at the end.
  public var from: Double
  public var to: Double
  public var seconds: Double

  public init(name: String, kind: LoadStage.Kind, from: Double, to: Double, seconds: Double) {
    self.name = name
    self.kind = kind
    self.from = from
    self.to = to
    self.seconds = seconds
  }

  /// A stage at one level.
  public init(name: String, kind: LoadStage.Kind, level: Double, seconds: Double) {
    self.init(name: name, kind: kind, from: level, to: level, seconds: seconds)
  }

  /// Whether memory is judged in it, as by `LoadStage.isLevel` in the result.
  var isSteady: Bool { kind != .warmUp && kind != .ramp && from == to }

  var piece: RateProfile.Piece { RateProfile.Piece(from: from, to: to, seconds: seconds) }
}

extension [StagePlan] {
  /// The levels over the whole run.
  public var profile: RateProfile { RateProfile(map(\.piece)) }

  public var seconds: Double { reduce(0) { $0 + $1.seconds } }

  /// - Throws: ``LoadPlanError`` if there is no stage, one does not last, has a negative level, or
  ///   a name of another, or all levels are 0.
  public func validate() throws(LoadPlanError) {
    guard !isEmpty else {
      throw LoadPlanError("there is no stage; write one such as hold:2000/60s")
    }
    guard count <= 100 else {
      throw LoadPlanError("there are \(count) stages; write 100 at most")
    }
    var names: Set<String> = []
    for stage in self {
      guard stage.seconds > 0, stage.seconds <= 30 * 86_400 else {
        throw LoadPlanError(
          "stage \(stage.name) lasts \(stage.seconds) s; write a span above 0 and up to 30 days")
      }
      guard stage.from >= 0, stage.to >= 0, stage.from <= 1e7, stage.to <= 1e7 else {
        throw LoadPlanError(
          "stage \(stage.name) has a level below 0 or above 10 million; write one between")
      }
      guard stage.name != LoadOperation.all else {
        throw LoadPlanError("a stage is called \(stage.name), which means all of them; rename it")
      }
      guard names.insert(stage.name).inserted else {
        throw LoadPlanError("two stages are called \(stage.name); give each a name of its own")
      }
    }
    guard contains(where: { $0.from > 0 || $0.to > 0 }) else {
      throw LoadPlanError("all stages are at level 0; write a rate such as hold:2000/60s")
    }
  }
}
