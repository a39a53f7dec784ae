import CZlib
import CivicTime
import Foundation
import Traces

/// A folder of traces for one test, removed at its end.
final class TraceBench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "huying-traces-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }

  func write(_ text: String, name: String = "trace.csv") throws -> String {
    try write(name, Array(text.utf8))
  }

  /// The text as one gzip member.
  func gzip(_ text: String) throws -> [UInt8] {
    let file = folder.appending(path: "member.gz").path
    let handle = gzopen(file, "wb")
    let bytes = Array(text.utf8)
    _ = gzwrite(handle, bytes, UInt32(bytes.count))
    gzclose(handle)
    return [UInt8](try Data(contentsOf: URL(filePath: file)))
  }
}

extension TraceMapping {
  /// Columns `at`, `what` and `who`; `-` is null; times in Shanghai.
  static func simple(_ change: (inout TraceMapping) -> Void = { _ in }) throws -> TraceMapping {
    var mapping = TraceMapping(
      zone: try .named("Asia/Shanghai"), nulls: ["-"],
      created: TimeColumn(column: "at", format: try TraceTimeFormat(pattern: "yyyy-MM-dd HH:mm:ss"))
    )
    mapping.levels = [NameColumn(key: "what")]
    mapping.unit = NameColumn(key: "who")
    change(&mapping)
    return mapping
  }
}

/// A whole trace in memory.
struct ReadTrace {
  var rows: [TraceRow] = []
  var names: TraceNames
  var tally: TraceTally

  init(_ path: String, _ mapping: TraceMapping) throws(TraceError) {
    var reader = try TraceReader(path: path, mapping: mapping)
    var rows: [TraceRow] = []
    while let row = try reader.next() { rows.append(row) }
    self.rows = rows
    names = reader.names
    tally = reader.tally
  }

  var subjects: [String] {
    rows.map { $0.levels[0] < 0 ? "∅" : names.levels[0].keys[Int($0.levels[0])] }
  }

  var complaints: [String] { tally.rejects.map { "\($0.line): \($0.reason)" } }
}
