import AppealService
import AppealStore
import LoadDriver
import Scenarios

extension LoadArguments {
  /// Accepts per second, or users, at which a preset aims unless told.
  static let usualRate = 500.0
  static let usualUsers = 100
  /// As a document of load has it.
  static let usualThink = "1s"
  static let usualMapping = "huying:replays/pingshan.mapping.yaml"
  /// An hour in a second.
  static let usualCompression = 3_600.0
  /// What a searched rate must meet where the user says nothing.
  static let usualConditions = ["submit.p99 > 100ms"]

  /// Everything that can be wrong on the command line, before anything is read or run.
  ///
  /// - Throws: `CommandError` with 64.
  func check() throws {
    try checkNames()
    try checkShape()
    try checkModel()
    try refuse(batch < 1 || batch > 1_000_000, "--batch", "\(batch)", "a number from 1 to 1000000")
    try refuse(
      queue < 1 || queue > 10_000_000, "--queue", "\(queue)", "a number from 1 to 10000000")
    if let scale {
      try refuse(scale < 1 || scale > 10_000, "--scale", "\(scale)", "a number from 1 to 10000")
    }
    _ = try limits
    _ = try Self.thresholds(failIf)
  }

  /// An empty name is a variable of the shell that was not set.
  private func checkNames() throws {
    let names = [
      ("--store", store), ("--trace", trace), ("--mapping", mapping), ("--baseline", baseline),
      ("--stages-file", stagesFile),
    ]
    for (option, name) in names where name?.allSatisfy(\.isWhitespace) == true {
      throw CommandError(
        sentence: "\(option) is empty; give a path, or leave it out.", code: 64)
    }
  }

  private func refuse(_ isWrong: Bool, _ option: String, _ given: String, _ wanted: String) throws {
    guard isWrong else { return }
    throw CommandError(sentence: "\(given) is no value for \(option); give \(wanted).", code: 64)
  }

  /// Options that a document of load says itself.
  private var shapeOptions: [(name: String, isGiven: Bool)] {
    [
      ("--preset", preset != nil), ("--stages", stages != nil), ("--duration", duration != nil),
      ("--model", model != nil), ("--rate", rate != nil), ("--users", users != nil),
      ("--think", think != nil), ("--compress", compress != nil), ("--trace", trace != nil),
      ("--mapping", mapping != nil), ("--capacity", capacity),
    ]
  }

  private func checkShape() throws {
    if stagesFile != nil, let other = shapeOptions.first(where: \.isGiven) {
      throw clash(other.name, "--stages-file", "says the whole load")
    }
    if stages != nil {
      let others: Set = ["--preset", "--duration", "--rate", "--users", "--capacity"]
      if let other = shapeOptions.first(where: { $0.isGiven && others.contains($0.name) }) {
        throw clash(other.name, "--stages", "says levels and spans itself")
      }
    }
    if capacity, preset != nil {
      throw clash("--preset", "--capacity", "makes stages of its own")
    }
    if capacity, store != nil {
      throw clash("--store", "--capacity", "makes a store for each trial and deletes it")
    }
    let name = model ?? .open
    if name == .shaped || name == .trace {
      for (option, isGiven) in [("--preset", preset != nil), ("--stages", stages != nil)]
      where isGiven {
        throw clash(option, "--model \(name.rawValue)", "has its shape from elsewhere")
      }
    }
  }

  private func clash(_ one: String, _ other: String, _ why: String) -> CommandError {
    CommandError(sentence: "\(other) \(why); leave \(one) out.", code: 64)
  }

  private func checkModel() throws {
    let options: [(name: String, isGiven: Bool, models: [LoadModelName])] = [
      ("--rate", rate != nil, [.open]), ("--users", users != nil, [.closed]),
      ("--think", think != nil, [.closed]), ("--compress", compress != nil, [.shaped, .trace]),
      ("--trace", trace != nil, [.trace]), ("--mapping", mapping != nil, [.trace]),
      ("--capacity", capacity, [.open]),
    ]
    let name = model ?? .open
    for option in options where option.isGiven && !option.models.contains(name) {
      let names = option.models.map(\.rawValue).joined(separator: " or ")
      throw CommandError(
        sentence: "\(option.name) belongs to --model \(names), not \(name.rawValue); "
          + "change the model, or leave it out.",
        code: 64)
    }
    guard name != .trace || trace != nil else {
      throw CommandError(
        sentence: "--model trace needs --trace; name a table of appeals.", code: 64)
    }
    if let rate {
      try refuse(
        !(rate > 0 && rate <= 1_000_000), "--rate", shortText(rate),
        "submissions a second, above 0 and up to 1000000")
    }
    if let users {
      try refuse(!(1...60_000).contains(users), "--users", "\(users)", "a number from 1 to 60000")
    }
    if let compress {
      try refuse(
        !(compress > 0 && compress <= 1e9), "--compress", shortText(compress), "a factor above 0")
    }
  }

  private func shortText(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
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

  /// What is driven, when it fails, and the table that paces it.
  struct Load {
    /// Nil where a capacity is searched.
    var plan: LoadPlan?
    var thresholds: [Threshold]
    var trace: String?
  }

  /// - Throws: `LoadPlanError`, `CommandError`, `TraceError`, `ScenarioError`.
  func load(_ library: ScenarioLibrary) throws -> Load {
    let load = try unchecked(library)
    if let plan = load.plan {
      try plan.validate()
      try load.thresholds.check(fit: plan.stages)
    }
    return load
  }

  private func unchecked(_ library: ScenarioLibrary) throws -> Load {
    var conditions = failIf
    if let stagesFile {
      let document = try library.loadDocument(stagesFile)
      conditions = document.failIf + conditions
      return Load(
        plan: try LoadPlan(document, seed: seed, library: library),
        thresholds: try Self.thresholds(conditions),
        trace: document.model == .trace ? document.trace : nil)
    }
    guard !capacity else {
      return Load(
        thresholds: try Self.thresholds(conditions.isEmpty ? Self.usualConditions : conditions))
    }
    return Load(
      plan: try plan(library), thresholds: try Self.thresholds(conditions), trace: trace)
  }

  /// - Throws: `LoadPlanError`.
  private static func thresholds(_ texts: [String]) throws -> [Threshold] {
    try texts.map { try Threshold($0) }
  }

  var capacityPlan: LoadHost.CapacityPlan {
    get throws {
      var plan = LoadHost.CapacityPlan()
      if let rate { plan.start = rate }
      if let duration { plan.seconds = try span(duration, "--duration") }
      return plan
    }
  }

  /// The preset that is run; nil where stages are given.
  var shownPreset: Preset? {
    let isOwn = stages != nil || stagesFile != nil || model == .shaped || model == .trace
    return isOwn ? nil : preset ?? .load
  }

  private func plan(_ library: ScenarioLibrary) throws -> LoadPlan {
    let seconds = try duration.map { try span($0, "--duration") }
    switch model ?? .open {
    case .open:
      return LoadPlan(
        model: .open(), stages: try stagePlans(rate ?? Self.usualRate, seconds), seed: seed)
    case .closed:
      return LoadPlan(
        model: .closed(thinkSeconds: try span(think ?? Self.usualThink, "--think")),
        stages: try stagePlans(Double(users ?? Self.usualUsers), seconds), seed: seed)
    case .shaped:
      return LoadPlan(
        model: .shaped(compression: compress ?? Self.usualCompression),
        stages: LoadPlan.shapedStage("shaped", seconds ?? 60), seed: seed)
    case .trace:
      let speed = compress ?? Self.usualCompression
      let intensity = try TraceIntensity(
        file: trace ?? "", mapping: mapping ?? Self.usualMapping, speed: speed, library: library)
      return LoadPlan(
        model: .trace(intensity, speed: speed),
        stages: LoadPlan.shapedStage(
          "trace", min(seconds ?? intensity.seconds, intensity.seconds)),
        seed: seed)
    }
  }

  private func stagePlans(_ level: Double, _ seconds: Double?) throws -> [StagePlan] {
    if let stages { return try StageText.parse(stages) }
    let preset = preset ?? .load
    return preset.stages(rate: level, seconds: seconds ?? preset.usualSeconds)
  }
}
