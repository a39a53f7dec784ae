import Foundation
import ResultFiles

/// The page of an experiment with its pictures, made from results alone.
///
///     let report = try Report(result, language: .chinese)
///     try ResultFolder.write(result, to: "out", language: .chinese) { try report.write(into: $0) }
public struct Report: Sendable {
  /// The whole page; it asks for no other file and no network.
  public let html: String
  /// The same pictures as files.
  public let figures: [DrawnFigure]

  /// Draws every picture with gnuplot and fills in the page.
  ///
  /// The same result gives the same bytes, with the same gnuplot.
  ///
  /// - Throws: `ReportError`, if gnuplot is missing for instance.
  public init(_ result: ExperimentResult, language: ReportLanguage) throws {
    let model = ReportModel(result, language: language)
    figures = try Gnuplot.draw(Self.figures(of: model))
    html = try PageTemplate.render(PageBuilder(model: model, figures: figures).content)
  }

  private static func figures(of model: ReportModel) -> [Figure] {
    let forests = model.judgedIndicators.map {
      ForestFigure(model: model, indicator: $0).figure
    }
    let groups = [GroupCount.Dimension.channel, .street, .category, .unit].map {
      GroupFigure(model: model, dimension: $0).figure
    }
    let others = [
      BacklogFigure(model).figure, DemandHeatFigure(model: model).figure,
      BreachHeatFigure(model: model).figure, UtilisationFigure(model: model).figure,
      CloseTimeFigure(model).figure,
    ]
    return (forests + others + groups).compactMap { $0 }
  }

  /// Writes `index.html` and `figures/` into an existing folder.
  ///
  /// - Throws: `ResultFolderError` if a file cannot be written.
  public func write(into folder: URL) throws {
    try PageFiles(html: html, figures: figures).write(into: folder)
  }
}
