/// Why a question cannot be answered, in one sentence for people.
public enum QueryError: Error, Equatable, Sendable {
  /// Nothing is at the path.
  case missing(path: String)
  /// No file of subscriptions is at the path.
  case noSubscriptions(path: String, isFolder: Bool)
  /// A folder of results without a journal.
  case noJournal(path: String)
  /// The file is no journal.
  case foreign(path: String, detail: String)
  case olderSchema(path: String, found: Int, supported: Int)
  case newerSchema(path: String, found: Int, supported: Int)
  /// The journal contradicts itself or lacks what it must say.
  case damaged(path: String, detail: String)
  case unknownQuery(String, suggestion: String?)
  case unknownArm(String, known: [String])
  /// An option that cannot be read or does not fit the journal.
  case badOption(String, detail: String)
  /// A line of a file of subscriptions.
  case badSubscription(path: String, line: Int, detail: String)
  case inputOutput(path: String, detail: String)

  /// The exit code of `sysexits.h` that says the same.
  public var exitCode: Int32 {
    switch self {
    case .missing, .noSubscriptions, .noJournal: 66  // EX_NOINPUT
    case .foreign, .olderSchema, .newerSchema, .damaged, .badSubscription: 65  // EX_DATAERR
    case .unknownQuery, .unknownArm, .badOption: 64  // EX_USAGE
    case .inputOutput: 74  // EX_IOERR
    }
  }
}

extension QueryError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): nothing is there; name a folder of results or a journal.sqlite."
    case .noSubscriptions(let path, let isFolder):
      "\(path): \(isFolder ? "a folder is there" : "there is no such file"); name a CSV file with "
        + "\(SubscriptionTable.columns.joined(separator: ",")) and a row a subscription."
    case .noJournal(let path):
      "\(path): these results kept no journal; run the experiment again with --journal."
    case .foreign(let path, let detail):
      "\(path): not a journal (\(detail)); name the journal.sqlite of a folder of results."
    case .olderSchema(let path, let found, let supported):
      "\(path): the journal is of schema \(found), which names nothing (\(supported) is read); "
        + "run the experiment again with --journal."
    case .newerSchema(let path, let found, let supported):
      "\(path): the journal is of schema \(found) and this program reads \(supported); "
        + "use a newer huying."
    case .damaged(let path, let detail):
      "\(path): the journal is damaged (\(detail)); run the experiment again with --journal."
    case .unknownQuery(let name, let suggestion):
      "there is no query '\(name)'"
        + (suggestion.map { "; did you mean \($0)?" } ?? "; `huying queries` lists all.")
    case .unknownArm(let name, let known):
      "the journal holds no '\(name)'; it holds \(known.joined(separator: ", "))."
    case .badOption(let option, let detail): "\(option): \(detail)."
    case .badSubscription(let path, let line, let detail):
      "\(path):\(line): \(detail)\(detail.hasSuffix("?") ? "" : ".")"
    case .inputOutput(let path, let detail): "\(path): \(detail)."
    }
  }
}
