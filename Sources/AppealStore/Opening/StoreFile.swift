import Foundation

/// What the operating system knows of a file, looked at before SQLite is let near it.
///
/// The file of a store is never opened here: to close any descriptor on it would drop all locks that
/// this process holds on it through SQLite (fcntl(2)), and another process could then take the log of
/// a store in use for one left behind.
package enum StoreFile {
  /// - Throws: `StoreError` unless a file that may be a database is at `path`.
  static func requireStore(at path: String) throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == EACCES { throw .forbidden(path: path) }
      throw .missing(path: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notADatabase(path: path, detail: "it is no regular file")
    }
    guard status.st_size > 0 else {
      throw .notADatabase(path: path, detail: "the file is empty")
    }
    guard status.st_size >= headerLength else {
      throw .notADatabase(path: path, detail: "it is shorter than the header of a database")
    }
  }

  /// - Throws: `StoreError` unless a new file can be made at `path`. A log left beside the name counts
  ///   as in the way: SQLite would play it onto the new file.
  static func requireNothing(at path: String) throws(StoreError) {
    var status = stat()
    if lstat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(path: path) }
      throw .exists(path: path)
    }
    for log in [path + "-wal", path + "-journal"] where size(of: log) > 0 {
      throw .strayLog(path: log)
    }
    try requireFolder(of: path)
  }

  /// - Throws: `StoreError` unless files can be made in the folder of `path`.
  static func requireFolder(of path: String) throws(StoreError) {
    var status = stat()
    let folder = folder(of: path)
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .noFolder(path: path)
    }
    guard access(folder, W_OK) == 0 else {
      if errno == EROFS { throw .readOnly(path: path) }
      throw .forbidden(path: path)
    }
  }

  /// - Throws: `StoreError` unless the file may be written.
  static func requireWritable(at path: String) throws(StoreError) {
    var status = stat()
    // Who may write anything is asked for the mark all the same: it was put there on purpose.
    guard access(path, W_OK) == 0, stat(path, &status) == 0, status.st_mode & 0o222 != 0 else {
      throw .readOnly(path: path)
    }
  }

  /// Takes away a file that was never finished, with its log.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether two paths lead to one file.
  static func isSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// A name to which something can be appended.
  package static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  static func folder(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  private static let headerLength = 100
}

// MARK: - Files that appear whole or not at all

extension StoreFile {
  /// A name beside `path` that nobody else uses.
  package static func unfinishedName(for path: String) -> String {
    "\(path).\(ProcessInfo.processInfo.globallyUniqueString).unfinished"
  }

  /// Gives a finished file its name if nothing has that name, and makes both last through a loss of
  /// power. No connection may be open on it.
  static func publish(_ source: String, as target: String) throws(StoreError) {
    try flush(source, path: target)
    // Something may have come there since the copy began.
    try requireNothing(at: target)
    if link(source, target) == 0 {
      unlink(source)
    } else if [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) {
      try moveWithoutLink(source, to: target)
    } else {
      throw failure(errno, target)
    }
    do {
      try flush(folder(of: target), path: target)
    } catch {
      unlink(target)
      throw error
    }
  }

  /// Moves a file to a name that nothing has, where the file system knows no hard links: an empty
  /// file takes the name first, and is all that is ever replaced.
  package static func moveWithoutLink(
    _ source: String, to target: String
  ) throws(StoreError) {
    let descriptor = Foundation.open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(errno, target) }
    Foundation.close(descriptor)
    guard rename(source, target) == 0 else {
      let reason = errno
      unlink(target)
      throw failure(reason, target)
    }
  }

  private static func failure(_ reason: Int32, _ path: String) -> StoreError {
    reason == EEXIST
      ? .exists(path: path) : .inputOutput(path: path, detail: String(cString: strerror(reason)))
  }

  /// As `publish`, in place of what has the name now.
  static func replace(_ target: String, with source: String) throws(StoreError) {
    try flush(source, path: target)
    guard rename(source, target) == 0 else {
      throw .inputOutput(path: target, detail: String(cString: strerror(errno)))
    }
    try flush(folder(of: target), path: target)
  }

  private static func flush(_ file: String, path: String) throws(StoreError) {
    let descriptor = Foundation.open(file, O_RDONLY)
    guard descriptor >= 0 else {
      throw .inputOutput(path: path, detail: String(cString: strerror(errno)))
    }
    defer { Foundation.close(descriptor) }
    // Some file systems cannot flush a folder and say EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .inputOutput(path: path, detail: String(cString: strerror(errno)))
    }
  }
}
