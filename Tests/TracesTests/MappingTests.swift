import CivicTime
import Testing
import Traces

@Suite("What columns mean")
struct MappingTests {
  private let bench: TraceBench

  init() throws { bench = try TraceBench() }

  @Test(
    "Times as a format writes them",
    arguments: [
      ("yyyy-MM-dd HH:mm:ss", "2018-10-16 09:08:07", "2018-10-16T01:08:07Z"),
      ("yyyy-MM-dd", "2018-10-16", "2018-10-15T16:00:00Z"),
      ("M/d/yyyy h:mm a", "1/5/2010 12:30 AM", "2010-01-04T16:30:00Z"),
      ("M/d/yyyy h:mm a", "11/15/2010 12:30 pm", "2010-11-15T04:30:00Z"),
      ("MM/dd/yyyy hh:mm:ss a", "01/05/2010 11:30:59 PM", "2010-01-05T15:30:59Z"),
      ("dd.MM.yyyyTHH:mm:ss.SSS", "05.01.2010T23:00:00.125", "2010-01-05T15:00:00.125Z"),
      ("yyyyMMddHHmm", "201001052300", "2010-01-05T15:00:00Z"),
      ("iso8601", "2010-01-05T23:00:00Z", "2010-01-05T23:00:00Z"),
      ("iso8601", "2010-01-05 23:00", "2010-01-05T15:00:00Z"),
    ])
  func times(pattern: String, written: String, meant: String) throws {
    let format = try TraceTimeFormat(pattern: pattern)
    let trace = try ReadTrace(
      bench.write("at,what,who\n\"\(written)\",a,x\n"), .simple { $0.created.format = format })
    #expect(trace.rows.map { $0.created.iso8601() } == [meant])
  }

  @Test(
    "Times that are written otherwise, or that no clock shows, are refused",
    arguments: [
      ("yyyy-MM-dd", "2018-10-16 09:00"), ("yyyy-MM-dd", "18-10-16"), ("yyyy-MM-dd", "2018-1-16"),
      ("yyyy-MM-dd", "2019-02-29"), ("M/d/yyyy h:mm a", "1/5/2010 13:00 PM"),
      ("M/d/yyyy h:mm a", "1/5/2010 0:30 AM"), ("M/d/yyyy h:mm a", "1/5/2010 1:30 XM"),
      ("yyyy-MM-dd HH:mm", "2018-10-16 24:01"), ("iso8601", "soon"),
    ])
  func badTimes(pattern: String, written: String) throws {
    let format = try TraceTimeFormat(pattern: pattern)
    let trace = try ReadTrace(
      bench.write("at,what,who\n\(written),a,x\n"), .simple { $0.created.format = format })
    #expect(trace.tally.bad == 1)
    #expect(trace.rows.isEmpty)
  }

  @Test(
    "Formats that mean nothing are refused",
    arguments: [
      "", "HH:mm", "yyyy-MM", "yyyy-MM-dd dd", "yyy-MM-dd", "yyyy-MMM-dd", "yyyy-MM-dd EEE",
    ])
  func badFormats(pattern: String) {
    #expect(throws: TraceFormatError.self) { try TraceTimeFormat(pattern: pattern) }
  }

  @Test("A zone with summer time is read day by day, the repeated hour as its first")
  func summerTime() throws {
    let text = """
      at,what,who
      2010-03-14 01:59:59,a,x
      2010-03-14 02:30:00,a,x
      2010-03-14 03:00:00,a,x
      2010-07-01 12:00:00,a,x
      2010-11-07 01:30:00,a,x
      2010-11-07 02:00:00,a,x
      2010-12-01 12:00:00,a,x
      """
    let zone = try TimeZoneRules.named("America/Chicago")
    let trace = try ReadTrace(bench.write(text), .simple { $0.zone = zone })
    #expect(
      trace.rows.map { $0.created.iso8601() } == [
        "2010-03-14T07:59:59Z", "2010-03-14T08:30:00Z", "2010-03-14T08:00:00Z",
        "2010-07-01T17:00:00Z", "2010-11-07T06:30:00Z", "2010-11-07T08:00:00Z",
        "2010-12-01T18:00:00Z",
      ])
  }

  @Test("Every column, keyed by its key and named by its name")
  func columns() throws {
    let text = """
      at,end,due,ch,na,l1,l2,p1,p2,uid,uname,ok
      2018-10-01 08:00:00,2018-10-02 08:00:00,-,1,2,A,AA,S,C,7,one,1
      2018-10-01 09:00:00,-,2018-10-03 08:00:00,-,2,A,AB,S,-,7,uno,0
      2018-10-01 10:00:00,,,1,3,B,BA,S,D,8,two,-
      2018-10-01 11:00:00,,,1,3,B,BA,S,D,8,two,?
      """
    let format = try TraceTimeFormat(pattern: "yyyy-MM-dd HH:mm:ss")
    let mapping = try TraceMapping.simple {
      $0.closed = .init(column: "end", format: format)
      $0.deadline = .init(column: "due", format: format)
      $0.channel = .init(key: "ch")
      $0.nature = .init(key: "na")
      $0.levels = [.init(key: "l1"), .init(key: "l2")]
      $0.places = [.init(key: "p1"), .init(key: "p2")]
      $0.unit = .init(key: "uid", name: "uname")
      $0.onTime = .init(column: "ok", yes: ["1"], no: ["0"])
    }
    let trace = try ReadTrace(bench.write(text), mapping)
    #expect(trace.rows.map(\.onTime) == [true, false, nil])
    #expect(trace.complaints == ["5: ok is '?', neither yes nor no"])
    #expect(trace.rows.map(\.unit) == [0, 0, 1])
    #expect(trace.names.units.names == ["one", "two"])
    #expect(trace.rows.map(\.channel) == [0, -1, 0])
    #expect(trace.rows.map { $0.levels[1] } == [0, 1, 2])
    #expect(trace.rows.map { $0.places[1] } == [0, -1, 1])
    #expect(trace.rows[0].closed?.iso8601() == "2018-10-02T00:00:00Z")
    #expect(trace.rows[0].deadline == nil)
    #expect(trace.rows[1].closed == nil && trace.rows[1].deadline != nil)
  }

  @Test("Filters leave rows out, holes mark them")
  func filtersAndHoles() throws {
    let text = """
      at,what,who
      2018-10-01 08:00:00,a,x
      2018-10-01 09:00:00,phantom,x
      2018-10-01 10:00:00,b,y
      2018-10-01 11:00:00,b,x
      """
    let hole = TraceMapping.Hole(
      start: try Instant(iso8601: "2018-10-01T10:00:00+08:00"),
      end: try Instant(iso8601: "2018-10-01T11:00:00+08:00"))
    let trace = try ReadTrace(
      bench.write(text),
      .simple {
        $0.filters = [.init(column: "what", values: ["phantom"], keeps: false)]
        $0.holes = [hole]
      })
    #expect(trace.subjects == ["a", "b", "b"])
    #expect(trace.rows.map(\.isInHole) == [false, true, false])
    #expect(trace.tally.filtered == 1 && trace.tally.inHoles == 1 && trace.tally.used == 3)
    let kept = try ReadTrace(
      bench.write(text), .simple { $0.filters = [.init(column: "who", values: ["y"], keeps: true)] }
    )
    #expect(kept.subjects == ["b"])
    #expect(kept.tally.filtered == 3)
  }
}
