/// 周通报: what everyone who is supervised did since the last one, and an entry when it goes out.
extension AppealCore {
  /// What a unit has done since the last bulletin; nil for an unknown one.
  public func ledger(of unit: UnitID) -> UnitLedger? {
    unit.index < tables.unitCount ? ledgers[unit].pointee : nil
  }

  /// What a post, a unit or the grid officers of a street have done since the last bulletin, by their
  /// work list; nil for a desk, and for an unknown list.
  public func ledger(ofList list: ListID) -> UnitLedger? {
    list.index < ledgers.count ? ledgers[row(of: list)].pointee : nil
  }

  /// Lists run over posts, then units, then grid officers; ledgers begin with the units.
  func row(of list: ListID) -> Int {
    let index = list.index
    if index < tables.postCount { return tables.unitCount + index }
    return index < tables.postCount + tables.unitCount ? index - tables.postCount : index
  }

  mutating func evolveBulletin(_ number: UInt32) {
    precondition(number == bulletins + 1, "the journal skips a bulletin")
    bulletins = number
    ledgers.clear()
    resetSystemAlarm()
  }
}
