import AppealStore
import ArgumentParser
import CivicTime
import Queries

/// Which journal is read, of which arm, and over which days.
struct JournalArguments: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: """
      A folder of results that kept its journal (--journal), a journal.sqlite, or the file of a \
      store.
      """)
  var source: String?

  @Option(help: "SCENARIO or SCENARIO/EXPLANATION; may be repeated. By default all.")
  var arm: [String] = []

  @Option(help: "First day, yyyy-MM-dd; by default that of the measured window.")
  var from: String?

  @Option(help: "Last day, yyyy-MM-dd.")
  var to: String?

  /// - Throws: `CommandError` where none is named, `QueryError` where it cannot be read.
  func open() throws -> JournalSource {
    guard let source else {
      throw CommandError(
        sentence: "--in is missing; name a folder of results that kept its journal.", code: 64)
    }
    guard StoreReader.isStore(at: source) else { return try JournalSource(path: source) }
    // The source keeps the file open, which may go by then.
    let journal = try StoreQueryFile(store: source)
    return try withExtendedLifetime(journal) { try JournalSource(path: journal.path) }
  }

  func options(top: Int? = nil) throws -> QueryOptions {
    QueryOptions(from: try date(from, "--from"), to: try date(to, "--to"), top: top)
  }

  private func date(_ text: String?, _ option: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let date = CivilDate(text) else {
      throw QueryError.badOption(option, detail: "'\(text)' is no day; write yyyy-MM-dd")
    }
    return date
  }
}
