/// Why a report could not be made, in one sentence for people.
public enum ReportError: Error, Equatable, Sendable {
  case gnuplotMissing
  case gnuplotFailed(detail: String)
  case template(detail: String)

  /// The exit code of `sysexits.h` that says the same.
  public var exitCode: Int32 {
    switch self {
    case .gnuplotMissing: 69  // EX_UNAVAILABLE
    case .gnuplotFailed, .template: 70  // EX_SOFTWARE
    }
  }
}

extension ReportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .gnuplotMissing:
      "gnuplot is not installed, and the report draws with it; run `apt-get install gnuplot-nox`."
    case .gnuplotFailed(let detail):
      "gnuplot could not draw the pictures of the report (\(detail))."
    case .template(let detail):
      "The page of the report cannot be filled in (\(detail))."
    }
  }
}
