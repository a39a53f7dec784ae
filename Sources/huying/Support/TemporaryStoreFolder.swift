import Foundation
import ResultFiles

/// A folder for the store of one run, `huying-load-` with the process and six random characters. A
/// lock on a file in it is held while the run lives, so that others can tell that it is gone.
final class TemporaryStoreFolder: Sendable {
  private let path: String
  /// The locked file; closed, and so unlocked, with this value.
  private let lock: Int32

  /// The name of the store's file, with which all other names in the folder begin.
  private static let storeName = "load.store"
  private static let lockName = storeName + ".lock"
  private static let prefix = "huying-load-"

  var store: String { path + "/" + Self.storeName }

  /// A new folder that only this user can enter.
  ///
  /// - Throws: `ResultFolderError`.
  init(in parent: String) throws {
    var made: (path: String, lock: Int32)?
    let prefix = "\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)-"
    // Another run that starts now may take the folder for abandoned before it is locked.
    for _ in 0..<8 where made == nil {
      let path = try PosixFile.makeTemporaryFolder(in: parent, prefix: prefix)
      let lock = open(path + "/" + Self.lockName, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard lock >= 0 else {
        if errno == ENOENT { continue }
        let reason = errno
        rmdir(path)
        throw PosixFile.error(reason, path: path)
      }
      // Where the file system knows no locks, nobody can take the folder for abandoned.
      if flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        close(lock)
        continue
      }
      if Self.isLinked(lock) { made = (path, lock) } else { close(lock) }
    }
    guard let made else { throw PosixFile.error(EBUSY, path: parent) }
    (path, lock) = made
  }

  /// Whether an open file still has a name.
  private static func isLinked(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  func remove() { Self.remove(path) }

  deinit { close(lock) }

  /// Deletes a folder with nothing but files of a store in it; stops at anything else.
  private static func remove(_ folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [""]
    guard names.allSatisfy({ $0.hasPrefix(storeName) }) else { return }
    for name in names where name != lockName { unlink(folder + "/" + name) }
    unlink(folder + "/" + lockName)
    rmdir(folder)
  }
}

// MARK: - Runs that are gone

extension TemporaryStoreFolder {
  /// Deletes the folders of runs that ended without doing so: killed, or with the machine.
  static func removeAbandoned(in parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where isName(name) {
      let folder = parent + "/" + name
      guard isOwn(folder) else { continue }
      let lock = open(folder + "/" + lockName, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { remove(folder) }
      close(lock)
    }
  }

  /// The prefix, digits, a hyphen, and six letters or digits.
  private static func isName(_ name: String) -> Bool {
    let parts = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
    return name.hasPrefix(prefix) && parts.count == 2 && !parts[0].isEmpty
      && parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) } && parts[1].utf8.count == 6
      && parts[1].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// Whether it is a folder, not a link to one, and this user's.
  private static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid()
  }
}
