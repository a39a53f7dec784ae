import Foundation
import ResultFiles

/// The page of an attribution with its waterfalls, made from results alone.
public struct AttributionReport: Sendable {
  /// The whole page; it asks for no other file and no network.
  public let html: String
  /// The same pictures as files.
  public let figures: [DrawnFigure]

  /// Draws a waterfall for each indicator under each explanation and fills in the page.
  ///
  /// The same result gives the same bytes, with the same gnuplot.
  ///
  /// - Throws: `ReportError`, if gnuplot is missing for instance.
  public init(_ result: AttributionResult, language: ReportLanguage) throws {
    let model = AttributionModel(result, language: language)
    let pictures = result.indicators.flatMap { indicator in
      result.explanations.map { explanation in
        WaterfallFigure(model: model, indicator: indicator, explanation: explanation).figure
      }
    }
    figures = try Gnuplot.draw(pictures)
    html = try PageTemplate.render(AttributionPage(model: model, figures: figures).content)
  }

  /// Writes `index.html` and `figures/` into an existing folder.
  ///
  /// - Throws: `ResultFolderError` if a file cannot be written.
  public func write(into folder: URL) throws {
    try PageFiles(html: html, figures: figures).write(into: folder)
  }
}
