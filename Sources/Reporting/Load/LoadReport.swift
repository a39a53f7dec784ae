import Foundation
import ResultFiles

/// The page of a load run with its pictures, made from results alone.
public struct LoadReport: Sendable {
  /// The whole page; it asks for no other file and no network.
  public let html: String
  /// The same pictures as files.
  public let figures: [DrawnFigure]

  /// Draws every picture with gnuplot and fills in the page.
  ///
  /// The same result gives the same bytes, with the same gnuplot.
  ///
  /// - Throws: `ReportError`, if gnuplot is missing for instance.
  public init(_ result: LoadResult, language: ReportLanguage) throws {
    let model = LoadModel(result, language: language)
    let pictures = [
      LatencyTimeFigure(model).figure, PercentileFigure(model: model).figure,
      RateFigure(model).figure, MemoryFigure(model).figure, CapacityFigure(model: model).figure,
    ]
    figures = try Gnuplot.draw(pictures.compactMap { $0 })
    html = try PageTemplate.render(LoadPage(model: model, figures: figures).content)
  }

  /// Writes `index.html` and `figures/` into an existing folder.
  ///
  /// - Throws: `ResultFolderError` if a file cannot be written.
  public func write(into folder: URL) throws {
    try PageFiles(html: html, figures: figures).write(into: folder)
  }
}
