import Foundation
import Testing
import Traces

@Suite("Files of traces")
struct FileTests {
  private let bench: TraceBench
  private let text = "at,what,who\n2018-10-01 08:00:00,a,x\n2018-10-01 08:00:01,b,x\n"

  init() throws { bench = try TraceBench() }

  private func fault(_ path: String) throws -> TraceError? {
    let mapping = try TraceMapping.simple()
    do throws(TraceError) {
      _ = try ReadTrace(path, mapping)
      return nil
    } catch {
      return error
    }
  }

  @Test("Gzip is known by its first bytes, members may follow each other, zeros may pad the end")
  func gzip() throws {
    let whole = try bench.gzip(text)
    let more = try bench.gzip("2018-10-01 08:00:02,c,y\n")
    let trace = try ReadTrace(
      bench.write("t.csv", whole + more + [UInt8](repeating: 0, count: 512)), .simple())
    #expect(trace.subjects == ["a", "b", "c"])
  }

  @Test("A gzip file that ends too early, at any byte, or is damaged is an error")
  func broken() throws {
    let whole = try bench.gzip(text)
    for count in stride(from: 12, to: whole.count, by: 7) {
      let error = try #require(try fault(bench.write("t.gz", Array(whole[..<count]))))
      #expect(error.what == "the gzip file ends too early")
      #expect(error.exitCode == 65)
    }
    var damaged = whole
    damaged[whole.count / 2] ^= 0xFF
    #expect(try fault(bench.write("t.gz", damaged))?.what == "the gzip file is damaged")
    #expect(try fault(bench.write("t.gz", whole + [7, 7, 7]))?.what == "the gzip file is damaged")
  }

  @Test("A file that cannot be read is an error that says so")
  func unreadable() throws {
    #expect(try fault(bench.folder.path + "/none.csv")?.exitCode == 66)
    #expect(try fault(bench.folder.path)?.what == "this is no ordinary file")
    #expect(try fault("/dev/null")?.what == "this is no ordinary file")
    #expect(try fault(bench.write(""))?.what == "the file is empty")
    #expect(try fault(bench.write("\n\n"))?.what == "the file is empty")
    #expect(try ReadTrace(bench.write("at,what,who"), .simple()).tally.rows == 0)
  }

  @Test("A column that the file lacks, or has twice, is an error that names it")
  func columns() throws {
    let missing = try #require(try fault(bench.write("at,who,which\n")))
    #expect(
      missing.description.hasSuffix(
        "trace.csv:1: there is no column 'what'; name one of these in the mapping: at, who, which.")
    )
    let twice = try #require(try fault(bench.write("at,what,what,who\n")))
    #expect(twice.what == "the column 'what' is there twice")
  }
}
