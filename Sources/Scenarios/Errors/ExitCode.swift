/// Exit codes of sysexits.h that a broken scenario can give.
public enum ExitCode: Int32, Sendable {
  /// The command was called wrongly.
  case usage = 64
  /// The input is there but cannot be read as a document: encoding, size, syntax.
  case dataError = 65
  /// There is no such input, or it is not a file.
  case noInput = 66
  /// A file cannot be written.
  case cannotCreate = 73
  /// Reading or writing failed halfway.
  case ioError = 74
  /// The input may not be read.
  case noPermission = 77
  /// The document is readable, and its content is wrong.
  case configuration = 78
}
