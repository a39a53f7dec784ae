import AppealCore

/// The appeals of the trial that the service never got, because their submission was dropped.
///
/// Appeals are numbered by acceptance, so each missing one shifts the numbers after it by one.
struct MissingAppeals {
  /// The trial's numbers, ascending.
  private var numbers: [UInt32] = []

  var count: Int { numbers.count }

  /// - Precondition: `number` is above all that are missing.
  mutating func insert(_ number: AppealNumber) {
    precondition(number.rawValue > numbers.last ?? 0, "appeals go missing in order")
    numbers.append(number.rawValue)
  }

  /// The number in the service of an appeal of the trial; nil if it is missing. O(log missing).
  func number(of appeal: AppealNumber) -> AppealNumber? {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < appeal.rawValue { low = middle + 1 } else { high = middle }
    }
    if low < numbers.count, numbers[low] == appeal.rawValue { return nil }
    return AppealNumber(rawValue: appeal.rawValue - UInt32(low))
  }
}
