/// Twelve appeals of two months in which everything happens that a journal can tell. What follows
/// from them is computed by hand in `MeasureTests` and `DimensionTests`.
enum RichJournal {
  static func make() -> TinyJournal {
    let j = TinyJournal()
    october(j)
    sideways(j)
    emergency(j)
    november(j)
    j.add(0, "12-01 00:00", "bulletin") { $0.detail = 48 }
    return j
  }

  private static func october(_ j: TinyJournal) {
    j.submit(
      1, "10-01 10:00", channel: 0, leaf: 0, "complaint", community: 0, due: "10-02 10:00",
      contact: "10-01 09:00")
    j.add(1, "10-01 10:00", "described") { ($0.citizen, $0.traits, $0.lane) = (77, 1, "common") }
    j.add(1, "10-01 10:10", "filed") { ($0.leaf, $0.detail) = (0, 0) }
    j.dispatch(1, "10-01 10:30", to: 0, by: "10-01 11:30", taken: "10-01 11:00")
    j.close(1, "10-01 14:00")
    j.add(1, "10-01 14:00", "credited") { ($0.unit, $0.kind, $0.detail) = (0, "earlyClose", 2) }
    j.add(1, "10-03 09:00", "appraised") { $0.detail = 5544 }

    j.submit(2, "10-01 11:00", channel: 1, leaf: 0, "complaint", community: 1, due: "10-02 11:00")
    j.add(2, "10-01 11:30", "filed") { ($0.leaf, $0.detail) = (1, 0) }
    j.dispatch(2, "10-01 12:00", to: 1, by: "10-01 13:00", taken: nil)
    j.add(2, "10-01 13:00", "nodeBreached") { $0.node = "signIn" }
    j.take(2, "10-01 13:30", unit: 1)
    j.add(2, "10-01 14:00", "sentBack") { ($0.unit, $0.ground, $0.list) = (1, "none", 0) }
    j.add(2, "10-01 14:00", "evidence") {
      ($0.unit, $0.staff, $0.kind) = (1, 2, "groundlessReturn")
    }
    j.dispatch(2, "10-01 15:00", to: 0, by: "10-01 16:00", taken: "10-01 15:30")
    j.add(2, "10-02 11:00", "breached")
    j.add(2, "10-02 11:00", "rung") { ($0.unit, $0.kind) = (0, "remind") }
    j.add(2, "10-02 11:00", "tagged") { $0.tags = 5 }
    j.add(2, "10-02 12:00", "tagged") { $0.tags = 2 }
    j.add(2, "10-02 13:00", "untagged") { $0.tags = 4 }
    j.close(2, "10-03 11:00")
    j.add(2, "10-03 20:00", "appraised") { $0.detail = 1212 }
    j.add(2, "10-04 11:00", "reopened") {
      ($0.ground, $0.due) = ("lowAppraisal", TinyJournal.instant("10-06 11:00"))
    }
    j.close(2, "10-05 11:00")

    j.submit(3, "10-11 09:00", channel: 0, leaf: 0, "complaint", community: 0, due: "10-12 09:00")
    j.add(3, "10-11 09:00", "described") { ($0.citizen, $0.traits) = (77, 0) }
    j.add(3, "10-11 09:00", "duplicateFound") { $0.detail = 1 }
    j.dispatch(3, "10-11 09:30", to: 0, by: "10-11 10:30", taken: "10-11 10:00")
    j.add(3, "10-11 15:00", "redone") { ($0.unit, $0.list) = (0, 1) }
    j.close(3, "10-11 21:00")
    neverClosed(j)
  }

  private static func neverClosed(_ j: TinyJournal) {
    j.submit(
      4, "10-05 08:00", channel: 1, leaf: 2, "complaint", community: 2, due: "10-10 18:00",
      contact: "10-04 20:00")
    j.add(4, "10-05 08:00", "alertRaised") { $0.kind = "sensitive" }
    j.add(4, "10-05 08:05", "letterIssued") { $0.subject = 0 }
    j.dispatch(4, "10-05 09:00", to: 2, by: "10-05 10:00", taken: nil)
    j.add(4, "10-05 10:00", "nodeBreached") { $0.node = "handle" }
    j.add(4, "10-09 09:00", "evidence") { ($0.unit, $0.staff, $0.kind) = (2, 3, "untouched") }
    j.add(4, "10-10 18:00", "breached")
    for (day, rung) in ["remind", "supervise", "notice", "account"].enumerated() {
      j.add(4, "10-\(10 + day) 19:00", "rung") { ($0.unit, $0.kind) = (2, rung) }
    }
    j.add(4, "10-14 09:00", "heldToAccount") { ($0.unit, $0.staff) = (2, 3) }
  }

  private static func sideways(_ j: TinyJournal) {
    j.submit(
      5, "10-06 10:00", channel: 1, leaf: 2, "complaint", community: 2, due: "10-11 10:00",
      need: 4)
    j.add(5, "10-06 11:00", "merged") { $0.detail = 4 }
    j.add(5, "10-06 11:30", "unmerged") { ($0.detail, $0.list) = (4, 0) }
    j.add(5, "10-06 12:00", "merged") { $0.detail = 4 }
    j.submit(6, "10-07 10:00", channel: 1, leaf: 1, "enquiry", community: 1, due: "10-10 10:00")
    j.add(6, "10-07 12:00", "cancelled") { $0.ground = "withdrawn" }
    j.submit(7, "10-08 10:00", channel: 1, leaf: 1, "petition", community: 0, due: "10-15 10:00")
    j.dispatch(7, "10-08 11:00", to: 0, by: "10-08 12:00", taken: "10-08 11:15")
    j.add(7, "10-14 09:00", "deadlineChanged") {
      ($0.ground, $0.due) = ("extended", TinyJournal.instant("10-20 10:00"))
    }
    j.add(7, "10-15 10:00", "suspended") { $0.ground = "awaitingThirdParty" }
  }

  private static func emergency(_ j: TinyJournal) {
    j.add(0, "10-20 08:00", "modeChanged") { ($0.street, $0.kind) = (1, "emergency") }
    j.submit(11, "10-20 09:00", channel: 1, leaf: 2, "complaint", community: 2, due: "10-20 10:00")
    j.dispatch(11, "10-20 09:10", to: 2, by: "10-20 09:30", taken: "10-20 09:20")
    j.add(11, "10-20 09:10", "disputed") { $0.unit = 2 }
    j.add(11, "10-20 09:10", "sideTaskOpened") { $0.kind = "liability" }
    j.add(11, "10-20 09:15", "supportPlanned") { $0.unit = 1 }
    j.add(11, "10-20 09:16", "supportWithdrawn") { $0.unit = 1 }
    j.add(11, "10-20 10:00", "breached")
    j.close(11, "10-20 11:00")
    j.add(11, "10-20 12:00", "sideTaskOpened") { $0.kind = "callBack" }
    j.add(11, "10-21 09:00", "sideTaskDone") { ($0.kind, $0.detail) = ("liability", 2) }
    j.add(11, "10-21 09:00", "sideTaskDone") { ($0.kind, $0.detail) = ("callBack", 0) }
    j.add(0, "10-22 08:00", "modeChanged") { ($0.street, $0.kind) = (1, "peacetime") }
  }

  private static func november(_ j: TinyJournal) {
    j.submit(8, "11-05 12:00", channel: 0, leaf: 1, "enquiry", community: 1, due: "11-06 18:00")
    j.add(8, "11-05 12:00", "repliedInstantly") { $0.subject = 0 }
    j.close(8, "11-05 12:00")
    j.add(8, "11-05 13:00", "appraised") { $0.detail = 5555 }

    j.submit(9, "11-06 12:00", channel: 0, leaf: 1, "enquiry", community: 1, due: "11-07 18:00")
    j.add(9, "11-06 12:00", "repliedInstantly") { $0.subject = 1 }
    j.close(9, "11-06 12:00")
    j.add(9, "11-06 13:00", "reopened") {
      ($0.ground, $0.due) = ("replyRejected", TinyJournal.instant("11-07 18:00"))
    }
    j.add(9, "11-06 13:30", "filed") { ($0.leaf, $0.detail) = (1, 1) }
    j.dispatch(9, "11-06 14:00", to: 1, by: "11-06 15:00", taken: "11-06 15:00")
    j.close(9, "11-06 18:00")
    suggestion(j)
    arbitration(j)
  }

  private static func suggestion(_ j: TinyJournal) {
    j.submit(10, "11-12 09:00", channel: 1, leaf: 2, "suggestion", community: 2, due: "11-15 18:00")
    j.add(10, "11-12 09:00", "described") { ($0.citizen, $0.traits, $0.lane) = (5, 2, "deputy") }
    j.add(10, "11-12 09:00", "adoption") { $0.kind = "received" }
    j.add(10, "11-12 09:00", "sideTaskOpened") { $0.kind = "chase" }
    j.add(10, "11-12 09:00", "joinedCampaign") { $0.subject = 0 }
    j.dispatch(10, "11-12 10:00", to: 1, by: "11-12 11:00", taken: "11-12 10:30")
    j.add(10, "11-13 09:00", "adoption") { $0.kind = "adopted" }
    j.add(10, "11-14 09:00", "deadlineChanged") {
      ($0.ground, $0.due) = ("extended", TinyJournal.instant("11-18 18:00"))
    }
    j.add(10, "11-14 10:00", "suspended") { $0.ground = "awaitingCitizen" }
    j.add(10, "11-16 10:00", "resumed") { $0.due = TinyJournal.instant("11-20 18:00") }
    j.close(10, "11-19 09:00")
    j.add(10, "11-19 09:00", "sideTaskDone") { ($0.kind, $0.detail) = ("chase", 0) }
  }

  private static func arbitration(_ j: TinyJournal) {
    j.submit(12, "11-26 09:00", channel: 0, leaf: 0, "complaint", community: 0, due: "11-26 15:00")
    j.add(12, "11-26 09:05", "migrated") { $0.leaf = 0 }
    j.dispatch(12, "11-26 09:30", to: 1, by: "11-26 10:30", taken: "11-26 10:00")
    j.add(12, "11-26 10:15", "sentBack") { ($0.unit, $0.ground) = (1, "notResponsible") }
    j.add(12, "11-26 10:30", "arbitrated") { ($0.unit, $0.detail) = (1, 1) }
    j.add(12, "11-26 10:40", "handedOver") { ($0.fromList, $0.list) = (0, 0) }
    j.dispatch(12, "11-26 11:00", to: 0, by: "11-26 12:00", taken: "11-26 11:30")
    j.add(12, "11-26 11:40", "putBack") { $0.list = 1 }
    j.take(12, "11-26 11:50", unit: 0)
    j.close(12, "11-26 15:00")
    j.add(12, "11-26 16:00", "credited") { ($0.unit, $0.kind, $0.detail) = (0, "fiveStars", 3) }
    j.add(12, "11-26 16:00", "appraised") { $0.detail = 5555 }
  }
}
