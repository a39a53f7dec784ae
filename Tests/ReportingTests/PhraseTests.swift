import Reporting
import ResultFiles
import Testing

@Suite struct PhraseTests {
  @Test(arguments: Phrase.allCases) func isInBothLanguages(_ phrase: Phrase) throws {
    let chinese = try #require(Phrase.chinese[phrase])
    let english = try #require(Phrase.english[phrase])
    #expect(!chinese.isEmpty && !english.isEmpty)
    #expect(names(in: chinese) == names(in: english))
    #expect(!english.unicodeScalars.contains(where: isHan))
    #expect(
      chinese.unicodeScalars.contains(where: isHan) || phrase == .armName,
      "no Chinese in “\(chinese)”")
  }

  /// Chinese sentences use Chinese punctuation.
  @Test(arguments: Phrase.allCases) func chineseIsSetInChinese(_ phrase: Phrase) throws {
    let scalars = Array(try #require(Phrase.chinese[phrase]).unicodeScalars)
    for (before, mark) in zip(scalars, scalars.dropFirst()) where isHan(before) {
      #expect(!",;:()".unicodeScalars.contains(mark), "“\(phrase.text(.chinese))”")
    }
  }

  @Test func valuesAreFilledInOnce() {
    let text = Phrase.armName.text(
      .english, ["scenario": "{explanation}", "explanation": "a {scenario} b"])
    #expect(text == "{explanation} (a {scenario} b)")
  }

  private func names(in text: String) -> Set<Substring> {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false)
    return Set(parts.dropFirst().compactMap { $0.split(separator: "}").first })
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
