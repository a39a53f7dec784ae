/// Reads numbers as scenarios write them.
enum NumberText {
  struct Complaint: Error, Equatable {
    var what: String
    var mend: String
  }

  static func read(
    _ text: String, in bounds: ClosedRange<Double>
  ) -> Result<Double, Complaint> {
    guard let value = Double(text), !text.lowercased().hasPrefix("0x") else {
      let isNaN = [".nan", ".inf", "+.inf", "-.inf"].contains(text.lowercased())
      return .failure(
        Complaint(
          what: "\(Printable.value(text)) is \(isNaN ? "not a finite" : "no") number",
          mend: "write a number \(words(bounds))"))
    }
    guard value.isFinite else {
      return .failure(
        Complaint(
          what: "\(Printable.value(text)) is not a finite number",
          mend: "write a number \(words(bounds))"))
    }
    guard bounds.contains(value) else {
      let isNegative = value < 0 && bounds.lowerBound >= 0
      return .failure(
        Complaint(
          what: "\(Printable.number(value)) is \(isNegative ? "negative" : "out of bounds")",
          mend: "write a number \(words(bounds))"))
    }
    return .success(value)
  }

  /// `from 0 to 1`, or `of at least 0`.
  static func words(_ bounds: ClosedRange<Double>) -> String {
    switch (bounds.lowerBound, bounds.upperBound) {
    case (-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude): "such as 1.5"
    case (let low, Double.greatestFiniteMagnitude): "of at least \(Printable.number(low))"
    case (let low, let high): "from \(Printable.number(low)) to \(Printable.number(high))"
    }
  }

  static func words(_ bounds: ClosedRange<Int>) -> String {
    bounds.upperBound == .max
      ? "at least \(bounds.lowerBound)" : "\(bounds.lowerBound) to \(bounds.upperBound)"
  }
}
