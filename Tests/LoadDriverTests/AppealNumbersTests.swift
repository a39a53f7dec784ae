import AppealCore
import LoadDriver
import Testing

@Suite("Numbers of appeals")
struct AppealNumbersTests {
  private func number(_ raw: UInt32) -> AppealNumber { AppealNumber(rawValue: raw) }

  private func shown(_ numbers: borrowing AppealNumbers, _ range: ClosedRange<UInt32>) -> [UInt32] {
    var shown: [UInt32] = []
    for raw in range { shown.append(numbers.number(of: number(raw))?.rawValue ?? 0) }
    return shown
  }

  private func expect(
    _ shown: [UInt32], _ expected: [UInt32], at place: SourceLocation = #_sourceLocation
  ) {
    #expect(shown == expected, sourceLocation: place)
  }

  @Test("As long as nothing is lost both number alike")
  func same() {
    var numbers = AppealNumbers(capacity: 8)
    for raw in UInt32(1)...6 {
      numbers.submitted(number(raw))
      numbers.received(number(raw), for: number(raw))
    }
    let (agree, missing) = (numbers.agree, numbers.missing)
    #expect(agree && missing == 0)
    expect(shown(numbers, 1...6), [1, 2, 3, 4, 5, 6])
  }

  @Test("A dropped submission shifts those after it, a lost one when its answer comes")
  func shifts() {
    var numbers = AppealNumbers(capacity: 8)
    numbers.submitted(number(1))
    numbers.dropped(number(2))
    for raw in UInt32(3)...6 { numbers.submitted(number(raw)) }
    expect(shown(numbers, 1...6), [1, 0, 2, 3, 4, 5])
    numbers.breakOff(number(5))
    numbers.lost(number(3))
    expect(shown(numbers, 1...6), [1, 0, 0, 2, 0, 4])
    numbers.submitted(number(7))
    let (last, missing, agree) = (shown(numbers, 7...7), numbers.missing, numbers.agree)
    #expect(last == [5] && missing == 2 && !agree)
  }

  @Test("A receipt has the last word, and an appeal that the trial refused counts too")
  func receipts() {
    var numbers = AppealNumbers(capacity: 8)
    for raw in UInt32(1)...4 { numbers.submitted(number(raw)) }
    // What was lost was there after all.
    numbers.lost(number(1))
    numbers.received(number(2), for: number(2))
    expect(shown(numbers, 1...4), [0, 2, 3, 4])
    numbers.added(number(4), after: number(3))
    expect(shown(numbers, 1...4), [0, 2, 3, 5])
  }

  @Test("A ring forgets: what is older keeps its number only if it was the trial's")
  func forgets() {
    var numbers = AppealNumbers(capacity: 4)
    for raw in UInt32(1)...6 { numbers.submitted(number(raw)) }
    expect(shown(numbers, 1...6), [1, 2, 3, 4, 5, 6])
    numbers.dropped(number(7))
    for raw in UInt32(8)...12 { numbers.submitted(number(raw)) }
    expect(shown(numbers, 5...12), [5, 6, 0, 0, 8, 9, 10, 11])
  }
}
