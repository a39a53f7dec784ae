import ArgumentParser
import Foundation

/// Writes to standard output, every byte or an error: results that are lost must not look kept.
///
/// - Throws: `CommandError` with 74; a quiet end where the reader has gone, as `head` does.
func writeOut(_ text: String) throws {
  try write(text, to: STDOUT_FILENO, named: "standard output")
}

/// The same for a descriptor of any name.
private func write(_ text: String, to descriptor: Int32, named name: String) throws {
  signal(SIGPIPE, SIG_IGN)
  var text = text
  let reason: Int32 = text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return 0
  }
  guard reason != 0 else { return }
  guard reason != EPIPE else { throw ArgumentParser.ExitCode.success }
  throw CommandError(
    sentence: "\(name) cannot be written (\(String(cString: strerror(reason)))).", code: 74)
}
