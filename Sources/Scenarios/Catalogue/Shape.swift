/// What may stand at a key. Loader, validator and JSON Schema all read this.
indirect enum Shape: Sendable {
  /// A setting: a plain number.
  case number(ClosedRange<Double>)
  case integer(ClosedRange<Int>)
  case flag
  case text(TextKind)
  case choice([String])
  /// Path of a CSV table, relative to the file in which it is written.
  case table
  /// One text, or `{zh: …, en: …}`.
  case words
  /// Path of a document, or a list of them: only `extends`, which is followed before checking.
  case references
  case list(Shape)
  /// Fixed keys.
  case group([Key])
  /// A list of mappings that overlays merge by `id`.
  case named([Key])
  /// Free names, each with a value of one shape.
  case pairs(Shape)
  /// A number that carries its provenance.
  case parameter(ParameterRule)
  /// A distribution that carries its provenance; range and neutral value speak of its mean.
  case distribution(ParameterRule)
}

/// Texts with a form of their own.
enum TextKind: String, Sendable, CaseIterable {
  case free, date, target, hours, zone, moment
  /// A short name of letters, digits and hyphens.
  case name
}

/// A key of a mapping.
struct Key: Sendable {
  var name: String
  var about: Words
  var shape: Shape
  var presence: Presence

  enum Presence: Sendable, Equatable {
    case required
    case optional
    /// Taken when the key is absent, written as in a document.
    case usual(String)
  }

  init(_ name: String, _ shape: Shape, _ presence: Presence, _ zh: String, _ en: String) {
    self.name = name
    self.shape = shape
    self.presence = presence
    about = Words(zh, en)
  }
}

/// What is known of a parameter before a document speaks.
struct ParameterRule: Sendable {
  /// What values mean at all, whatever the source.
  var bounds: ClosedRange<Double>
  /// Source of a value written without one; nil where each document must say.
  var source: ParameterSource?
  /// Range of an assumed value written without one.
  var range: ClosedRange<Double>?
  /// The value that means "no effect".
  var neutral: Double?
}

extension ClosedRange<Double> {
  static var share: Self { 0...1 }
  static var amount: Self { 0...Double.greatestFiniteMagnitude }
  static var any: Self { -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude }
}

extension ClosedRange<Int> {
  static var count: Self { 0...Int.max }
}

extension Shape {
  /// An assumed number, with the range and neutral value it has unless a document says otherwise.
  static func assumed(
    _ range: ClosedRange<Double>, neutral: Double, in bounds: ClosedRange<Double> = .share
  ) -> Shape {
    .parameter(
      ParameterRule(bounds: bounds, source: .assumed, range: range, neutral: neutral))
  }

  /// An assumed distribution of hours, with the range and neutral value of its mean.
  /// No mean of hours is longer than a year unless a key says less.
  static func assumedHours(
    _ range: ClosedRange<Double>, neutral: Double, upTo most: Double = 8_760
  ) -> Shape {
    .distribution(
      ParameterRule(bounds: 0...most, source: .assumed, range: range, neutral: neutral))
  }
}
