import Foundation

/// The few file operations whose exact error matters.
package enum PosixFile {
  package static func makeFolders(_ path: String) throws {
    var prefix = ""
    for part in path.split(separator: "/") {
      prefix += "/" + part
      guard mkdir(prefix, 0o777) != 0, errno != EEXIST else { continue }
      // A parent on a read-only file system may exist all the same.
      let reason = errno
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: prefix, isDirectory: &isFolder), isFolder.boolValue
      {
        continue
      }
      throw error(reason, path: path)
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw error(ENOTDIR, path: path) }
  }

  /// A new empty folder among the temporary files that only this user can enter.
  ///
  /// A name of its own each time: a folder shared by users would belong to the first of them.
  /// - Parameter prefix: what the name begins with; six random characters follow.
  package static func makeTemporaryFolder(
    in parent: String = FileManager.default.temporaryDirectory.path, prefix: String = "huying-"
  ) throws -> String {
    var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw error(errno, path: parent) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes the whole text to a new file.
  package static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw error(errno, path: path) }
    defer { close(descriptor) }
    var text = text
    try text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[written...])
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw error(errno, path: path) }
        written += count
      }
    }
  }

  /// Flushes a file or a folder to the device.
  package static func synchronize(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(errno, path: path) }
    defer { close(descriptor) }
    // Some file systems cannot flush a folder and say EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw error(errno, path: path) }
  }

  package static func rename(_ old: String, _ new: String) throws {
    guard Foundation.rename(old, new) == 0 else { throw error(errno, path: new) }
  }

  /// Puts `new` in place of the folder `destination`, which is deleted last.
  ///
  /// Between the two renames the old folder stands beside under the name `new` + `-replaced`: at
  /// every moment one of them is whole. If the second rename fails, the first is undone.
  package static func replace(_ destination: String, by new: String) throws {
    let aside = new + "-replaced"
    try rename(destination, aside)
    do {
      try rename(new, destination)
    } catch {
      try rename(aside, destination)
      throw error
    }
    try? FileManager.default.removeItem(atPath: aside)
  }

  package static func error(_ code: Int32, path: String) -> ResultFolderError {
    let detail = String(cString: strerror(code))
    return switch code {
    case ENOSPC, EDQUOT: .noSpace(path: path)
    case EIO: .inputOutput(path: path, detail: detail)
    default: .notWritable(path: path, detail: detail)
    }
  }
}
