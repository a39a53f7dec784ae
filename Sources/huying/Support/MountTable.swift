import Foundation

/// The mounted file systems, by the lines of proc(5): device, place, type, …
struct MountTable {
  private var rows: [[String]]

  /// Those of this machine; nil where the system does not say.
  static var current: MountTable? {
    (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)).map(MountTable.init)
  }

  init(_ lines: String) {
    rows = lines.split(separator: "\n").map { line in
      line.split(separator: " ").map { Self.unescaped($0) }
    }
  }

  /// The type of the mount nearest to an absolute path without links.
  func fileSystem(of path: String) -> String? {
    let above = rows.filter { row in
      row.count > 2 && (path + "/").hasPrefix(row[1] == "/" ? "/" : row[1] + "/")
    }
    // Of two mounts on one place the later hides the earlier.
    return above.enumerated().max {
      ($0.element[1].count, $0.offset) < ($1.element[1].count, $1.offset)
    }
    .map { $0.element[2] }
  }

  /// The type of the file system of a folder if it lies in memory, where a flush costs nothing.
  static func memoryFileSystem(of folder: String) -> String? {
    let path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    return current?.fileSystem(of: path).flatMap { ["tmpfs", "ramfs"].contains($0) ? $0 : nil }
  }

  /// Blanks, tabs, newlines and backslashes stand there as three octal digits.
  private static func unescaped(_ field: Substring) -> String {
    var text = String(field)
    for (code, character) in [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")] {
      text = text.replacing(code, with: character)
    }
    return text
  }
}
