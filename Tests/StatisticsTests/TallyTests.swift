import Statistics
import Testing

@Suite struct RunningMomentsTests {
  @Test("MERGE-1: a mean of 10⁹ does not swamp the variance")
  func mergeKeepsPrecision() {
    var union = RunningMoments([1e9 + 1, 1e9 + 2, 1e9 + 3])
    union.merge(RunningMoments([1e9 + 10, 1e9 + 20]))
    #expect(abs(union.variance - 63.70000000000001) <= 1e-9)
    #expect(union.mean == 1e9 + 7.2)
    #expect(union.count == 5)
    #expect(union.minimum == 1e9 + 1)
    #expect(union.maximum == 1e9 + 20)
  }

  @Test func mergingEqualsAddingAll() {
    let values = (0..<200).map { Double($0 * $0 % 37) - 9 }
    let whole = RunningMoments(values)
    for cut in [0, 1, 100, 199, 200] {
      var parts = RunningMoments(values[..<cut])
      parts.merge(RunningMoments(values[cut...]))
      #expect(parts.count == whole.count)
      #expect(abs(parts.mean - whole.mean) <= 1e-13)
      #expect(abs(parts.variance - whole.variance) <= 1e-11)
      #expect(parts.minimum == -9)
      #expect(parts.maximum == whole.maximum)
    }
  }

  @Test func fewValues() {
    #expect(RunningMoments().mean == 0)
    #expect(RunningMoments().variance.isNaN)
    #expect(RunningMoments([4]).variance.isNaN)
    #expect(RunningMoments([4, 4]).standardError == 0)
    #expect(RunningMoments([1, 3]).standardDeviation == 2.0.squareRoot())
  }
}

@Suite struct TimeAverageTests {
  @Test func areaOverTime() {
    var queue = TimeAverage(value: 2, at: 1000)
    queue.add(3, at: 1500)
    queue.set(1, at: 2500)
    queue.advance(to: 3000)
    #expect(queue.area == 2 * 500 + 5 * 1000 + 500)
    #expect(queue.average == 6500.0 / 2000)
    #expect((queue.minimum, queue.maximum) == (1, 5))
  }

  @Test func restartForgetsThePastButNotTheNumber() {
    var queue = TimeAverage(value: 100, at: 0)
    queue.set(7, at: 10)
    queue.restart(at: 20)
    queue.advance(to: 30)
    #expect(queue.average == 7)
    #expect(queue.maximum == 7)
  }

  @Test func mergeWeighsByTime() {
    var first = TimeAverage(value: 1, at: 0)
    first.advance(to: 300)
    var second = TimeAverage(value: 5, at: 0)
    second.advance(to: 100)
    first.merge(second)
    #expect(first.average == 2)
    #expect((first.minimum, first.maximum) == (1, 5))
  }

  @Test func nothingIsLostBeyond64Bits() {
    var queue = TimeAverage(value: 1_000_000_000_000, at: 0)
    queue.advance(to: 1_000_000_000_000)
    queue.add(1, at: 1_000_000_000_000)
    queue.advance(to: 1_000_000_000_001)
    let trillion = Int128(1_000_000_000_000)
    #expect(queue.area == trillion * trillion + trillion + 1)
    #expect(TimeAverage(at: 5).average.isNaN)
  }
}
