/// One thing wrong with a scenario, printed as one line: `file:line: key: what; mend`.
public struct ScenarioProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// As the author would write it.
  public var file: String
  /// Counting from 1.
  public var line: Int?
  /// Full path of the key: `citizens.response`.
  public var key: String?
  public var what: String
  /// What to do about it.
  public var mend: String
  public var code: ExitCode

  public init(
    file: String, line: Int? = nil, key: String? = nil, what: String, mend: String, code: ExitCode
  ) {
    self.file = file
    self.line = line
    self.key = key
    self.what = what
    self.mend = mend
    self.code = code
  }

  public var exitCode: Int32 { code.rawValue }

  public var description: String {
    var line = Printable.text(file)
    if let number = self.line { line += ":\(number)" }
    if let key { line += ": \(Printable.text(key))" }
    return "\(line): \(what); \(mend)"
  }
}

/// All that is wrong with a scenario, as far as one pass can tell.
public struct ScenarioError: Error, Sendable, Equatable, CustomStringConvertible {
  /// At least one, by file and line.
  public let problems: [ScenarioProblem]

  public init(_ problem: ScenarioProblem) { problems = [problem] }

  /// - Precondition: there is at least one problem.
  init(_ problems: [ScenarioProblem]) {
    precondition(!problems.isEmpty)
    var seen: Set<ScenarioProblem> = []
    self.problems = problems.filter { seen.insert($0).inserted }
      .enumerated()
      .sorted {
        ($0.element.file, $0.element.line ?? 0, $0.offset)
          < ($1.element.file, $1.element.line ?? 0, $1.offset)
      }
      .map(\.element)
  }

  public var exitCode: Int32 { problems[0].exitCode }

  /// One line for each of the first problems; `huying validate` prints them all.
  public var description: String {
    let most = 5
    var lines = problems.prefix(most).map(\.description)
    if problems.count > most {
      lines.append("and \(problems.count - most) more; `huying validate` lists them all")
    }
    return lines.joined(separator: "\n")
  }
}
