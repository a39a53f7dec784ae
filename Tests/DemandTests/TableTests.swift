import Foundation
import Testing

/// The committed tables are what the trace gives. With `HUYING_RECORD=1` they are written anew.
@Suite("Tables of Pingshan")
struct TableTests {
  @Test(
    "Every committed figure is recomputed from the trace",
    .enabled(if: Paths.hasTrace, "../shared/data is absent: the trace is not published with it"))
  func recomputed() throws {
    let figures = try Figures.shared.get()
    let isRecording = ProcessInfo.processInfo.environment["HUYING_RECORD"] == "1"
    for (name, text) in figures.tables {
      let file = Paths.tables.appending(path: "\(name).csv")
      if isRecording {
        try text.write(to: file, atomically: true, encoding: .utf8)
        continue
      }
      let committed = try String(contentsOf: file, encoding: .utf8)
      let difference = zip(
        text.split(separator: "\n"), committed.split(separator: "\n")
      ).first { $0 != $1 }
      #expect(
        text == committed,
        "\(name).csv differs, first here: \(String(describing: difference)); HUYING_RECORD=1 rewrites"
      )
    }
  }
}
