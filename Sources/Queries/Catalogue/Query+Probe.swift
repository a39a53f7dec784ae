extension Query {
  /// A question without a name, for tests of single dimensions and measures.
  package static func probe(
    _ by: [Dimension], _ measures: [Measure], order: Order? = nil, top: Int? = nil,
    least: Int = 0, comparing: Period? = nil
  ) -> Query {
    Query(
      "probe", .time, "探", "Probe", by: by, measures, order: order, top: top, least: least,
      comparing: comparing)
  }
}
