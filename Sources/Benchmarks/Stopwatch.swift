/// Wall-clock seconds a piece of work takes. The only clock of the benchmarks.
enum Stopwatch {
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let spent = try ContinuousClock().measure(work)
    return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
