import CivicTime

/// Where a journal leaves the rules.
public struct Misstep: Error, Sendable, Equatable {
  /// The entry, counted from 0 within what was retraced.
  public var position: Int
  /// What is wrong with it, as the end of a sentence.
  public var reason: String

  public init(position: Int, reason: String) {
    self.position = position
    self.reason = reason
  }
}

/// Checking a journal from elsewhere.
extension AppealCore {
  /// Follows entries that may have come from anywhere: alarms ring and commands are decided anew,
  /// and each entry must be the one that the core itself writes.
  ///
  /// `evolve` trusts its entries; this trusts nothing, and never stops the process. A journal of
  /// whole commands, written by `apply` and `advance` under the same policy, is followed to its end,
  /// and the core is then the one that `evolve` makes of it. O(what the commands took).
  ///
  /// - Returns: the first entry that the rules do not lead to, nil if there is none; after a misstep
  ///   the core is of no use.
  public mutating func retrace(_ journal: borrowing JournalBuffer) -> Misstep? {
    var own = JournalBuffer()
    var position = 0
    while position < journal.count {
      own.removeAll(keepingCapacity: true)
      if let reason = repeatStep(from: position, of: journal, into: &own) {
        return Misstep(position: position, reason: reason)
      }
      for step in 0..<own.count {
        guard position < journal.count else {
          return Misstep(position: position - 1, reason: "more had to follow from it")
        }
        guard EncodedEntry(own[step]) == EncodedEntry(journal[position]) else {
          return Misstep(position: position, reason: "the rules lead to another entry there")
        }
        position += 1
      }
    }
    return nil
  }

  /// Rings the alarm that is due by the entry at `position`, or carries out the command behind it.
  ///
  /// - Returns: why there is none.
  private mutating func repeatStep(
    from position: Int, of journal: borrowing JournalBuffer, into own: inout JournalBuffer
  ) -> String? {
    let entry = journal[position]
    guard entry.at >= now else { return "it goes back in time" }
    if nextAlarmOrDistantFuture <= entry.at {
      advance(to: entry.at, into: &own)
      return nil
    }
    guard let command = command(behind: position, of: journal) else {
      return "neither an alarm nor a command brings it about"
    }
    do throws(Refusal) {
      try apply(command, at: entry.at, into: &own)
      return nil
    } catch {
      return "its command is refused (\(error))"
    }
  }
}
