import Foundation
import ResultFiles

/// The page of an attribution with its waterfalls, made from results alone.
public struct AttributionReport: Sendable {
  /// The whole page; it asks for no other file and no network.
  public let html: String
  /// The same pictures as files.
  public let figures: [DrawnFigure]
  private let pictures: [Figure]

  /// Draws a waterfall for each indicator under each explanation and fills in the page.
  ///
  /// The same result gives the same bytes, with the same gnuplot.
  ///
  /// - Throws: `ReportError`, if gnuplot is missing for instance.
  public init(_ result: AttributionResult, language: ReportLanguage) throws {
    let model = AttributionModel(result, language: language)
    pictures = result.indicators.flatMap { indicator in
      result.explanations.map { explanation in
        WaterfallFigure(model: model, indicator: indicator, explanation: explanation).figure
      }
    }
    figures = try Gnuplot.draw(pictures)
    html = try PageTemplate.render(AttributionPage(model: model, figures: figures).content)
  }

  /// Writes `index.html` and `figures/`, as SVG and as PNG, into an existing folder.
  ///
  /// - Throws: `ResultFolderError` if a file cannot be written.
  public func write(into folder: URL) throws {
    // A gnuplot without cairo draws no PNG: the SVG files say the same.
    let rasters = (try? Gnuplot.rasters(pictures)) ?? []
    try PageFiles(html: html, figures: figures).write(into: folder)
    for (name, png) in rasters {
      try png.write(to: folder.appending(path: "figures/\(name).png"))
    }
  }
}
