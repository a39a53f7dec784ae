import AppealService
import AppealStore
import CivicTime
import LoadDriver
import Scenarios
import Traces

extension LoadArguments {
  /// Accepts per second, or users, at which a preset aims unless told.
  static let usualRate = 500.0
  static let usualUsers = 100
  /// Runs of a capacity search last this long unless told.
  static let trialSeconds = 20.0

  /// Everything that can be wrong on the command line, before anything is read or run.
  ///
  /// - Throws: `CommandError` with 64.
  func check() throws {
    try checkShape()
    try checkModel()
    try refuse(batch < 1 || batch > 1_000_000, "--batch", "\(batch)", "a number from 1 to 1000000")
    try refuse(
      queue < 1 || queue > 10_000_000, "--queue", "\(queue)", "a number from 1 to 10000000")
    if let scale {
      try refuse(scale < 1 || scale > 10_000, "--scale", "\(scale)", "a number from 1 to 10000")
    }
    _ = try limits
    _ = try thresholds
  }

  private func refuse(_ isWrong: Bool, _ option: String, _ given: String, _ wanted: String) throws {
    guard isWrong else { return }
    throw CommandError(sentence: "\(given) is no value for \(option); give \(wanted).", code: 64)
  }

  private func checkShape() throws {
    let shapes = [
      ("--preset", preset != nil), ("--stages", stages != nil),
      ("--stages-file", stagesFile != nil),
    ].filter(\.1).map(\.0)
    guard shapes.count < 2 else {
      throw CommandError(
        sentence: "\(shapes[0]) and \(shapes[1]) both say the stages; give one of them.", code: 64)
    }
    if let shape = shapes.first, shape != "--preset" {
      let others = [
        ("--duration", duration != nil), ("--rate", rate != nil), ("--users", users != nil),
        ("--capacity", capacity),
      ]
      if let other = others.first(where: \.1) {
        throw CommandError(
          sentence: "\(other.0) belongs to a preset, and \(shape) says it all; leave one out.",
          code: 64)
      }
    }
    guard !capacity || preset == nil else {
      throw CommandError(
        sentence: "--capacity makes stages of its own; leave --preset out.", code: 64)
    }
  }

  private func checkModel() throws {
    let options: [(name: String, isGiven: Bool, models: [LoadModelName])] = [
      ("--rate", rate != nil, [.open]), ("--users", users != nil, [.closed]),
      ("--think", think != nil, [.closed]), ("--compress", compress != nil, [.shaped, .trace]),
      ("--trace", trace != nil, [.trace]), ("--capacity", capacity, [.open]),
    ]
    for option in options where option.isGiven && !option.models.contains(model) {
      let names = option.models.map(\.rawValue).joined(separator: " or ")
      throw CommandError(
        sentence: "\(option.name) belongs to --model \(names), not \(model.rawValue); "
          + "change the model, or leave it out.",
        code: 64)
    }
    guard model != .trace || trace != nil else {
      throw CommandError(
        sentence: "--model trace needs --trace; name a table of appeals.", code: 64)
    }
    if let rate {
      try refuse(
        !(rate > 0 && rate <= 1_000_000), "--rate", "\(rate)",
        "submissions a second, above 0 and up to 1000000")
    }
    if let users {
      try refuse(!(1...60_000).contains(users), "--users", "\(users)", "a number from 1 to 60000")
    }
    if let compress {
      try refuse(
        !(compress > 0 && compress <= 1e9), "--compress", "\(compress)", "a factor above 0")
    }
  }

  /// - Throws: `CommandError` that names the option.
  private func span(_ text: String, _ option: String) throws -> Double {
    guard let seconds = SpanText.seconds(text) else {
      throw CommandError(
        sentence: "'\(text)' is no value for \(option); give a span with its unit, such as 60s, "
          + "2ms or 10m.",
        code: 64)
    }
    return seconds
  }

  // MARK: What follows from the arguments

  var limits: ServiceLimits {
    get throws {
      let wait = try span(batchWait, "--batch-wait")
      try refuse(wait > 60, "--batch-wait", batchWait, "a span up to 60s")
      return ServiceLimits(
        batchSize: batch, batchWait: .seconds(wait), queueCapacity: queue)
    }
  }

  var storeOptions: StoreOptions {
    var options = StoreOptions()
    options.synchronous = synchronous == .full ? .full : .normal
    return options
  }

  /// - Throws: `LoadPlanError`.
  var thresholds: [Threshold] {
    get throws { try failIf.map { try Threshold($0) } }
  }

  var trialDuration: Double {
    get throws { try duration.map { try span($0, "--duration") } ?? Self.trialSeconds }
  }

  /// The plan of a run that is no search.
  ///
  /// - Throws: `LoadPlanError`, `CommandError`, `TraceError`, `ScenarioError`.
  func plan(_ library: ScenarioLibrary) throws -> LoadPlan {
    let plan = LoadPlan(
      model: try loadModel(library), stages: try stagePlans(library), seed: seed)
    try plan.validate()
    return plan
  }

  private func stagePlans(_ library: ScenarioLibrary) throws -> [StagePlan] {
    if let stages { return try StageText.parse(stages) }
    let preset = preset ?? .load
    let seconds = try duration.map { try span($0, "--duration") } ?? preset.usualSeconds
    let level =
      model == .closed ? Double(users ?? Self.usualUsers) : rate ?? Self.usualRate
    return preset.stages(rate: level, seconds: seconds)
  }

  private func loadModel(_ library: ScenarioLibrary) throws -> LoadModel {
    switch model {
    case .open: return .open()
    case .closed: return .closed(thinkSeconds: try span(think ?? "100ms", "--think"))
    case .shaped: return .shaped(compression: compress ?? 86_400)
    case .trace:
      let speed = compress ?? 3_600
      return .trace(
        try TraceIntensity(instants: try instants(library), speed: speed), speed: speed)
    }
  }

  private func instants(_ library: ScenarioLibrary) throws -> [Instant] {
    var reader = try TraceReader(path: trace ?? "", mapping: try library.traceMapping(mapping))
    var instants: [Instant] = []
    while let row = try reader.next() { instants.append(row.created) }
    return instants
  }
}
