/// Where the value of a parameter comes from.
public enum ParameterSource: String, Sendable, CaseIterable {
  /// Computed from the trace.
  case measured
  /// Said by the report on Pingshan.
  case quoted
  /// From another public source.
  case published
  /// Everything else: carries a range and a neutral value.
  case assumed
}
