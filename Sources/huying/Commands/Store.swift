import ArgumentParser

struct Store: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a durable store, look into it, copy it. 持久库的检查与导出",
    discussion: """
      Example:
        huying store stats out/load/pingshan.store
        huying store check out/load/pingshan.store
      """,
    subcommands: [StoreCheck.self, StoreStats.self, StoreBackup.self, StoreExport.self])
}

struct StoreCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Replay the whole journal and compare it with the state. 全面检查",
    discussion: """
      Looks at every page and key, follows the chain of the journal, carries all of it out anew under
      the scenario that the store names, and compares the outcome entry for entry, record for record,
      row for row. A service may go on writing. Exit code 65 where something is wrong.

      Example:
        huying store check out/load/pingshan.store
      """)

  @Argument(help: "The file of a store.")
  var file: String

  @Option(help: "The scenario it was made under, where the store's own name for it has moved.")
  var scenario: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    try reportingFailures {
      let reader = try StoreAccess.reader(file)
      let findings = try reader.check(
        policy: try StoredScenario(reader, named: scenario).policy())
      try writeOut(json ? try StoreAccess.json(findings) : StoreText.text(findings, file))
      if !findings.isSound { throw ArgumentParser.ExitCode(65) }
    }
  }
}

struct StoreStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "What a store holds, in figures. 概况",
    discussion: """
      Example:
        huying store stats out/load/pingshan.store --json
      """)

  @Argument(help: "The file of a store.")
  var file: String

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    try reportingFailures {
      let statistics = try StoreAccess.reader(file).statistics()
      try writeOut(json ? try StoreAccess.json(statistics) : StoreText.text(statistics))
    }
  }
}

struct StoreBackup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a store while it is in use. 在线备份",
    discussion: """
      The copy takes its name only when it is whole and on the disk. A file that is in use is not
      replaced.

      Example:
        huying store backup out/load/pingshan.store --out backup/pingshan.store
      """)

  @Argument(help: "The file of a store.")
  var file: String

  @Option(help: "The new file.")
  var out: String

  @Flag(help: "Replace a file that is there already.")
  var replace = false

  func run() throws {
    try reportingFailures {
      try StoreAccess.reader(file).backUp(to: out, replacing: replace)
      try writeOut("\(out)\n")
    }
  }
}

struct StoreExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a store as tables: appeals.csv, entries.csv, journal.sqlite. 导出",
    discussion: """
      The folder can be asked by `huying queries --in FOLDER`; so can the store itself. Numbers in
      the CSVs are those of the scenario's tables; instants are milliseconds UTC.

      Example:
        huying store export out/load/pingshan.store --out out/tables
      """)

  @Argument(help: "The file of a store.")
  var file: String

  @Option(help: "The new folder.")
  var out: String

  @Option(help: "The scenario it was made under, where the store's own name for it has moved.")
  var scenario: String?

  func run() throws {
    try reportingFailures {
      let reader = try StoreAccess.reader(file)
      let stored = try StoredScenario(reader, named: scenario)
      try StoreExporter(reader: reader, scenario: stored.scenario).write(to: out)
      try writeOut("\(out)\n")
    }
  }
}
