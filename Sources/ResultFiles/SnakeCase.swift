/// Names in documents: `onTimeShare` in Swift is `on_time_share` there.
package enum SnakeCase {
  package static func name(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}
