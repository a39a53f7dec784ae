/// The same text in Chinese and in English.
public struct Words: Sendable, Hashable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  init(_ zh: String, _ en: String) { self.init(zh: zh, en: en) }
}
