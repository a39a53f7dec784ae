/// What the template of the page shows: plain data, escaped where it is filled in.
struct PageContent {
  var language: String
  var title: String
  var decision: String
  var facts: [String]
  var notices: [String]
  var contentsTitle: String
  var sections: [PageSection]
  var colophon: String
  var style: String
}

struct PageSection {
  var id: String
  var title: String
  var blocks: [PageBlock]

  init(id: String, title: String, blocks: [PageBlock]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

/// One piece of a section: exactly one of its members is set.
struct PageBlock {
  var paragraph: String?
  var notice: String?
  var legend: PageLegend?
  var table: PageTable?
  var figure: PageFigure?
  var details: PageDetails?

  static func paragraph(_ text: String) -> PageBlock { PageBlock(paragraph: text) }
  static func notice(_ text: String) -> PageBlock { PageBlock(notice: text) }
  static func table(_ table: PageTable) -> PageBlock { PageBlock(table: table) }
  static func figure(_ figure: DrawnFigure) -> PageBlock {
    PageBlock(
      figure: PageFigure(
        svg: figure.inline, caption: figure.title, mark: figure.isTitled ? "titled" : ""))
  }
  static func details(_ summary: String, _ tables: [PageTable]) -> PageBlock {
    PageBlock(details: PageDetails(summary: summary, tables: tables))
  }
}

struct PageLegend {
  struct Item {
    /// A class of the style sheet.
    var mark: String
    var text: String
  }
  var items: [Item]
}

struct PageFigure {
  /// Markup made by this package from gnuplot's output, not escaped again.
  var svg: String
  var caption: String
  /// `titled` where the picture shows its title itself, else empty.
  var mark: String
}

struct PageDetails {
  var summary: String
  var tables: [PageTable]
}

struct PageTable {
  struct Cell {
    var text: String
    /// Smaller lines below.
    var lines: [String] = []
    /// A class of the style sheet, empty for none.
    var mark = ""
  }

  struct Row {
    var head: String
    /// A smaller line below the head.
    var note: String?
    var cells: [Cell]
  }

  /// Rows, below a heading of their own if there is one.
  struct Group {
    /// Not `title`: where it is nil, Mustache would find the section's.
    var heading: String?
    var rows: [Row]
    /// Columns in all, for the heading's cell.
    var span: Int
  }

  var caption: String
  var corner: String
  var columns: [String]
  var groups: [Group]
  /// A class of the style sheet: `numbers` aligns cells to the right, `words` to the left.
  var mark: String

  init(
    caption: String, corner: String, columns: [String], groups: [(heading: String?, rows: [Row])],
    mark: String = "numbers"
  ) {
    self.caption = caption
    self.corner = corner
    self.columns = columns
    self.groups = groups.filter { !$0.rows.isEmpty }
      .map { Group(heading: $0.heading, rows: $0.rows, span: columns.count + 1) }
    self.mark = mark
  }
}
