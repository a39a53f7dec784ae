import Foundation

/// An unfinished folder beside its final place, which a rename turns into the finished one.
package struct StagingFolder {
  package let path: String
  private let destination: String

  /// Creates the unfinished folder and the parents of the destination.
  ///
  /// - Throws: `ResultFolderError` if something else than results is at the destination.
  package init(for destination: String) throws {
    let url = URL(fileURLWithPath: destination).standardizedFileURL
    self.destination = url.path
    let parent = url.deletingLastPathComponent().path
    let process = ProcessInfo.processInfo.processIdentifier
    path = parent + "/.\(url.lastPathComponent).unfinished-\(process)"
    try Self.checkReplaceable(self.destination)
    try PosixFile.makeFolders(parent)
    try? FileManager.default.removeItem(atPath: path)
    try PosixFile.makeFolders(path)
  }

  package func file(_ name: String) -> String { path + "/" + name }

  package func write(_ text: String, to name: String) throws {
    try PosixFile.write(text, to: file(name))
  }

  /// Makes every byte durable, then puts the folder into place.
  package func commit() throws {
    try Self.checkReplaceable(destination)
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

  private static func checkReplaceable(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw ResultFolderError.notResults(path: path, detail: "a file is there")
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? ["unreadable"]
    guard names.isEmpty || ResultFolder.exists(at: path) else {
      throw ResultFolderError.notResults(path: path, detail: "it holds other files")
    }
  }
}
