/// Heads by post and shift, with the changes of the document laid over the table.
struct RosterTable {
  struct Line {
    var post: String
    var shift: String
    var heads: Int
    var availability: Double
  }

  private(set) var lines: [Line] = []

  /// - Parameters:
  ///   - posts: all posts that may stand in a roster.
  ///   - ignored: posts of the other dispatch structure, passed over so that one roster serves both.
  init(
    _ staff: Value, posts: Directory, ignored: (String) -> Bool
  ) throws(ScenarioError) {
    let columns = try TableColumns(
      staff["roster"].table, required: ["post", "shift", "heads", "availability"],
      optional: ["title", "note"])
    let shifts = Directory("shift", staff["shifts"].items.map(\.id))
    var problems: [ScenarioProblem] = []
    for row in columns.table.rows {
      let post = columns.text("post", row)
      if ignored(post) { continue }
      guard posts.find(post, "post", row.place, &problems) != nil,
        let shift = shifts.find(columns.text("shift", row), "shift", row.place, &problems),
        let heads = columns.integer("heads", row, in: 0...60_000, &problems),
        let availability = columns.number("availability", row, in: 0.001...1, &problems)
      else { continue }
      if lines.contains(where: { $0.post == post && $0.shift == shifts.names[shift] }) {
        problems.append(
          row.place.problem("post", "the post and shift are there twice", mend: "keep one row"))
      }
      lines.append(
        Line(post: post, shift: shifts.names[shift], heads: heads, availability: availability))
    }
    for change in staff["changes"].items { apply(change.value, posts, shifts, &problems) }
    let isReadable = problems.isEmpty
    for post in posts.names
    where isReadable && !lines.contains(where: { $0.post == post && $0.heads > 0 }) {
      problems.append(
        Place(file: columns.table.file).problem(
          "post", "nobody works at \(Printable.value(post))", mend: "add a row with heads for it"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
  }

  private mutating func apply(
    _ change: Value, _ posts: Directory, _ shifts: Directory,
    _ problems: inout [ScenarioProblem]
  ) {
    let post = change["post"]
    let shift = change["shift"]
    guard posts.find(post.text, post.key, post.place, &problems) != nil,
      shifts.find(shift.text, shift.key, shift.place, &problems) != nil
    else { return }
    let known = lines.firstIndex { $0.post == post.text && $0.shift == shift.text }
    let heads = (known.map { lines[$0].heads } ?? 0) + change["heads"].integer
    guard heads >= 0 else {
      problems.append(
        change["heads"].problem(
          "the post would have \(heads) heads", mend: "take away fewer"))
      return
    }
    if let known {
      lines[known].heads = heads
    } else {
      // A new shift is staffed like the post's others.
      let availability = lines.first { $0.post == post.text }?.availability ?? 1
      lines.append(
        Line(post: post.text, shift: shift.text, heads: heads, availability: availability))
    }
  }
}
