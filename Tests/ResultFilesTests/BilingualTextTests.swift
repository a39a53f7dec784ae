import ResultFiles
import Testing

@Test func textIsChosenByLanguage() {
  let text = BilingualText(zh: "积压", en: "backlog")
  #expect(text[.chinese] == "积压")
  #expect(text[.english] == "backlog")
}
