/// What routing has learned comes class by class; how many cases each context has then must be all.
struct LoadedClasses {
  /// Records so far, the one of the weights included.
  var count = 0
  /// By context.
  var cases = [UInt64](repeating: 0, count: RoutingContext.count)
}

extension AppealCore {
  /// - Returns: what is wrong with the record.
  mutating func loadRouting(
    _ words: borrowing RecordWords, _ classes: inout LoadedClasses
  ) -> String? {
    guard router.isOn else { return "routing does not learn" }
    defer { classes.count += 1 }
    if classes.count == 0 { return router.history.restoreWeights(words) }
    return router.history.restoreClass(words, &classes)
  }

  /// Each case counts once for its unit, and once in each context.
  func classesFault(_ classes: LoadedClasses) -> String? {
    let counts = router.history.counts
    let byUnit = counts.unitCases.reduce(UInt64(0)) { $0 + UInt64($1) }
    let areEqual = byUnit == counts.cases && classes.cases.allSatisfy { $0 == counts.cases }
    return areEqual ? nil : "cases are miscounted"
  }
}

extension RoutingHistory {
  mutating func restoreWeights(_ words: borrowing RecordWords) -> String? {
    guard words.count == 1 + RoutingContext.count else { return "it has another length" }
    guard words[0] < UInt64(UInt32.max) else { return "more cases than can be" }
    counts.restoreTotal(words[0])
    // One case moves a weight by a step at most; half as much again allows for rounding.
    let most = tuning.initialWeight + 1.5 * tuning.rate * tuning.clip * Double(words[0])
    for context in 0..<RoutingContext.count {
      let weight = Double(bitPattern: words[1 + context])
      guard weight >= 0 && weight <= most && weight.sign == .plus else {
        return "a weight that cannot be learned"
      }
      weights[context] = weight
    }
    return nil
  }

  /// A class of cases: its key, then the cases of each unit or role, the most frequent first.
  mutating func restoreClass(
    _ words: borrowing RecordWords, _ classes: inout LoadedClasses
  ) -> String? {
    guard words.count > 1, let context = RoutingContext(rawValue: UInt8(words[0] >> 32 & 0xFF)),
      words[0] >> 40 == 0
    else { return "an unknown class of cases" }
    if counts.context(of: words[0]) != nil { return "a class of cases comes twice" }
    let subjects = context.countsRoles ? counts.roleSizes.count : counts.roles.count
    guard words.count - 1 <= subjects else { return "more units or roles than there are" }
    var seen = [Bool](repeating: false, count: subjects)
    var (sum, previous) = (UInt64(0), UInt32.max)
    for position in 1..<words.count {
      let (subject, cases) = (Int(words.high(position)), words.low(position))
      guard subject < subjects, !seen[subject] else { return "an unknown unit or role" }
      guard cases > 0, cases <= previous else { return "cases out of order" }
      seen[subject] = true
      previous = cases
      sum += UInt64(cases)
    }
    guard sum <= counts.cases else { return "more cases than were learned" }
    classes.cases[Int(context.rawValue)] += sum
    counts.restoreClass(words)
    return nil
  }
}

extension RoutingCounts {
  mutating func restoreClass(_ words: borrowing RecordWords) {
    addClass(words[0])
    for position in 1..<words.count {
      addCell(Cell(subject: UInt16(words.high(position)), cases: words.low(position)))
    }
  }
}
