import Experiments
import Foundation
import Indicators
import Testing

struct CalibrationTests {
  /// Shares on time by formula: logistic in the logarithm of the own value, moved a little by the
  /// mean of all values, counted in whole appeals.
  private struct Formula: CalibrationModel {
    var due: [Int]
    var increasing: Bool
    var coupling = 0.1
    /// Utilisation falls with the value; overloaded below it.
    var saturation = 0.0

    func outcomes(
      _ values: [Double], replications: Range<Int>
    ) throws -> [CalibrationSample] {
      let mean = values.map { log($0) }.reduce(0, +) / Double(values.count)
      return values.enumerated().map { index, value in
        let place = (increasing ? 1 : -1) * (log(value) + coupling * mean)
        let share = 1 / (1 + exp(-2 * place - 1 - 0.3 * Double(index)))
        let count = due[index] * replications.count
        return CalibrationSample(
          count: TimelyCount(due: count, onTime: Int((share * Double(count)).rounded())),
          utilisation: saturation / value)
      }
    }
  }

  private func groups(_ targets: [Double], count: Int = 4_000) -> [CalibrationGroup] {
    targets.enumerated().map { index, target in
      CalibrationGroup(
        name: "unit \(index)", units: [index], target: .init(value: target, count: count))
    }
  }

  @Test(
    "Finds the values of all groups at once, also when they move each other",
    arguments: [true, false])
  func converges(increasing: Bool) throws {
    let targets = [0.99, 0.9, 0.7, 0.5, 0.97, 0.05]
    let calibration = Calibration(
      model: Formula(due: Array(repeating: 2_000, count: 6), increasing: increasing),
      groups: groups(targets),
      scale: CalibrationScale(bounds: 0.001...1_000, start: 3, increasing: increasing))
    let outcome = try calibration.run()
    #expect(outcome.isConverged)
    #expect(outcome.freeParameters == 6)
    for (group, target) in zip(outcome.groups, targets) {
      let share = try #require(group.simulated)
      #expect(abs(share - target) <= group.group.tolerance)
    }
    #expect(outcome.iterations < 20)
  }

  @Test("A share that no stable crew can have is reported as not met, others are")
  func saturated() throws {
    let calibration = Calibration(
      model: Formula(due: [2_000, 2_000], increasing: true, coupling: 0, saturation: 0.9),
      groups: groups([0.2, 0.9]),
      scale: CalibrationScale(bounds: 0.01...100, start: 1, increasing: true))
    let outcome = try calibration.run()
    #expect(!outcome.isConverged)
    #expect(outcome.groups.map(\.isMet) == [false, true])
    #expect(outcome.groups[0].value >= 0.9 / 0.98)
  }

  @Test("Units with many rows have a value of their own, the others one for each kind")
  func pools() {
    let measured = [
      MeasuredTable.Unit(unit: 1, title: "b", share: .init(value: 0.9, count: 100), isLarge: true),
      MeasuredTable.Unit(unit: 2, title: "c", share: .init(value: 0.5, count: 10), isLarge: false),
      MeasuredTable.Unit(unit: 3, title: "d", share: .init(value: 1, count: 30), isLarge: false),
    ]
    let groups = CalibrationGroup.groups(
      measured: measured, kinds: ["x", "x", "x", "x", "y"], names: ["a", "b", "c", "d", "e"])
    #expect(groups.map(\.units) == [[1], [0, 2, 3], [4]])
    #expect(groups[1].target == .init(value: 0.875, count: 40))
    #expect(groups[2].target.count == 140)
  }
}
