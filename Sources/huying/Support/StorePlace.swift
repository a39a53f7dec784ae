import Foundation
import Reporting
import ResultFiles

/// Where the store of a load run lies: a file that is kept, or one in a folder that is deleted.
final class StorePlace: Sendable {
  let path: String
  /// The folder to delete afterwards; nil where the user named the file.
  private let temporary: String?

  /// - Parameter folder: of the results, beside which the temporary folder is made, so that the
  ///   store lies on their disk: the folder of temporary files is in memory on many machines.
  /// - Throws: `ResultFolderError`, `CommandError` where a file is at `named`.
  init(_ named: String?, beside folder: String) throws {
    if let named {
      guard !FileManager.default.fileExists(atPath: named) else {
        throw CommandError(
          sentence: "\(named): a file is there already; --store makes a new one, name another.",
          code: 73)
      }
      path = named
      temporary = nil
      return
    }
    let parent = URL(fileURLWithPath: folder).standardizedFileURL.deletingLastPathComponent().path
    try PosixFile.makeFolders(parent)
    let made = try PosixFile.makeTemporaryFolder(in: parent)
    path = made + "/load.store"
    temporary = made
  }

  /// Deletes what nobody asked to keep.
  func remove() {
    guard let temporary else { return }
    try? FileManager.default.removeItem(atPath: temporary)
  }

  /// Whether the store lies in memory, where a flush costs nothing; false where the system does not
  /// say.
  var isInMemory: Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath()
    guard let mounts = try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8) else {
      return false
    }
    return Self.fileSystem(of: folder.path, in: mounts).map(["tmpfs", "ramfs"].contains) ?? false
  }

  /// The type of the mount nearest to a path, by the lines of proc(5): device, place, type, …
  static func fileSystem(of path: String, in mounts: String) -> String? {
    let rows = mounts.split(separator: "\n").map { $0.split(separator: " ") }
    let above = rows.filter { row in
      row.count > 2 && (path + "/").hasPrefix(row[1] == "/" ? "/" : row[1] + "/")
    }
    // Of two mounts on one place the later hides the earlier.
    return above.enumerated().max {
      ($0.element[1].count, $0.offset) < ($1.element[1].count, $1.offset)
    }
    .map { String($0.element[2]) }
  }

  static let memoryNote = BilingualText(
    zh: "存储位于内存文件系统：持久化没有代价，数字不能代表磁盘。",
    en: """
      The store lay on a file system in memory, where making a commit durable costs nothing: the \
      numbers stand for no disk.
      """)
}

/// Removes the temporary store when the run is interrupted, and ends the process.
final class LoadInterrupt {
  private let sources: [any DispatchSourceSignal]

  init(_ place: StorePlace) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        place.remove()
        let words = "\r\u{1B}[Khuying: interrupted; nothing was written. 已中断，未写出结果。\n"
        FileHandle.standardError.write(Data(words.utf8))
        _exit(75)
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
