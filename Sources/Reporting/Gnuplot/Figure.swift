import Foundation

/// A picture of the report before it is drawn.
package struct Figure: Sendable {
  /// Name of the file without its ending: lower-case letters, digits and hyphens.
  var name: String
  var title: String
  /// What the picture shows, for readers who cannot see it.
  var description: String
  var canvas: Canvas
  /// Whether the title stands in the picture, so that a page need not show it again.
  var isTitled: Bool

  package init(
    name: String, title: String, description: String, canvas: Canvas, isTitled: Bool = false
  ) {
    self.isTitled = isTitled
    self.name = Self.safe(name)
    self.title = title
    self.description = description
    self.canvas = canvas
  }

  static func safe(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.map { scalar in
        scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          ? Character(scalar) : "-"
      })
  }

  /// The commands that draw this picture to `NAME.svg`.
  var script: String {
    let terminal =
      "svg size \(Int(canvas.width)),\(Int(canvas.height)) fixed noenhanced "
      + "font '\(SVGDocument.fontName),11' linewidth 1 rounded"
    return script(terminal, ending: "svg")
  }

  /// The commands that draw it to `NAME.png`, two dots a pixel, in the system's plain font.
  var rasterScript: String {
    let terminal =
      "pngcairo size \(Int(2 * canvas.width)),\(Int(2 * canvas.height)) noenhanced "
      + "font '\(SVGDocument.fontName),11' fontscale 1.5 linewidth 2 pointscale 2 rounded"
    return script(terminal, ending: "png")
      .replacingOccurrences(of: "'\(SVGDocument.boldName),", with: "'sans:bold,")
      .replacingOccurrences(of: "'\(SVGDocument.fontName),", with: "'sans,")
  }

  private func script(_ terminal: String, ending: String) -> String {
    let head = [
      "reset", "set terminal \(terminal)", "set encoding utf8",
      "set output '\(name).\(ending)'",
      "unset key; unset tics; unset border; unset colorbox; unset title",
      "set multiplot",
    ]
    return (head + canvas.commands + ["unset multiplot", "unset output"]).joined(separator: "\n")
      + "\n"
  }
}

/// A drawn picture.
public struct DrawnFigure: Sendable, Equatable {
  public var name: String
  public var title: String
  /// A whole SVG document, for a file.
  public var svg: String
  /// The same as an element for a page, which follows the page's colours and font.
  package var inline: String
  package var isTitled: Bool
}
