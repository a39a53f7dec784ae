/// A language in which results are shown to people.
public enum ReportLanguage: String, Sendable, CaseIterable, Codable {
  case chinese = "zh-Hans"
  case english = "en"
}

/// The same text in both languages of the project.
public struct BilingualText: Sendable, Hashable, Codable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public subscript(language: ReportLanguage) -> String {
    language == .chinese ? zh : en
  }
}
