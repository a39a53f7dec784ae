/// A text or number that is no date, time of day or instant.
public enum CivilFormatError: Error, Hashable, Sendable {
  case date(String)
  case time(String)
  case instant(String)
  /// An instant without `Z` or an offset, where no zone was given to read it in.
  case missingOffset(String)
}

extension CivilFormatError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let text):
      "\(quoted(text)) is not a date; write it as yyyy-MM-dd, for example 2018-09-22."
    case .time(let text):
      "\(quoted(text)) is not a time of day; write it as HH:mm, from 00:00 to 24:00."
    case .instant(let text):
      "\(quoted(text)) is not an instant; write it like 2018-09-22T08:30:00+08:00."
    case .missingOffset(let text):
      "\(quoted(text)) does not say its zone; add Z or an offset such as +08:00."
    }
  }
}

/// `text` in quotes for a message: one line, at most 60 characters of it.
func quoted(_ text: String) -> String {
  let line = String(text.prefix(60).map { $0.isNewline ? " " : $0 })
  return text.count > 60 ? "\"\(line)…\"" : "\"\(line)\""
}
