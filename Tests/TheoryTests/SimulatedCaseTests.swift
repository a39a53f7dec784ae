import Foundation
import Testing

/// Each theory case by id: the estimate lies within 3.89 standard errors of theory, and is precise
/// enough for that to mean something.
@Suite struct SimulatedCaseTests {
  static let arguments = TheoryTable.cases.filter { isLong || $0.study.isShort }

  @Test(arguments: arguments)
  func agreesWithTheory(item: TheoryTable.Case) async {
    let estimate = await TheoryLab.shared.estimates(of: item.study)[item.index]
    let row = item.row
    let halfWidth = Study.quantile * estimate.standardError
    let found = "\(row.id): \(estimate.mean) ± \(halfWidth) in \(estimate.count) replications"
    #expect(abs(estimate.mean - row.expected) <= halfWidth, "\(found), theory \(row.expected)")
    #expect(halfWidth <= row.tolerance * abs(row.expected), "\(found) is too wide")
    #expect(halfWidth > 0 || row.expected == 0, "\(found) did not vary")
    if isLong {
      FileHandle.standardError.write(Data("\(found), theory \(row.expected)\n".utf8))
    }
  }
}
