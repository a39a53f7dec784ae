/// A parameter of a resolved scenario, with its provenance.
public struct Parameter: Sendable, Hashable {
  /// Path of its key: `citizens.response`; items of lists by their id: `channels.12345.share`.
  public var key: String
  /// The number in force; of a distribution, its mean.
  public var value: Double
  public var source: ParameterSource
  /// Ends of the range; both equal to the value unless it is assumed.
  public var low: Double
  public var high: Double
  /// The value that means "no effect"; the value itself unless it is assumed.
  public var neutral: Double
  /// What it is and where the value comes from.
  public var note: Words

  public init(
    key: String, value: Double, source: ParameterSource, low: Double, high: Double,
    neutral: Double, note: Words
  ) {
    self.key = key
    self.value = value
    self.source = source
    self.low = low
    self.high = high
    self.neutral = neutral
    self.note = note
  }
}
