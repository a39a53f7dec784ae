import Foundation
import RandomStreams
import Testing

@Suite struct CodingTests {
  func decode(_ text: String) throws -> Distribution {
    try JSONDecoder().decode(Distribution.self, from: Data(text.utf8))
  }

  @Test(arguments: Member.all)
  func whatIsWrittenIsReadAgain(_ member: Member) throws {
    let data = try JSONEncoder().encode(member.distribution)
    #expect(try JSONDecoder().decode(Distribution.self, from: data) == member.distribution)
  }

  @Test func formsOfAScenario() throws {
    #expect(try decode("12") == .constant(try Constant(12)))
    #expect(try decode(#"{"constant": 12}"#) == .constant(try Constant(12)))
    #expect(try decode(#"{"constant": {"value": 12}}"#) == .constant(try Constant(12)))
    #expect(try decode(#"{"beta": {"a": 2, "b": 3}}"#) == .beta(try Beta(a: 2, b: 3)))
    let lognormal = try Lognormal(mean: 3, cv: 1.2)
    #expect(try decode(#"{"lognormal": {"mean": 3.0, "cv": 1.2}}"#) == .lognormal(lognormal))
    let text =
      #"{"mixture": [{"weight": 9, "of": {"exponential": {"mean": 2}}}, {"weight": 1, "of": 40}]}"#
    let mixture = try Mixture([
      Mixture.Component(weight: 9, of: .exponential(try Exponential(mean: 2))),
      Mixture.Component(weight: 1, of: .constant(try Constant(40))),
    ])
    #expect(try decode(text) == .mixture(mixture))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let sentence: String
    let path: String
    var testDescription: String { text }
    init(_ text: String, _ sentence: String, _ path: String) {
      (self.text, self.sentence, self.path) = (text, sentence, path)
    }
  }

  static let mistakes = [
    Mistake(
      #"{"exponential": {"mean": -2}}"#,
      "exponential: mean is -2.0, but must be a finite number above 0", "exponential"),
    Mistake(
      #"{"lognormal": {"mean": 3}}"#, "lognormal: the parameter 'cv' is missing", "lognormal"),
    Mistake(
      #"{"lognormal": {"mean": 3, "cv": 1, "sd": 2}}"#,
      "lognormal: there is no parameter 'sd'; it has mean, cv", "lognormal.sd"),
    Mistake(
      #"{"gamma": {"mean": "three", "cv": 1}}"#, "gamma: mean is not a number", "gamma.mean"),
    Mistake(
      #"{"erlang": {"shape": 1.5, "mean": 1}}"#, "erlang: shape is not a whole number",
      "erlang.shape"),
    Mistake(
      #"{"weibull": 3}"#, "weibull: write its parameters as a mapping (scale, shape)", "weibull"),
    Mistake(
      #"{"histogram": {"edges": [0, 1], "weights": "all"}}"#,
      "histogram: weights is not a list of numbers", "histogram.weights"),
    Mistake(
      #"{"mixture": [{"weight": 1, "of": {"uniform": {"low": 2, "high": 1}}}]}"#,
      "uniform: low is 2.0, but must be below high, which is 1.0", "mixture.0.of.uniform"),
    Mistake(
      #"{"mixture": []}"#, "mixture: weight is empty; give at least one", "mixture"),
    Mistake(
      #""fast""#,
      "a distribution is a number or one family with its parameters, such as {exponential: {mean: 2}}",
      ""),
    Mistake(
      #"{"poisson": {"mean": 1}, "beta": {"a": 1, "b": 1}}"#,
      "a distribution is a number or one family with its parameters, such as {exponential: {mean: 2}}",
      ""),
  ]

  @Test(arguments: mistakes)
  func mistakesAreOneSentenceWithItsPlace(_ mistake: Mistake) throws {
    let error = try #require(throws: DecodingError.self) { try decode(mistake.text) }
    let context: DecodingError.Context? =
      switch error {
      case .dataCorrupted(let context), .keyNotFound(_, let context): context
      default: nil
      }
    #expect(context?.debugDescription == mistake.sentence)
    let path = context?.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
    #expect(path?.joined(separator: ".") == mistake.path)
  }

  @Test func deepNestingIsRefused() throws {
    let (open, close) = (#"{"mixture": [{"weight": 1, "of": "#, "}]}")
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    #expect(try decode(nested(10)).mean == 1)
    let error = try #require(throws: DecodingError.self) { try decode(nested(60)) }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(context.debugDescription.hasPrefix("mixtures are nested too deeply"))
  }

  @Test func unknownFamilyListsTheKnownOnes() throws {
    let error = try #require(throws: DecodingError.self) { try decode(#"{"normal": {}}"#) }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(context.debugDescription.hasPrefix("there is no distribution 'normal'; choose one of"))
    for family in Distribution.families {
      #expect(context.debugDescription.contains(family.name))
    }
  }
}
