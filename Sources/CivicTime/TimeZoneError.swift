/// A zone that cannot be had.
public enum TimeZoneError: Error, Hashable, Sendable {
  /// Not a name of the form `Area/City`.
  case badName(String)
  /// No such file in the folder of zones.
  case notFound(name: String, folder: String)
  /// The bytes are not a zone of RFC 8536, version 2 or later.
  case malformed(name: String, reason: String)
  /// An offset of 24 hours or more.
  case offsetOutOfRange(seconds: Int)
}

extension TimeZoneError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badName(let name):
      "\(quoted(name)) is not the name of a time zone; write one such as Asia/Shanghai."
    case .notFound(let name, let folder):
      "There is no time zone \(quoted(name)) in \(folder); check the spelling or install tzdata."
    case .malformed(let name, let reason):
      "The time zone \(quoted(name)) cannot be read: \(reason); reinstall tzdata."
    case .offsetOutOfRange(let seconds):
      "An offset of \(seconds) seconds is no time zone; give less than 24 hours either way."
    }
  }
}
