import Foundation

/// What the operating system knows of a file, looked at before SQLite is let near it.
enum StoreFile {
  /// - Throws: `StoreError` unless a file that begins as a store does is at `path`.
  static func requireStore(at path: String) throws(StoreError) {
    try requireFile(at: path)
    let head = try firstBytes(of: path)
    guard !head.isEmpty else {
      throw .notADatabase(path: path, detail: "the file is empty")
    }
    guard head.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .notADatabase(path: path, detail: "it does not begin as a database does")
    }
    guard head.count == headerLength else {
      throw .damaged(path: path, detail: "the file ends within its header")
    }
    let application = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
    guard application == StoreSchema.applicationID else {
      throw .foreign(path: path, detail: "a database of something else")
    }
  }

  /// - Throws: `StoreError` unless a new file can be made at `path`.
  static func requireNothing(at path: String) throws(StoreError) {
    var status = stat()
    if lstat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(path: path) }
      throw .exists(path: path)
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
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

  private static let headerLength = 100

  private static func requireFile(at path: String) throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == EACCES { throw .forbidden(path: path) }
      throw .missing(path: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notADatabase(path: path, detail: "it is no regular file")
    }
  }

  private static func firstBytes(of path: String) throws(StoreError) -> [UInt8] {
    let descriptor = Foundation.open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .forbidden(path: path) }
    defer { Foundation.close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: headerLength)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else {
      throw .inputOutput(path: path, detail: String(cString: strerror(errno)))
    }
    return Array(bytes.prefix(count))
  }
}
