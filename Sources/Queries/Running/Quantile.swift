import GRDB

/// `quantile(x, p)`: the p-quantile of the values that are not null, linear between order
/// statistics (type 7 of Hyndman and Fan, The American Statistician 50, 1996).
struct Quantile: DatabaseAggregate {
  private var values: [Double] = []
  private var share = 0.5

  mutating func step(_ arguments: [DatabaseValue]) {
    guard let value = Double.fromDatabaseValue(arguments[0]) else { return }
    share = Double.fromDatabaseValue(arguments[1]) ?? 0.5
    values.append(value)
  }

  func finalize() -> (any DatabaseValueConvertible)? {
    Self.of(values, share)
  }

  static func of(_ values: [Double], _ share: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let low = Int(place.rounded(.down))
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }

  static let function = DatabaseFunction(
    "quantile", argumentCount: 2, pure: true, aggregate: Quantile.self)
}
