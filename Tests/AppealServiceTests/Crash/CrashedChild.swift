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
    let process = Process()
    process.executableURL = try Self.executable
    process.arguments = [store, String(shift)] + starts.map(String.init)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let heard = Heard()
    let reading = output.fileHandleForReading
    let reader = Crew()
    reader.start { heard.read(reading) }
    switch moment {
    case .afterStart(let milliseconds): usleep(milliseconds * 1_000)
    case .atWork(let milliseconds):
      heard.first.wait()
      usleep(milliseconds * 1_000)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    reader.join()
    #expect(process.terminationReason == .uncaughtSignal, "the child ended by itself")
    acknowledged = heard.acknowledgements
  }

  /// Built beside the tests.
  static var executable: URL {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests).deletingLastPathComponent().appending(path: "CrashChild")
    }
  }
}

/// All that a child says, read while it speaks so that it never waits.
private final class Heard: @unchecked Sendable {
  // Unchecked: written by the reader alone, and read after it has ended.
  private var bytes = Data()
  /// Signalled at the first word, or at the end if there was none.
  let first = DispatchSemaphore(value: 0)

  func read(_ handle: FileHandle) {
    while case let heard = handle.availableData, !heard.isEmpty {
      if bytes.isEmpty { first.signal() }
      bytes.append(heard)
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
