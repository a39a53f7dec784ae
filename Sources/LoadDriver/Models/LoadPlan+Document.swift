import CivicTime
import Scenarios
import Traces

extension LoadPlan {
  /// The load that a document describes.
  ///
  /// - Throws: ``LoadPlanError``; of a trace also `ScenarioError`, `TraceError`.
  public init(_ document: LoadDocument, seed: UInt64, library: ScenarioLibrary) throws {
    var stages: [StagePlan] = []
    for (position, stage) in document.stages.enumerated() {
      let kind = StageText.kinds.first { $0.word == stage.kind }?.kind ?? .step
      stages.append(
        StagePlan(
          name: stage.name ?? "\(stage.kind)-\(position + 1)", kind: kind, from: stage.from,
          to: stage.to, seconds: stage.seconds))
    }
    let factor = document.compression ?? 1
    let model: LoadModel
    switch document.model {
    case .open: model = .open()
    case .even: model = .open(even: true)
    case .closed: model = .closed(thinkSeconds: document.thinkSeconds)
    case .shaped:
      model = .shaped(compression: factor)
      stages = Self.shapedStage("shaped", document.seconds ?? 60)
    case .trace:
      let intensity = try TraceIntensity(
        file: document.trace ?? "", mapping: document.mapping ?? "", speed: factor,
        library: library)
      model = .trace(intensity, speed: factor)
      stages = Self.shapedStage(
        "trace", min(document.seconds ?? intensity.seconds, intensity.seconds))
    }
    self.init(model: model, stages: stages, seed: seed)
    patience = document.patienceSeconds
    try validate()
  }

  /// The one stage of a load whose shape comes from elsewhere.
  public static func shapedStage(_ name: String, _ seconds: Double) -> [StagePlan] {
    [StagePlan(name: name, kind: .shaped, level: 1, seconds: seconds)]
  }
}

extension TraceIntensity {
  /// Reads the arrivals of a trace: all rows that its mapping keeps.
  ///
  /// - Throws: `TraceError`, `ScenarioError` of the mapping, ``LoadPlanError``.
  public init(file: String, mapping: String, speed: Double, library: ScenarioLibrary) throws {
    var reader = try TraceReader(path: file, mapping: try library.traceMapping(mapping))
    var instants: [Instant] = []
    while let row = try reader.next() { instants.append(row.created) }
    try self.init(instants: instants, speed: speed)
  }
}
