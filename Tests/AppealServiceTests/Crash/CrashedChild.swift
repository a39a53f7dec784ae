import Foundation
import ServiceFixtures
import Testing

/// One life of a service in a process of its own, ended by `SIGKILL`.
struct CrashedChild {
  /// Acknowledged submissions, in the order in which the child told of them.
  let acknowledged: [(reference: CrashReference, appeal: UInt32)]

  /// When the child is killed, in milliseconds.
  enum Moment {
    /// After its start: while it opens the store, perhaps.
    case afterStart(UInt32)
    /// After its first word.
    case atWork(UInt32)
  }

  /// Starts a child on `store`, lets it go on until the moment comes, and kills it.
  init(store: String, shift: Int64, starts: [UInt64], moment: Moment) throws {
    var ends: [Int32] = [-1, -1]
    let status = pipe(&ends)
    try #require(status == 0, "the system gives no pipe")
    // The child gets a copy of one end; the ends themselves stay here.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = try Self.start([store, String(shift)] + starts.map(String.init), output: ends[1])
    close(ends[1])
    let heard = Heard(ends[0])
    let reader = Crew()
    reader.start { heard.read() }
    switch moment {
    case .afterStart(let milliseconds): usleep(milliseconds * 1_000)
    case .atWork(let milliseconds):
      heard.first.wait()
      usleep(milliseconds * 1_000)
    }
    kill(process, SIGKILL)
    var end: Int32 = 0
    let ended = waitpid(process, &end, 0)
    #expect(ended == process && end & 0x7F == SIGKILL, "the child ended by itself: status \(end)")
    reader.join()
    close(ends[0])
    acknowledged = heard.acknowledgements
  }

  /// - Returns: the number of the process.
  private static func start(_ arguments: [String], output: Int32) throws -> pid_t {
    let path = try executable.path
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, path, &actions, nil, &words, environ)
    try #require(status == 0, "\(path) cannot be started: error \(status)")
    return process
  }

  /// Built beside the tests.
  private static var executable: URL {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests).deletingLastPathComponent().appending(path: "CrashChild")
    }
  }
}

/// All that a child says, read while it speaks so that it never waits.
private final class Heard: @unchecked Sendable {
  // Unchecked: written by the reader alone, and read after it has ended.
  private var bytes: [UInt8] = []
  private let file: Int32
  /// Signalled at the first word, or at the end if there was none.
  let first = DispatchSemaphore(value: 0)

  init(_ file: Int32) { self.file = file }

  func read() {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = Foundation.read(file, &piece, piece.count), count > 0 {
      if bytes.isEmpty { first.signal() }
      bytes += piece[..<count]
    }
    first.signal()
  }

  var acknowledgements: [(reference: CrashReference, appeal: UInt32)] {
    bytes.withUnsafeBytes { raw in
      stride(from: 0, through: raw.count - 16, by: 16).map { offset in
        let reference = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let appeal = raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
        return (CrashReference(rawValue: reference), UInt32(appeal))
      }
    }
  }
}
