import Foundation

/// Reads a text file with a limit, so that no input can exhaust memory or hang.
enum InputFile {
  /// - Throws: one sentence if the file is absent, a folder, a device, too large, or not UTF-8.
  static func text(_ path: String, shown: String, limit: Int) throws(ScenarioProblem) -> String {
    let handle = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard handle >= 0 else { throw failure(errno, shown) }
    defer { close(handle) }
    try check(handle, shown, limit)
    let bytes = try contents(handle, shown, limit)
    return try decode(bytes, shown)
  }

  private static func failure(_ number: Int32, _ shown: String) -> ScenarioProblem {
    let place = Place(file: shown)
    switch number {
    case ENOENT, ENOTDIR, ENAMETOOLONG:
      return place.problem(
        nil, "there is no such file", mend: "check the path", code: .noInput)
    case EACCES, EPERM:
      return place.problem(
        nil, "the file may not be read", mend: "change its permissions", code: .noPermission)
    default:
      return place.problem(
        nil, "the file cannot be opened (\(String(cString: strerror(number))))",
        mend: "check the path", code: .noInput)
    }
  }

  private static func check(
    _ handle: Int32, _ shown: String, _ limit: Int
  ) throws(ScenarioProblem) {
    var status = stat()
    guard fstat(handle, &status) == 0 else { throw failure(errno, shown) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw Place(file: shown).problem(
        nil, "this is a folder", mend: "name a file inside it", code: .noInput)
    default:
      throw Place(file: shown).problem(
        nil, "this is no ordinary file", mend: "name a file on disk", code: .noInput)
    }
    guard status.st_size <= limit else { throw tooLarge(shown, Int(status.st_size), limit) }
  }

  private static func tooLarge(_ shown: String, _ size: Int, _ limit: Int) -> ScenarioProblem {
    Place(file: shown).problem(
      nil, "the file has \(size) bytes, but at most \(limit) are read",
      mend: "split it or name the right file", code: .dataError)
  }

  private static func contents(
    _ handle: Int32, _ shown: String, _ limit: Int
  ) throws(ScenarioProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(handle, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Place(file: shown).problem(
          nil, "reading failed (\(String(cString: strerror(errno))))", mend: "try again",
          code: .ioError)
      }
      bytes += chunk[..<count]
      // A file can grow while it is read.
      if bytes.count > limit { throw tooLarge(shown, bytes.count, limit) }
    }
  }

  private static func decode(_ bytes: [UInt8], _ shown: String) throws(ScenarioProblem) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self), !body.contains(0) { return text }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Place(file: shown).problem(
        nil, "the text is UTF-16", mend: "save it as UTF-8", code: .dataError)
    }
    let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bad = lines.firstIndex {
      $0.contains(0) || String(validating: $0, as: UTF8.self) == nil
    }
    throw Place(file: shown, line: bad.map { $0 + 1 }).problem(
      nil, "the text is not UTF-8", mend: "save it as UTF-8", code: .dataError)
  }
}
