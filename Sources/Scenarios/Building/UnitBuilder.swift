import AppealWorld
import RandomStreams

/// How each unit handles: common parameters, with one number of its own where a table gives it.
struct UnitBuilder {
  let behaviours: [UnitBehaviour]

  init(_ value: Value, _ units: UnitDirectory) throws(ScenarioError) {
    let effort = try Self.table("effort", value, units, in: 0.001...1_000)
    let outside = try Self.table("outside", value, units, in: 0...100_000)
    let habit = try Self.table("habit", value, units, in: 0...20)
    var behaviours: [UnitBehaviour] = []
    for index in units.units.indices {
      let outsideHours = try Self.spread(
        median: (outside?[index] ?? 0) * value["outside_scale"].number,
        cv: value["outside_cv"].number, value)
      let habitualStart = try Self.spread(
        median: (habit?[index] ?? 0) * value["habit_scale"].number,
        cv: value["habit_cv"].number, value)
      behaviours.append(
        UnitBehaviour(
          effort: try Self.scaled(
            value["effort_hours"], by: effort?[index] ?? 1),
          background: value["background"].number, outsideHours: outsideHours,
          outsideShare: outsideHours.mean > 0 ? value["outside_share"].number : 0,
          habitualStart: habitualStart, sendsBack: value["sends_back"].number,
          redo: value["redo"].number))
    }
    self.behaviours = behaviours
  }

  private static func table(
    _ name: String, _ value: Value, _ units: UnitDirectory, in bounds: ClosedRange<Double>
  ) throws(ScenarioError) -> UnitValues? {
    guard let table = value.optional(name) else { return nil }
    return try UnitValues(table, units, in: bounds, complete: false)
  }

  private static func scaled(
    _ value: Value, by factor: Double
  ) throws(ScenarioError) -> Distribution {
    if factor == 1 || value.distribution.mean == 0 { return value.distribution }
    do {
      return try value.distribution.scaled(by: factor)
    } catch {
      throw ScenarioError(value.problem("\(error)", mend: "choose another distribution"))
    }
  }

  /// A lognormal with this median and coefficient of variation; constant 0 without a median.
  private static func spread(
    median: Double, cv: Double, _ value: Value
  ) throws(ScenarioError) -> Distribution {
    guard median > 0 else { return .nothing }
    if cv == 0, let same = try? Constant(median) { return same.distribution }
    do {
      // mean / median = √(1 + cv²) for a lognormal.
      return .lognormal(try Lognormal(mean: median * (1 + cv * cv).squareRoot(), cv: cv))
    } catch {
      throw ScenarioError(value.problem("\(error)", mend: "choose a smaller median or spread"))
    }
  }
}

extension Distribution {
  /// Constant 0.
  static var nothing: Distribution {
    guard let zero = try? Constant(0) else { preconditionFailure("0 is finite") }
    return zero.distribution
  }
}
