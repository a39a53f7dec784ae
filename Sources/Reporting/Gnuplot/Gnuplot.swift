import Foundation
import ResultFiles

/// Runs gnuplot as a process, once for all pictures of a report.
package enum Gnuplot {
  /// The drawn pictures, in the order of `figures`.
  ///
  /// - Throws: `ReportError`, or `ResultFolderError` if the folder for temporary files is full.
  package static func draw(_ figures: [Figure], program: String = "gnuplot") throws -> [DrawnFigure]
  {
    try files(of: figures, \.script, ending: "svg", program).enumerated().map { place, data in
      SVGDocument(String(decoding: data, as: UTF8.self)).drawn(as: figures[place])
    }
  }

  /// The same pictures as PNG, by name, for documents that take no SVG. Their fonts are the
  /// machine's, so their bytes are as well.
  ///
  /// - Throws: as ``draw(_:program:)``.
  package static func rasters(
    _ figures: [Figure], program: String = "gnuplot"
  ) throws -> [(name: String, png: Data)] {
    try zip(figures, files(of: figures, \.rasterScript, ending: "png", program))
      .map { ($0.name, $1) }
  }

  private static func files(
    of figures: [Figure], _ commands: (Figure) -> String, ending: String, _ program: String
  ) throws -> [Data] {
    guard !figures.isEmpty else { return [] }
    let folder = URL(fileURLWithPath: try PosixFile.makeTemporaryFolder(), isDirectory: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent("figures.gp")
    try PosixFile.write(figures.map(commands).joined(), to: script.path)
    try run(program, script: script, in: folder)
    return try figures.map { figure in
      let file = folder.appendingPathComponent(figure.name + "." + ending)
      guard let data = try? Data(contentsOf: file), !data.isEmpty else {
        throw ReportError.gnuplotFailed(detail: "\(figure.name) is empty")
      }
      return data
    }
  }

  /// Whether the program is found, so that its absence is said before hours of work.
  package static func isAvailable(_ program: String = "gnuplot") -> Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  private static func run(_ program: String, script: URL, in folder: URL) throws {
    let complaints = folder.appendingPathComponent("complaints.txt")
    _ = FileManager.default.createFile(atPath: complaints.path, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program, script.lastPathComponent]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    // A reader's own settings must not change the pictures.
    environment["GNUTERM"] = nil
    environment["HOME"] = folder.path
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    process.waitUntilExit()
    // `env` says 127 for a program that it cannot find.
    guard process.terminationStatus != 127 else { throw ReportError.gnuplotMissing }
    guard process.terminationStatus == 0 else {
      let text = (try? String(contentsOf: complaints, encoding: .utf8)) ?? ""
      let detail =
        text.split(separator: "\n").last(where: { $0.contains(" ") }) ?? "no reason given"
      throw ReportError.gnuplotFailed(detail: String(detail.prefix(200)))
    }
  }
}
