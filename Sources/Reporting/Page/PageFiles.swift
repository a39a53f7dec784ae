import Foundation
import ResultFiles

/// A page and its pictures, to be written into a folder of results.
struct PageFiles {
  var html: String
  var figures: [DrawnFigure]

  /// Writes `index.html` and `figures/` into an existing folder: everything is written beside its
  /// place before the first file is renamed, and a failure leaves nothing unfinished behind.
  ///
  /// - Throws: `ResultFolderError` if a file cannot be written.
  func write(into folder: URL) throws {
    let pictures = folder.appendingPathComponent("figures", isDirectory: true)
    try PosixFile.makeFolders(pictures.path)
    var files = figures.map { figure in
      (pictures.appendingPathComponent(figure.name + ".svg").path, figure.svg)
    }
    files.append((folder.appendingPathComponent("index.html").path, html))
    do {
      for (path, text) in files { try PosixFile.write(text, to: path + Self.unfinished) }
      for (path, _) in files { try PosixFile.rename(path + Self.unfinished, path) }
    } catch {
      for (path, _) in files { unlink(path + Self.unfinished) }
      throw error
    }
  }

  private static let unfinished = ".unfinished"
}
