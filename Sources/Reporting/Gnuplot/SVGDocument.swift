import Foundation
import ResultFiles

/// What gnuplot wrote, made fit for a page: unique ids, own title and description, nothing else.
///
/// gnuplot gives every picture the same ids (`gpPt6`), names its plots in titles that browsers show
/// as tooltips, and leaves empty groups. Its output is read line by line, as it writes it.
struct SVGDocument {
  /// Font names that are replaced by lists of fonts.
  static let fontName = "HuyingFigure"
  static let boldName = "HuyingFigureBold"

  /// For the file alone; in a page the picture takes the page's fonts.
  private static let fonts =
    "'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', sans-serif"

  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: true)
  }

  func drawn(as figure: Figure) -> DrawnFigure {
    let content = content(of: figure.name)
    let head =
      "viewBox=\"0 0 \(Int(figure.canvas.width)) \(Int(figure.canvas.height))\" "
      + "role=\"img\" aria-labelledby=\"\(figure.name)-title \(figure.name)-desc\""
    let words =
      "<title id=\"\(figure.name)-title\">\(figure.title.escapedForMarkup)</title>\n"
      + "<desc id=\"\(figure.name)-desc\">\(figure.description.escapedForMarkup)</desc>\n"
    let size = "width=\"\(Int(figure.canvas.width))\" height=\"\(Int(figure.canvas.height))\""
    let file =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
      + "\(size) \(head) font-family=\"\(Self.fonts)\">\n" + words
      + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + content + "</svg>\n"
    let inline = "<svg \(head)>\n" + words + Self.inkReplaced(content) + "</svg>\n"
    return DrawnFigure(
      name: figure.name, title: figure.title, svg: file, inline: inline, isTitled: figure.isTitled)
  }

  /// Definitions and marks, with ids that start with `name`.
  private func content(of name: String) -> String {
    var out: [Substring] = []
    var isInside = false
    var isFilter = false
    for line in lines {
      if line.hasPrefix("<defs>") { isInside = true }
      guard isInside, line != "</svg>" else { continue }
      if line.hasPrefix("\t<filter") { isFilter = true }
      if !isFilter { append(line, name: name, to: &out) }
      if line.hasPrefix("\t</filter") { isFilter = false }
    }
    // The group that gnuplot opens before the definitions ends on the last line.
    if out.last == "</g>" { out.removeLast() }
    return out.joined(separator: "\n") + "\n"
  }

  private func append(_ line: Substring, name: String, to out: inout [Substring]) {
    if line == "</g>" || line == "\t</g>", let last = out.last, last.hasSuffix(">"),
      last.contains("<g "), !last.contains("</g>")
    {
      out.removeLast()
      return
    }
    guard !line.contains("<text></text>") else { return }
    if line.hasPrefix("\t<g id=") {
      out.append("\t<g >")
    } else if line.contains("id='gp") || line.contains("'#gp") {
      let unique = line.replacing("id='gp", with: "id='\(name)-gp")
        .replacing("'#gp", with: "'#\(name)-gp")
      out.append(unique[...])
    } else if line.contains("font-family") {
      let font = line.replacing("font-family=\"\(Self.boldName)\"", with: "font-weight=\"600\"")
        .replacing("font-family=\"\(Self.fontName)\"", with: "")
      out.append(font[...])
    } else {
      out.append(line)
    }
  }

  /// Ink, greys and the darkest colour as the page's variables, which follow its colour scheme.
  private static func inkReplaced(_ content: String) -> String {
    var out = content
    for (colour, variable) in [
      (Palette.ink, "var(--ink)"), (Palette.muted, "var(--muted)"), (Palette.grid, "var(--hair)"),
      (Palette.paper, "var(--paper)"), (Palette.blue, "var(--mark-blue)"),
    ] {
      let channels = Palette.channels(colour)
      let padded = channels.map { String(repeating: " ", count: 3 - "\($0)".count) + "\($0)" }
      out = out.replacingOccurrences(
        of: "rgb(" + channels.map(String.init).joined(separator: ",") + ")", with: variable)
      out = out.replacingOccurrences(
        of: "rgb(" + padded.joined(separator: ", ") + ")", with: variable)
    }
    return out
  }
}
