/// Why a trace cannot be read at all, as one sentence: `file:line: what; mend`.
///
/// A row that cannot be understood is no error: it is counted and shown, see ``TraceTally``.
public struct TraceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// As the caller named it.
  public var file: String
  /// Counting from 1.
  public var line: Int?
  public var what: String
  /// What to do about it.
  public var mend: String
  /// Of sysexits.h: 65 for content, 66 for no such file, 74 for a failed read, 77 for no permission.
  public var exitCode: Int32

  public init(file: String, line: Int? = nil, what: String, mend: String, exitCode: Int32 = 65) {
    self.file = file
    self.line = line
    self.what = what
    self.mend = mend
    self.exitCode = exitCode
  }

  public var description: String {
    let name = printable(file, limit: 400)
    let place = line.map { "\(name):\($0)" } ?? name
    return "\(place): \(what); \(mend)."
  }
}

/// Foreign text on one line, at most `limit` characters of it.
func printable(_ text: String, limit: Int = 80) -> String {
  let line = text.prefix(limit).map { character in
    character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? "?" : character
  }
  return String(line) + (text.count > limit ? "…" : "")
}
