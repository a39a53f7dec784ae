import Indicators
import Statistics

/// What the replications of one arm gave.
public struct Sample: Sendable {
  /// `values[indicator][replication]`, indicators as in the catalogue.
  public private(set) var values: [[Double?]]
  /// Counts summed over the replications, in their order.
  public private(set) var total: TrialMeasures?
  /// Daily rows of the first replications, at most `keptReplications`.
  public private(set) var daily: [[DayRow]] = []
  /// By replication: growth of the backlog in the second and in the last third of the window, as
  /// a share of what was submitted meanwhile.
  public private(set) var growth: [(second: Double, last: Double)] = []

  /// Replications whose daily rows are kept: bounded, so that results of many replications stay
  /// small.
  public static let keptReplications = 100

  public init() {
    values = Array(repeating: [], count: Indicator.catalogue.count)
  }

  public var replications: Int { values.first?.count ?? 0 }

  mutating func add(_ measures: TrialMeasures) {
    for (index, indicator) in Indicator.catalogue.enumerated() {
      values[index].append(indicator.value(measures))
    }
    if daily.count < Self.keptReplications { daily.append(measures.daily) }
    growth.append(Overload.growth(measures.daily))
    if total == nil { total = measures } else { total?.merge(measures) }
  }

  /// Values of an indicator in all replications in which it is defined.
  public func defined(_ id: String) -> [Double] { column(id).compactMap { $0 } }

  /// Values of an indicator by replication; nil where it is not defined.
  public func column(_ id: String) -> [Double?] {
    Indicator.catalogue.firstIndex { $0.id == id }.map { values[$0] } ?? []
  }

  /// `self − baseline` of an indicator, by replication, where both are defined.
  public func differences(_ id: String, from baseline: Sample) -> [Double] {
    zip(column(id), baseline.column(id)).compactMap { own, base in
      guard let own, let base else { return nil }
      return own - base
    }
  }
}
