import Foundation
import Reporting
import ResultFiles

/// Where the store of a load run lies: a file that is kept, or one in a folder that is deleted.
final class StorePlace: Sendable {
  let path: String
  /// The folder to delete afterwards; nil where the user named the file.
  private let temporary: TemporaryStoreFolder?

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
    TemporaryStoreFolder.removeAbandoned(in: parent)
    let made = try TemporaryStoreFolder(in: parent)
    path = made.store
    temporary = made
  }

  /// Deletes what nobody asked to keep.
  func remove() {
    temporary?.remove()
  }

  /// Whether the store lies in memory, where a flush costs nothing; false where the system does not
  /// say.
  var isInMemory: Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return MountTable.memoryFileSystem(of: folder) != nil
  }

  /// Where the store is when the run has ended without its result.
  var remains: (en: String, zh: String) {
    temporary == nil
      ? ("the store so far is kept in \(path)", "已写入的存储保留在 \(path)")
      : ("nothing was kept", "没有保留任何文件")
  }
}
