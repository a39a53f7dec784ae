/// One figure about a trial: what it is called, how it is printed, and how it is read off the fold.
///
/// A new indicator is one file in `Catalogue/` and one line in ``catalogue``.
public struct Indicator: Sendable {
  /// Stable name on the command line and in results.
  public var id: String
  public var unit: Unit
  public var polarity: Polarity
  /// A long-run level, which an overloaded scenario does not have.
  public var isLevel: Bool
  /// Whether it moves with the scenario's own limits, by which a lever that changes them cannot be
  /// judged.
  public var followsOwnLimits: Bool
  public var title: Words
  /// One sentence: what is counted, and over what.
  public var meaning: Words
  /// The figure of one trial; nil where it is not defined, such as a share of nothing.
  public var value: @Sendable (TrialMeasures) -> Double?

  /// How a value is printed; shares are 0…1.
  public enum Unit: String, Sendable {
    case share, hours, count, score, cost
    case workingHours = "working_hours"
    case perAppeal = "per_appeal"
  }

  public enum Polarity: Int, Sendable {
    case lowerIsBetter = -1
    case neutral = 0
    case higherIsBetter = 1
  }

  /// The same text in both languages.
  public struct Words: Sendable, Equatable {
    public var zh: String
    public var en: String
    public init(zh: String, en: String) {
      self.zh = zh
      self.en = en
    }
  }

  public init(
    id: String, unit: Unit, polarity: Polarity, isLevel: Bool = false,
    followsOwnLimits: Bool, title: Words, meaning: Words,
    value: @escaping @Sendable (TrialMeasures) -> Double?
  ) {
    self.id = id
    self.unit = unit
    self.polarity = polarity
    self.isLevel = isLevel
    self.followsOwnLimits = followsOwnLimits
    self.title = title
    self.meaning = meaning
    self.value = value
  }
}

extension Indicator {
  /// All indicators, in the order in which they are shown.
  public static let catalogue: [Indicator] = [
    .onTimeShare, .onTimeShareReference, .onTimeShareNeed,
    .firstDispatchShare, .returnsPerAppeal, .redoPerAppeal,
    .backlogMean, .backlogEnd, .oldestOpenHours,
    .closeHoursP50, .closeHoursP90, .closeWorkingHoursP50,
    .satisfactionMean, .responseShare, .wechatShare,
    .staffUtilisation, .dispatchWaitHours, .paidHours, .cost,
    .appeals, .repeats, .breaches, .extensions, .suspended, .merged, .cancelled,
    .instantReplyShare, .supervisions, .shirkingAndIdling, .heldToAccount, .creditPoints,
    .callBacks, .emergencies, .alertsRaised, .lettersIssued,
  ]

  /// The indicator of an id, if there is one.
  public static func named(_ id: String) -> Indicator? { catalogue.first { $0.id == id } }
}

/// `part / whole`, nil for a whole of nothing.
func ratio(_ part: Int, _ whole: Int) -> Double? {
  whole > 0 ? Double(part) / Double(whole) : nil
}
