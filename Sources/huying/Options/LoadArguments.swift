import ArgumentParser
import LoadDriver
import ResultFiles

/// How a load is driven, against what kind of store, and where its results go.
struct LoadArguments: ParsableArguments {
  // MARK: The load

  @Option(help: "A ready-made list of stages: \(Preset.allCases.names). By default load.")
  var preset: Preset?

  @Option(help: "Stages in one line, such as warmup:500/5s,ramp:500-2000/30s,hold:2000/60s.")
  var stages: String?

  @Option(help: "A document of load: its model, stages and conditions; Scenarios/loads has some.")
  var stagesFile: String?

  @Option(
    help: """
      How long the run takes in all, such as 60s, 10m or 2h; by default as long as the preset's, \
      or the trace. In a search each trial, 10s by default.
      """)
  var duration: String?

  @Option(
    help: """
      open: commands fall due whatever the answers; shaped: when the scenario has them, faster; \
      trace: as the appeals of a trace came in, faster; closed: users who wait for their answers. \
      By default open.
      """)
  var model: LoadModelName?

  @Option(
    help: """
      Open model: submissions a second at which a preset aims, and a search begins; staff commands \
      ride along, some ten to each. By default 500.
      """)
  var rate: Double?

  @Option(help: "Closed model: users at once. By default 100.")
  var users: Int?

  @Option(
    help: "Closed model: mean time between an answer and the user's next command. By default 1s.")
  var think: String?

  @Option(
    help: """
      Shaped and trace: seconds of the scenario or trace in one second of the run. By default 3600.
      """)
  var compress: Double?

  @Option(help: "Trace model: a table of appeals, CSV or gzip.")
  var trace: String?

  @Option(
    help: """
      Trace model: what the columns of the table mean; by default \
      huying:replays/pingshan.mapping.yaml.
      """)
  var mapping: String?

  @Option(
    help: "The organisation at least so many times as large; larger where the load needs it.")
  var scale: Int?

  @Option(help: "Seed of demand, behaviour and arrivals.")
  var seed: UInt64 = 1

  @Option(help: "An explanation of the scenario by name or path, or 'none'.")
  var explanation = "congestion"

  // MARK: The store

  @Option(
    help: """
      File of the store, which must not be there, nor lie in --out, and is kept. By default one \
      that is deleted after the run, on the disk of --out. Not in a search.
      """)
  var store: String?

  @Option(help: "Most commands in a commit.")
  var batch = 100

  @Option(help: "How long a commit waits for more commands.")
  var batchWait = "2ms"

  @Option(help: "Commands that may wait for the writer; a further one is turned away.")
  var queue = 8_192

  @Option(help: "full: a commit is on the disk before it is answered; normal: it may be lost.")
  var synchronous = SynchronousName.full

  // MARK: The judgement

  @Option(
    name: .customLong("fail-if"),
    help: """
      A condition under which the run fails; may be repeated. 'submit.p99 > 50ms', \
      'all.errors > 0.1%', 'achieved < 95% over 10s'. In a search 'submit.p99 > 100ms' if none is \
      given.
      """)
  var failIf: [String] = []

  @Flag(help: "Search the highest rate at which no condition holds, in runs of --duration each.")
  var capacity = false

  @Option(help: "Folder of an earlier load run to compare with.")
  var baseline: String?

  // MARK: The results

  @Option(help: "Folder of the results; by default out/load-NAME of the scenario.")
  var out: String?

  @Flag(
    help: """
      Print one JSON document and nothing else on standard output: load.json of the folder without \
      the buckets of its histograms.
      """)
  var json = false

  @OptionGroup var language: LanguageArguments
}

/// `--model`.
enum LoadModelName: String, CaseIterable, ExpressibleByArgument {
  case open, shaped, trace, closed
}

/// `--synchronous`.
enum SynchronousName: String, CaseIterable, ExpressibleByArgument {
  case full, normal
}

extension Preset: ExpressibleByArgument {}

extension [Preset] {
  fileprivate var names: String { map(\.rawValue).joined(separator: ", ") }
}
