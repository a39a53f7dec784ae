import Foundation

/// An unfinished folder beside its final place, which a rename turns into the finished one.
package struct StagingFolder {
  package let path: String
  private let destination: String
  private let kind: String
  private let isOurs: (String) -> Bool

  /// Creates the unfinished folder and the parents of the destination.
  ///
  /// - Parameters:
  ///   - kind: what such a folder holds, for messages.
  ///   - isOurs: whether a folder with files in it is one that may be replaced.
  /// - Throws: `ResultFolderError` if something else is at the destination.
  package init(
    for destination: String, holding kind: String = "results",
    isOurs: @escaping (String) -> Bool = Self.holdsResults
  ) throws {
    self.kind = kind
    self.isOurs = isOurs
    let url = Self.place(of: destination)
    self.destination = url.path
    let parent = url.deletingLastPathComponent().path
    let process = ProcessInfo.processInfo.processIdentifier
    path = parent + "/.\(url.lastPathComponent).unfinished-\(process)"
    try Self.checkReplaceable(self.destination, kind, isOurs)
    try PosixFile.makeFolders(parent)
    Self.removeAbandoned(beside: url)
    try? FileManager.default.removeItem(atPath: path)
    try PosixFile.makeFolders(path)
  }

  /// Whether results or an attribution lie at `path`, which others of their kind may replace.
  package static func holdsResults(_ path: String) -> Bool {
    ResultFolder.exists(at: path) || AttributionFolder.exists(at: path)
  }

  package func file(_ name: String) -> String { path + "/" + name }

  package func write(_ text: String, to name: String) throws {
    try PosixFile.write(text, to: file(name))
  }

  /// Makes every byte durable, then puts the folder into place.
  package func commit() throws {
    try Self.checkReplaceable(destination, kind, isOurs)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    for name in names { try PosixFile.synchronize(file(name)) }
    try PosixFile.synchronize(path)
    if FileManager.default.fileExists(atPath: destination) {
      try PosixFile.replace(destination, by: path)
    } else {
      try PosixFile.rename(path, destination)
    }
    try PosixFile.synchronize((destination as NSString).deletingLastPathComponent)
  }

  package func discard() {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// What a folder at `destination` would fail for, before there is anything to write.
  package static func precheck(
    _ destination: String, holding kind: String = "results",
    isOurs: (String) -> Bool = Self.holdsResults
  ) throws {
    let url = place(of: destination)
    try checkReplaceable(url.path, kind, isOurs)
    var parent = url.deletingLastPathComponent()
    while parent.path != "/", !FileManager.default.fileExists(atPath: parent.path) {
      parent.deleteLastPathComponent()
    }
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: parent.path, isDirectory: &isFolder)
    guard isFolder.boolValue else { throw PosixFile.error(ENOTDIR, path: url.path) }
    guard access(parent.path, W_OK | X_OK) == 0 else {
      throw PosixFile.error(errno, path: url.path)
    }
  }

  /// Where the folder is to stand: a link stays, and what it names is replaced.
  private static func place(of destination: String) -> URL {
    var url = URL(fileURLWithPath: destination).standardizedFileURL
    for _ in 0..<40 {
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: url.path)
      guard let target else { break }
      url =
        URL(fileURLWithPath: target, relativeTo: url.deletingLastPathComponent())
        .standardizedFileURL
    }
    return url
  }

  /// Deletes unfinished folders of the same name whose process has ended without doing so.
  private static func removeAbandoned(beside url: URL) {
    let parent = url.deletingLastPathComponent().path
    let prefix = ".\(url.lastPathComponent).unfinished-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: parent + "/" + name)
    }
  }

  private static func checkReplaceable(
    _ path: String, _ kind: String, _ isOurs: (String) -> Bool
  ) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw ResultFolderError.occupied(path: path, kind: kind, detail: "a file is there")
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? ["unreadable"]
    guard names.isEmpty || isOurs(path) else {
      throw ResultFolderError.occupied(path: path, kind: kind, detail: "it holds other files")
    }
  }
}
