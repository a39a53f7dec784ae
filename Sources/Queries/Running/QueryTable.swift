import ResultFiles

/// The answer to a query.
public struct QueryTable: Sendable {
  public var id: String
  public var meaning: BilingualText
  /// `scenario/explanation`; nil where the answer is about all arms, one after another.
  public var arm: String?
  public var columns: [Column]
  public var rows: [[Cell]]
  /// What the period is, `2018-01-01 … 2018-12-31` for instance.
  public var period: BilingualText

  public struct Column: Sendable {
    public var id: String
    public var title: BilingualText
    public var kind: Kind
    /// Whether cells say on how many observations they rest.
    public var hasSize: Bool
  }

  public enum Kind: Sendable, Equatable {
    case key
    case measure(MeasureUnit)
    /// The change of a measure from one period to the next.
    case change(MeasureUnit)
  }

  public struct Cell: Sendable, Equatable {
    /// Of a key; empty where it is not known.
    public var text: String?
    public var value: Double?
    /// On how many observations a share, mean or quantile rests.
    public var size: Int?

    public init(text: String? = nil, value: Double? = nil, size: Int? = nil) {
      self.text = text
      self.value = value
      self.size = size
    }

    /// 95 % interval of a share, after Wilson, Journal of the American Statistical Association
    /// 22, 1927. Nil where the value is no proportion of its size.
    public var interval: (low: Double, high: Double)? {
      guard let value, let size, size > 0, (0...1).contains(value) else { return nil }
      let (z, n) = (1.959963984540054, Double(size))
      let centre = (value + z * z / (2 * n)) / (1 + z * z / n)
      let half =
        z / (1 + z * z / n) * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
      return (max(0, centre - half), min(1, centre + half))
    }
  }

  public var isEmpty: Bool { rows.isEmpty }
}
