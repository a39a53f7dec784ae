/// 周通报: what each unit did since the last one, and an entry when it goes out.
extension AppealCore {
  /// What a unit has done since the last bulletin; nil for an unknown one.
  public func ledger(of unit: UnitID) -> UnitLedger? {
    unit.index < tables.unitCount ? ledgers[unit].pointee : nil
  }

  mutating func evolveBulletin(_ number: UInt32) {
    precondition(number == bulletins + 1, "the journal skips a bulletin")
    bulletins = number
    ledgers.clear()
    resetSystemAlarm()
  }
}
