import AppealCore
import CivicTime
import GRDBSQLite

/// A hash of the columns of one appeal, to compare a table with a core without keeping either.
struct RowFold: Hashable {
  private(set) var hash: UInt64 = 0x9E37_79B9_7F4A_7C15

  private mutating func add(_ value: Int64?) {
    let word = value.map { UInt64(bitPattern: $0) } ?? 0xA5A5_A5A5_5A5A_5A5A
    let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    hash = product.high ^ product.low &+ 1
  }

  /// The columns after the number, but for the state.
  init(row: OpaquePointer, columns: Range<Int32>) {
    for column in columns {
      let isNull = sqlite3_column_type(row, column) == SQLITE_NULL
      add(isNull ? nil : sqlite3_column_int64(row, column))
    }
  }

  /// The same from the core.
  init(_ view: AppealView) {
    add(Int64(bitPattern: view.reference))
    add(Int64(view.channel.rawValue))
    add(Int64(view.nature.rawValue))
    add(Int64(view.community.rawValue))
    add(view.contactAt.milliseconds)
    add(view.submittedAt.milliseconds)
    add(Int64(view.leaf.rawValue))
    add(view.leadUnit == .none ? nil : Int64(view.leadUnit.rawValue))
    if view.isOpen { addOpen(view) } else { addClosed(view) }
  }

  private mutating func addOpen(_ view: AppealView) {
    add(Int64(view.node.rawValue))
    add(Int64(view.status.rawValue))
    add(view.list == .none ? nil : Int64(view.list.rawValue))
    add(view.due == .distantFuture ? nil : view.due.milliseconds)
  }

  private mutating func addClosed(_ view: AppealView) {
    add(Int64(view.status.rawValue))
    add(view.closedAt?.milliseconds)
    add(view.due == .distantFuture ? nil : view.due.milliseconds)
    add(view.isOnTime ? 1 : 0)
    for count in [view.returns, view.redos, view.reopenings, view.extensions] {
      add(Int64(count))
    }
    add(Int64(bitPattern: view.tags.rawValue))
  }

  static let openColumns: Range<Int32> = 1..<13
  static let closedColumns: Range<Int32> = 1..<18
}
