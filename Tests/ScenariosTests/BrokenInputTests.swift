import Foundation
import Scenarios
import Testing

@Suite("Input that is no document")
struct BrokenInputTests {
  private func expect(
    _ data: Data, _ line: String, _ code: Int32 = 65,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let bench = try Workbench()
    let complaints = bench.complaints(try bench.write("s.yaml", data))
    #expect(complaints.lines == [line], sourceLocation: sourceLocation)
    #expect(complaints.code == code, sourceLocation: sourceLocation)
  }

  @Test("A missing file, and a folder")
  func files() throws {
    let bench = try Workbench()
    let missing = bench.complaints(bench.path("s.yaml"))
    #expect(missing.lines == ["s.yaml: there is no such file; check the path"])
    #expect(missing.code == 66)
    let folder = bench.complaints(bench.folder.path)
    #expect(folder.lines.count == 1)
    #expect(folder.lines[0].hasSuffix(": this is a folder; name a file inside it"))
    #expect(folder.code == 66)
    let device = bench.complaints("/dev/zero")
    #expect(device.lines == ["/dev/zero: this is no ordinary file; name a file on disk"])
  }

  @Test("A gigabyte is refused by its size")
  func oversized() throws {
    let bench = try Workbench()
    let path = try bench.write("s.yaml", "id: s\n")
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    // Sparse: takes no room on the disk.
    try handle.truncate(atOffset: 1 << 30)
    try handle.close()
    let (lines, code) = bench.complaints(path)
    #expect(
      lines == [
        "s.yaml: the file has 1073741824 bytes, but at most 1048576 are read; split it or name the "
          + "right file"
      ])
    #expect(code == 65)
  }

  @Test("Other encodings")
  func encodings() throws {
    try expect(
      Data([0xFF, 0xFE]) + Data("id: s".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
      "s.yaml: the text is UTF-16; save it as UTF-8")
    // 标题 in GB 18030.
    try expect(
      Data("id: s\ntitle: ".utf8) + Data([0xB1, 0xEA, 0xCC, 0xE2]),
      "s.yaml:2: the text is not UTF-8; save it as UTF-8")
    try expect(Data("id: a\u{0}b\n".utf8), "s.yaml:1: the text is not UTF-8; save it as UTF-8")
  }

  @Test("Nothing, and things that are no mapping")
  func shapes() throws {
    try expect(
      Data(), "s.yaml: the document is empty; write at least `id:` and `extends:`")
    try expect(
      Data("- 1\n".utf8),
      "s.yaml:1: the document is a list, not a mapping; write `key: value` lines")
    try expect(
      Data("[1, 2]: x\n".utf8), "s.yaml:1: a key is a list or a mapping; use plain words as keys")
  }

  enum Nesting: String, CaseIterable, Sendable {
    case lists, mappings, dashes, keys, items

    var text: String {
      switch self {
      case .lists: String(repeating: "[", count: 500_000)
      case .mappings: String(repeating: "{a: ", count: 200_000)
      case .dashes: "a: " + String(repeating: "- ", count: 400_000)
      case .keys: String(repeating: "? ", count: 400_000)
      case .items: "a:\n" + String(repeating: " - ", count: 300_000)
      }
    }
  }

  @Test("Deep nesting of any kind", arguments: Nesting.allCases)
  func nesting(kind: Nesting) throws {
    let line = kind == .items ? 2 : 1
    try expect(
      Data(kind.text.utf8),
      "s.yaml:\(line): the document nests deeper than 32 levels; flatten it")
  }

  @Test("Deep nesting by indentation")
  func indentation() throws {
    var text = ""
    for depth in 0..<600 { text += String(repeating: " ", count: depth) + "a:\n" }
    let bench = try Workbench()
    let (lines, code) = bench.complaints(try bench.write("s.yaml", text))
    #expect(lines.count == 1 && lines[0].contains("the document nests deeper than 32 levels"))
    #expect(code == 65)
  }

  @Test("A bomb of aliases is refused before it is read")
  func aliases() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let parts = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "a\(level): &a\(level) [\(parts)]\n"
    }
    try expect(
      Data(text.utf8),
      "s.yaml:1: anchors (&) and aliases (*) are not used in scenarios; write the value out, use "
        + "`extends`, or put the text in quotes")
  }

  @Test("Stars and ampersands in text are not aliases")
  func innocent() throws {
    let bench = try Workbench()
    let path = try bench.write(
      "s.yaml",
      "extends: huying:baselines/pingshan-2018.yaml\nid: s\ntitle: A & B, 5 * 3\n"
        + "summary: '*all* of it: &c'\n# *x &y\n")
    #expect(bench.complaints(path).lines == [])
  }

  @Test("Control characters do not reach the terminal")
  func controls() throws {
    let bench = try Workbench()
    let (lines, _) = bench.complaints(try bench.overlay("\"a\\e[31m\\nb\": 1\n"))
    #expect(lines.count == 1)
    #expect(!lines[0].contains("\u{1B}") && !lines[0].contains("\n"))
    #expect(lines[0].hasPrefix("s.yaml:5: a?[31m?b: there is no such key; "))
  }
}
