import Foundation
import Glibc
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

  /// Whether the store lies in memory, where a flush costs nothing.
  var isInMemory: Bool {
    var status = statfs()
    let folder = (path as NSString).deletingLastPathComponent
    guard Glibc.statfs(folder.isEmpty ? "." : folder, &status) == 0 else { return false }
    // TMPFS_MAGIC and RAMFS_MAGIC of statfs(2).
    return [0x0102_1994, 0x8584_58F6].contains(
      UInt64(truncatingIfNeeded: status.f_type) & 0xFFFF_FFFF)
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
