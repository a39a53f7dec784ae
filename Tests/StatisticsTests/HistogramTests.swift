import Foundation
import Statistics
import Testing

@Suite struct HistogramTests {
  /// Numbers of all magnitudes, by a fixed congruence.
  static func numbers(_ count: Int) -> [Int64] {
    var state: UInt64 = 99
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 1) >> (state >> 58))
    }
  }

  @Test(arguments: [1, 4, 7, 10])
  func quantilesAreWithinTheStatedError(_ precision: Int) throws {
    var histogram = LogLinearHistogram(precision: precision)
    let numbers = Self.numbers(5000)
    for number in numbers { histogram.record(number) }
    let sorted = numbers.sorted()
    for rank in 1...5000 {
      let exact = Double(sorted[rank - 1])
      let found = try histogram.value(atRank: rank)
      #expect(abs(found - exact) <= histogram.relativeError * exact)
    }
    #expect(histogram.sum == numbers.reduce(Int128(0)) { $0 + Int128($1) })
    #expect(histogram.minimum == sorted[0])
    #expect(histogram.maximum == sorted[4999])
  }

  @Test func smallNumbersAreExact() throws {
    var histogram = LogLinearHistogram(precision: 7)
    for number in Int64(0)..<256 { histogram.record(number) }
    for rank in 1...256 { #expect(try histogram.value(atRank: rank) == Double(rank - 1)) }
    #expect(try histogram.quantile(0.5) == 127)
    #expect(try histogram.quantile(0) == 0)
    #expect(try histogram.quantile(1) == 255)
    #expect(histogram.count(atMost: 99) == 100)
    #expect(histogram.count(atMost: -1) == 0)
    #expect(histogram.mean == 127.5)
  }

  @Test func cellsTileTheNumbers() {
    var histogram = LogLinearHistogram(precision: 3)
    for number in Int64(0)...5000 { histogram.record(number) }
    let cells = histogram.occupied
    #expect(cells[0].low == 0)
    for (cell, next) in zip(cells, cells.dropFirst()) { #expect(cell.high + 1 == next.low) }
    for cell in cells.dropLast() { #expect(cell.count == Int(cell.high - cell.low + 1)) }
    var ends = LogLinearHistogram(precision: 3)
    ends.record(.max)
    #expect(ends.occupied.map(\.high) == [.max])
  }

  @Test func mergeEqualsRecordingAll() throws {
    let numbers = Self.numbers(1000)
    var whole = LogLinearHistogram()
    var parts = [LogLinearHistogram(), LogLinearHistogram()]
    for (index, number) in numbers.enumerated() {
      whole.record(number, times: 3)
      parts[index % 2].record(number, times: 3)
    }
    var (forward, backward) = (parts[0], parts[1])
    try forward.merge(parts[1])
    try backward.merge(parts[0])
    #expect(forward == whole)
    #expect(backward == whole)
    let error = #expect(throws: StatisticsError.self) {
      try whole.merge(LogLinearHistogram(precision: 6))
    }
    #expect(error?.description == "histogram of precision 7 cannot take one of precision 6")
  }

  @Test func writtenAndReadAgain() throws {
    var histogram = LogLinearHistogram()
    for number in Self.numbers(300) { histogram.record(number) }
    for sample in [histogram, LogLinearHistogram(precision: 2)] {
      let data = try JSONEncoder().encode(sample)
      #expect(try JSONDecoder().decode(LogLinearHistogram.self, from: data) == sample)
    }
  }

  @Test(arguments: [
    #"{"precision": 7, "minimum": 3, "maximum": 3, "sum": "3", "cells": [3, 2]}"#,
    #"{"precision": 7, "minimum": 3, "maximum": 3, "sum": "3", "cells": [3]}"#,
    #"{"precision": 7, "minimum": 3, "maximum": 3, "sum": "3", "cells": [-1, 1]}"#,
    #"{"precision": 7, "minimum": 3, "maximum": 3, "sum": "3", "cells": [99999, 1]}"#,
    #"{"precision": 7, "minimum": 2, "maximum": 3, "sum": "3", "cells": [3, 1]}"#,
    #"{"precision": 77, "minimum": 3, "maximum": 3, "sum": "3", "cells": [3, 1]}"#,
  ])
  func damagedTextIsRefused(_ text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LogLinearHistogram.self, from: Data(text.utf8))
    }
  }

  @Test func questionsWithoutAnswer() {
    let empty = LogLinearHistogram()
    #expect(throws: StatisticsError.self) { try empty.quantile(0.5) }
    #expect(throws: StatisticsError.self) { try empty.value(atRank: 1) }
    var one = empty
    one.record(1)
    #expect(throws: StatisticsError.self) { try one.quantile(1.5) }
    #expect(throws: StatisticsError.self) { try one.quantile(.nan) }
    #expect(throws: StatisticsError.self) { try one.quantileInterval(0.5) }
  }

  @Test func quantileIntervalIsOfItsRanks() throws {
    var histogram = LogLinearHistogram()
    for number in Int64(1)...100 { histogram.record(number) }
    let interval = try histogram.quantileInterval(0.9)
    #expect(interval == Interval(estimate: 90, low: 84, high: 96))
  }
}
