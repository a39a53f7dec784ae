import CivicTime

extension JournalEntry {
  /// The entry that `encoded` holds.
  ///
  /// - Throws: `EntryError` for anything that encodes no entry.
  public init(_ encoded: EncodedEntry) throws(EntryError) {
    let reader = EntryReader(encoded)
    self.init(
      at: Instant(milliseconds: encoded.at), appeal: AppealNumber(rawValue: encoded.appeal),
      change: try reader.change())
    guard EncodedEntry(self) == encoded else { throw .strayBits(tag: encoded.tag) }
  }
}

/// Reads the fields of an encoded entry: the reverse of `Change.words`.
private struct EntryReader {
  let encoded: EncodedEntry
  let tag: UInt8
  /// Small fields, without the tag.
  let fields: UInt64

  init(_ encoded: EncodedEntry) {
    self.encoded = encoded
    tag = encoded.tag
    fields = encoded.meta >> 8
  }

  func change() throws(EntryError) -> Change {
    switch tag {
    case 1: .submitted(try submission(), list: list(), due: first, nodeDue: second)
    case 2: .taken(list: list(), by: StaffID(rawValue: UInt32(truncatingIfNeeded: fields >> 16)))
    case 3: .putBack(list: list())
    case 4: .advanced(from: try node(), to: try node(8), nodeDue: first)
    case 5: .passed(from: try node(), to: try node(8), list: list(16), nodeDue: first)
    case 6:
      .filed(
        LeafID(rawValue: short(0)), workflow: byte(16), next: try node(24), nodeDue: first)
    case 7: .handedOver(from: list(), to: list(16))
    case 8: .dispatched(unit(), next: try node(16), list: list(24), nodeDue: first)
    case 9: .sentBack(unit(), try ground(16), list: list(24), nodeDue: first)
    case 10: .redone(unit(), list: list(16), nodeDue: first)
    case 11: .closed(try node())
    case 12:
      .appraised(
        Appraisal(speed: byte(0), result: byte(8), attitude: byte(16), system: byte(24)))
    case 13: .reopened(try ground(), list: list(8), due: first, nodeDue: second)
    case 14: .deadlineChanged(try ground(), due: first)
    case 15: .suspended(try ground())
    case 16: .resumed(due: first, nodeDue: second)
    case 17: .cancelled(try ground())
    case 18: .merged(into: AppealNumber(rawValue: UInt32(truncatingIfNeeded: fields)))
    case 19: .breached
    case 20: .nodeBreached(try node())
    default: try measure()
    }
  }

  private func measure() throws(EntryError) -> Change {
    switch tag {
    case 21: .described(try details())
    case 22: .tagged(TagSet(rawValue: encoded.first))
    case 44: .untagged(TagSet(rawValue: encoded.first))
    case 23: .joinedCampaign(CampaignID(rawValue: byte(0)))
    case 24: .duplicateFound(of: AppealNumber(rawValue: UInt32(truncatingIfNeeded: fields)))
    case 25: .repliedInstantly(AnswerID(rawValue: short(0)))
    case 26: .sideTaskOpened(try side(), list: list(8), due: first)
    case 27:
      .sideTaskTaken(list: list(), by: StaffID(rawValue: UInt32(truncatingIfNeeded: fields >> 16)))
    case 28: .sideTaskPutBack(list: list())
    case 29: .sideTaskDone(try side(), list: list(8), outcome: short(24))
    case 30: .arbitrated(unit(), upheld: isSet(16))
    case 31: .disputed(unit())
    case 43: .supportPlanned(unit())
    case 48:
      .unmerged(
        from: AppealNumber(rawValue: UInt32(truncatingIfNeeded: fields)), list: list(32),
        nodeDue: first)
    case 49: .supportWithdrawn(unit())
    default: try oversight()
    }
  }

  private func oversight() throws(EntryError) -> Change {
    switch tag {
    case 32: .rung(try value(0, "rung"), unit(8), staff)
    case 33: .evidence(try value(0, "kind of evidence"), unit(8), staff)
    case 34: .heldToAccount(unit(), staff)
    case 45: .listRung(try value(0, "rung"), list(8), staff)
    case 46: .listEvidence(try value(0, "kind of evidence"), list(8), staff)
    case 47: .listHeldToAccount(list(), staff)
    case 35: .credited(unit(), try value(16, "reason of credit"), points: byte(24))
    case 36: .alertRaised(try value(0, "kind of alert"))
    case 37: .letterIssued(OversightID(rawValue: byte(0)))
    case 38: .adoption(try value(0, "adoption state"))
    case 39: .migrated(LeafID(rawValue: short(0)))
    case 40:
      .modeChanged(
        StreetID(rawValue: byte(0)), try value(8, "mode"), byCommand: isSet(16))
    case 41: .formChanged
    case 42: .bulletin(UInt32(truncatingIfNeeded: fields))
    default: throw .unknownTag(tag)
    }
  }
}

extension EntryReader {
  private var first: Instant { Instant(milliseconds: Int64(bitPattern: encoded.first)) }
  private var second: Instant { Instant(milliseconds: Int64(bitPattern: encoded.second)) }
  private var staff: StaffID { StaffID(rawValue: UInt32(truncatingIfNeeded: encoded.first)) }

  private func byte(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: fields >> shift) }
  private func short(_ shift: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: fields >> shift) }
  private func isSet(_ shift: UInt64) -> Bool { fields >> shift & 1 == 1 }
  private func list(_ shift: UInt64 = 0) -> ListID { ListID(rawValue: short(shift)) }
  private func unit(_ shift: UInt64 = 0) -> UnitID { UnitID(rawValue: short(shift)) }

  private func value<Value: RawRepresentable>(
    _ shift: UInt64, _ name: String
  ) throws(EntryError) -> Value where Value.RawValue == UInt8 {
    guard let value = Value(rawValue: byte(shift)) else { throw .field(tag: tag, name) }
    return value
  }

  private func node(_ shift: UInt64 = 0) throws(EntryError) -> Node { try value(shift, "node") }

  private func ground<Ground: RawRepresentable>(
    _ shift: UInt64 = 0
  ) throws(EntryError) -> Ground where Ground.RawValue == UInt8 { try value(shift, "ground") }

  private func side() throws(EntryError) -> SideTaskKind { try value(0, "kind of side task") }

  private func submission() throws(EntryError) -> Submission {
    let packed = encoded.packed
    guard let nature = Nature(rawValue: UInt8(truncatingIfNeeded: packed >> 32)) else {
      throw .field(tag: tag, "nature")
    }
    return Submission(
      reference: encoded.reference, contactAt: Instant(milliseconds: encoded.contactAt),
      channel: ChannelID(rawValue: UInt16(truncatingIfNeeded: packed)),
      leaf: LeafID(rawValue: UInt16(truncatingIfNeeded: packed >> 16)), nature: nature,
      community: CommunityID(rawValue: UInt8(truncatingIfNeeded: packed >> 40)))
  }

  private func details() throws(EntryError) -> Submission.Details {
    Submission.Details(
      citizen: encoded.first, textKey: UInt32(truncatingIfNeeded: encoded.second),
      traits: Traits(rawValue: byte(0)), lane: try value(8, "lane"))
  }
}
