/// The known word nearest to an unknown one.
enum Suggestion {
  /// `did you mean 'response'?`, or all known words where none is near.
  static func mend(_ word: String, among known: [String], verb: String) -> String {
    if let nearest = nearest(word, among: known) { return "did you mean '\(nearest)'?" }
    let shown = known.prefix(12).joined(separator: ", ")
    return "\(verb) \(shown)\(known.count > 12 ? ", …" : "")"
  }

  /// Nil when nothing differs by at most a third of its letters.
  static func nearest(_ word: String, among known: [String]) -> String? {
    guard word.count <= 64 else { return nil }
    let ranked = known.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, max(word.count, best.word.count) / 3) ? best.word : nil
  }

  /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
  /// Quadratic in the length of the words.
  static func distance(_ first: String, _ second: String) -> Int {
    let a = Array(first)
    let b = Array(second)
    var rows = [Array(0...b.count)]
    for i in 1..<(a.count + 1) {
      var row = [i]
      for j in 1..<(b.count + 1) {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, rows[i - 2][j - 2] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
