/// Draws a leaf and a community together.
struct PlaceTable: ~Copyable {
  struct Cell: BitwiseCopyable {
    var leaf: UInt16
    var community: UInt8
  }

  /// Stands for every community, by its share.
  static let anyCommunity: UInt8 = 255

  private let choice: AliasTable
  private let cells: UnsafeMutablePointer<Cell>

  /// - Precondition: checked weights of positive sum.
  init(_ places: [PlaceWeight]) {
    let used = places.filter { $0.weight > 0 }
    choice = AliasTable(used.map(\.weight))
    cells = .allocate(capacity: used.count)
    for (index, place) in used.enumerated() {
      cells[index] = Cell(leaf: place.leaf, community: place.community ?? Self.anyCommunity)
    }
  }

  deinit { cells.deallocate() }

  @inline(__always)
  func cell(for bits: UInt64) -> Cell { cells[choice.index(for: bits)] }
}
