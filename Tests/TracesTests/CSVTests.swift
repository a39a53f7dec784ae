import CivicTime
import Testing
import Traces

@Suite("Delimited text")
struct CSVTests {
  private let bench: TraceBench
  private let first = "2018-10-01 08:00:00"

  init() throws { bench = try TraceBench() }

  private func read(
    _ text: String, _ change: (inout TraceMapping) -> Void = { _ in }
  ) throws -> ReadTrace {
    try ReadTrace(bench.write(text), .simple(change))
  }

  @Test(
    "Fields as in RFC 4180",
    arguments: [
      ("plain", "plain"), ("\"a, b\"", "a, b"), ("\"say \"\"no\"\"\"", "say \"no\""),
      ("\"two\nlines\"", "two\nlines"), ("\"\"", "∅"), ("-", "∅"), ("", "∅"), ("a\"b", "a\"b"),
      ("\"\"\"\"", "\""), (" 树 ", " 树 "),
    ])
  func field(written: String, meant: String) throws {
    let trace = try read("at,what,who\n\(first),\(written),x\n\(first),next,y\n")
    #expect(trace.subjects == [meant, "next"])
    #expect(trace.tally.bad == 0)
  }

  @Test(
    "Line ends, a byte order mark, blank lines and a missing last line end do not matter",
    arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func lineEnds(end: String, mark: String) throws {
    let lines = ["at,what,who", "", "\(first),a,x", "\(first),\"b\",\"y\"", "", "\(first),c,\"z\""]
    for last in ["", end] {
      let trace = try read(mark + lines.joined(separator: end) + last)
      #expect(trace.subjects == ["a", "b", "c"])
      #expect(trace.rows.map(\.line) == [3, 4, 6])
      #expect(trace.names.units.keys == ["x", "y", "z"])
    }
  }

  @Test("A row that is not understood is counted and shown with its line, and the rest is read")
  func badRows() throws {
    let trace = try read(
      """
      at,what,who
      \(first),a,x
      \(first),short
      \(first),long,x,y
      2018-02-30 08:00:00,b,x
      yesterday,b,x
      -,b,x
      \(first),"c"d,x
      \(first),"open,x
      \(first),e,x
      """)
    #expect(trace.subjects == ["a", "e"])
    #expect(trace.tally.rows == 9)
    #expect(trace.tally.bad == 7)
    #expect(
      trace.complaints == [
        "3: the row has 2 fields, the header 3",
        "4: the row has 4 fields, the header 3",
        "5: at is '2018-02-30 08:00:00', no time written yyyy-MM-dd HH:mm:ss",
        "6: at is 'yesterday', no time written yyyy-MM-dd HH:mm:ss",
        "7: at is null, so the row has no time",
        "8: text follows a closing quote",
        "9: a quote stays open",
      ])
  }

  @Test("Text that is not UTF-8 is refused each time it stands there")
  func notUTF8() throws {
    var bytes = Array("at,what,who\n".utf8)
    for _ in 0..<2 { bytes += Array("\(first),".utf8) + [0xC3, 0x28] + Array(",x\n".utf8) }
    bytes += Array("\(first),good,x\n".utf8)
    let trace = try ReadTrace(bench.write("t.csv", bytes), .simple())
    #expect(trace.subjects == ["good"])
    #expect(trace.complaints == ["2: what is not UTF-8", "3: what is not UTF-8"])
  }

  @Test("Only the first rejects are kept, all are counted")
  func manyRejects() throws {
    let trace = try read("at,what,who\n" + String(repeating: "x\n", count: 50))
    #expect(trace.tally.bad == 50)
    #expect(trace.complaints.count == 20)
  }

  @Test("A file far longer than the buffer is read the same, wherever a row meets its edge")
  func long() throws {
    var text = "at,what,who\n"
    var expected: [String] = []
    for number in 0..<20_000 {
      let pad = String(repeating: "é", count: number % 23)
      expected.append("n\(number), \"\(pad)\"\nend")
      text += "\(first),\"n\(number), \"\"\(pad)\"\"\nend\",u\(number % 7)\r\n"
    }
    let plain = try read(text)
    #expect(plain.subjects == expected)
    #expect(plain.rows.last?.line == 2 * 20_000)
    #expect(plain.names.units.count == 7)
    let zipped = try ReadTrace(bench.write("t.csv.gz", bench.gzip(text)), .simple())
    #expect(zipped.rows == plain.rows)
  }

  @Test("A quote that never closes in a long file costs one row")
  func openQuote() throws {
    let many = String(repeating: "\(first),b,x\n", count: 60_000)
    let trace = try read("at,what,who\n\(first),\"a,x\n" + many)
    #expect(trace.rows.count == 60_000)
    #expect(trace.tally.bad == 1)
    #expect(trace.tally.rejects.first?.line == 2)
  }

  @Test("Other separators")
  func separators() throws {
    for separator in [";", "\t", "|"] {
      let text = "at,what,who\n\(first),a,x\n".replacing(",", with: separator)
      let trace = try read(text) { $0.separator = separator.utf8.first ?? 0 }
      #expect(trace.subjects == ["a"])
    }
  }
}
