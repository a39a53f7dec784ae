import CivicTime

extension WorkedCase {
  private static let bizWeek = "Mon/Wed/Fri 9-17; Tue/Thu 10-16; Sat 11-14:30"
  private static let lunch = "Mon-Fri 8-13,14-18"
  private static let always = "Mon-Sun 0-24"
  private static let berlin = "Europe/Berlin"
  private static let saoPaulo = "America/Sao_Paulo"

  static let all: [WorkedCase] = forwards + pastZones + elapsed + stopped + workingDays

  private static let forwards: [WorkedCase] = [
    WorkedCase(
      id: 1, source: .biz, hours: bizWeek, start: "2006-01-04T15:58:30",
      question: .deadline(after: .seconds(90), due: "2006-01-04T16:00:00")),
    WorkedCase(
      id: 3, source: .biz, hours: bizWeek, start: "2006-01-04T14:30:00",
      question: .deadline(after: .minutes(90), due: "2006-01-04T16:00:00")),
    WorkedCase(
      id: 7, source: .hours, hours: "Mon-Fri 9-17", start: "2010-08-04T09:35:00",
      question: .deadline(after: .hours(8), due: "2010-08-05T09:35:00")),
    WorkedCase(
      id: 9, source: .hours, hours: "Mon-Fri 9-17", start: "2010-04-10T12:33:00",
      question: .deadline(after: 0, due: "2010-04-12T09:00:00")),
    WorkedCase(
      id: 11, source: .hours, hours: "Mon-Fri 9-17", start: "2010-04-12T09:50:00",
      question: .deadline(after: .hours(3), due: "2010-04-12T12:50:00")),
    WorkedCase(
      id: 13, source: .hours, hours: "Mon/Fri 9-17; Sat 10-15", start: "2010-12-24T08:00:00",
      question: .deadline(after: .hours(15), due: "2010-12-27T11:00:00")),
    WorkedCase(
      id: 15, source: .hours, hours: "Mon/Fri 0-24; Sat 11-15", start: "2010-12-25T08:00:00",
      question: .deadline(after: .hours(15), due: "2010-12-27T11:00:00")),
    WorkedCase(
      id: 45, source: .delta, hours: "Mon-Fri 9-17", start: "2016-01-23T13:14:00",
      question: .deadline(after: .hours(2), due: "2016-01-25T11:00:00")),
    WorkedCase(
      id: 47, source: .delta, hours: "Mon-Fri 9-17", start: "2016-01-23T13:14:00",
      question: .deadline(after: .hours(12), due: "2016-01-26T13:00:00")),
    WorkedCase(
      id: 49, source: .delta, hours: "Mon-Fri 9-12,13-18", start: "2016-01-18T09:00:00",
      question: .deadline(after: .hours(40), due: "2016-01-22T18:00:00")),
    WorkedCase(
      id: 69, source: .jbpm, hours: "Mon-Fri 17-22", start: "2018-05-03T21:00:00",
      question: .deadline(after: .hours(4), due: "2018-05-04T20:00:00")),
    WorkedCase(
      id: 71, source: .jbpm, hours: "Mon-Fri 9-17", start: "2012-05-04T13:45:00",
      question: .deadline(after: .hours(7), due: "2012-05-07T12:45:00")),
    WorkedCase(
      id: 73, source: .jbpm, hours: "Mon-Fri 9-17",
      holidays: (12...19).map { "2012-05-\($0)" }, start: "2012-05-11T16:45:00",
      question: .deadline(after: .minutes(30), due: "2012-05-21T09:15:00")),
  ]

  private static let pastZones: [WorkedCase] = [
    // Of the source's days off, 1 May is the only one on the way.
    WorkedCase(
      id: 23, source: .otobo, hours: always, holidays: ["2015-05-01"],
      start: "2015-02-17T12:00:00",
      question: .deadline(after: .hours(2_160), due: "2015-05-19T12:00:00")),
    WorkedCase(
      id: 25, source: .otobo, hours: always, office: saoPaulo, readIn: saoPaulo,
      start: "2015-02-21T22:00:00",
      question: .deadline(after: .hours(5), due: "2015-02-22T02:00:00")),
    WorkedCase(
      id: 27, source: .otobo, hours: always, office: saoPaulo, readIn: saoPaulo,
      start: "2015-10-17T22:00:00",
      question: .deadline(after: .hours(7), due: "2015-10-18T06:00:00")),
    WorkedCase(
      id: 29, source: .otobo, hours: always, office: "Asia/Tehran", readIn: "Asia/Tehran",
      start: "2015-03-21T12:00:00",
      question: .deadline(after: .hours(17), due: "2015-03-22T06:00:00")),
    WorkedCase(
      id: 31, source: .otobo, hours: "Mon-Fri 8-18", office: berlin, readIn: berlin,
      start: "2016-01-31T12:25:30",
      question: .deadline(after: .hours(5), due: "2016-02-01T13:00:00")),
    WorkedCase(
      id: 33, source: .otobo, hours: lunch, office: berlin, readIn: berlin,
      start: "2016-02-01T12:25:30",
      question: .deadline(after: .hours(5), due: "2016-02-02T08:25:30")),
    WorkedCase(
      id: 35, source: .otobo, hours: lunch, office: berlin, readIn: berlin,
      holidays: ["2015-12-24", "2015-12-25", "2015-12-26"], start: "2015-12-22T16:24:49",
      question: .deadline(after: .hours(20), due: "2015-12-29T08:24:49")),
    WorkedCase(
      id: 53, source: .zammad, hours: "Mon-Fri 8-18", office: berlin,
      start: "2013-03-21T09:30:00",
      question: .deadline(after: .minutes(180), due: "2013-03-21T12:30:00")),
    WorkedCase(
      id: 61, source: .zammad, hours: "Mon-Fri 8-20", office: berlin, holidays: ["2016-11-01"],
      start: "2016-11-01T13:56:21",
      question: .deadline(after: .hours(20), due: "2016-11-03T15:00:00")),
    // Both holidays of the feed are skipped, and the deadline lands on closing time.
    WorkedCase(
      id: 63, source: .zammadIssue, hours: "Mon-Sun 9-21", office: berlin, readIn: berlin,
      holidays: ["2016-11-11", "2016-11-13"], start: "2016-11-09T23:00:00",
      question: .deadline(after: .hours(36), due: "2016-11-14T21:00:00")),
  ]

  private static let elapsed: [WorkedCase] = [
    WorkedCase(
      id: 5, source: .bizWithin, hours: bizWeek, start: "2006-01-01T00:00:00",
      question: .elapsed(until: "2006-01-08T00:00:00", .seconds(142_200))),
    WorkedCase(
      id: 17, source: .duration, hours: "Mon/Fri 9-17; Sat 10-15", start: "2010-12-24T15:00:00",
      question: .elapsed(until: "2010-12-27T11:00:00", .seconds(32_400))),
    WorkedCase(
      id: 19, source: .duration, hours: "Mon/Fri/Sat/Sun 0-24", start: "2010-12-24T15:00:00",
      question: .elapsed(until: "2010-12-27T11:00:00", .seconds(244_800))),
    // The source writes its instants with +03:00, but its figure takes their digits for UTC.
    WorkedCase(
      id: 21, source: .duration, hours: "Mon-Wed 9-18", start: "2012-05-28T08:04:26",
      question: .elapsed(until: "2012-05-29T14:56:45", .seconds(53_805))),
    WorkedCase(
      id: 37, source: .otoboDelta, hours: always, office: berlin, readIn: berlin,
      holidays: ["2015-12-24", "2015-12-25", "2015-12-26"], start: "2015-12-28T17:10:14",
      question: .elapsed(until: "2015-12-23T08:10:15", 0)),
    WorkedCase(
      id: 39, source: .otoboDelta, hours: "Mon-Sun 8-13,14-18", office: berlin, readIn: berlin,
      start: "2016-02-01T12:15:41",
      question: .elapsed(until: "2016-02-06T12:15:41", .seconds(162_000))),
    WorkedCase(
      id: 41, source: .otoboDelta, hours: lunch, office: berlin, readIn: berlin,
      start: "2016-03-24T12:15:41",
      question: .elapsed(until: "2016-03-30T10:15:41", .seconds(122_400))),
    WorkedCase(
      id: 43, source: .otoboDelta, hours: always, office: berlin, readIn: berlin,
      start: "2015-02-17T12:00:00",
      question: .elapsed(until: "2015-05-18T12:00:00", .seconds(7_772_400))),
    // The office is in Santiago, the readings are of a clock in Los Angeles.
    WorkedCase(
      id: 51, source: .delta, hours: "Mon-Fri 9-12,13-18", office: "America/Santiago",
      readIn: "America/Los_Angeles", start: "2016-01-18T09:00:00",
      question: .elapsed(until: "2016-01-18T18:00:00", .seconds(14_400))),
    WorkedCase(
      id: 65, source: .glpi, hours: "Mon-Fri 8-20", start: "2019-01-01T06:00:00",
      question: .elapsed(until: "2019-01-01T07:00:00", 0)),
    WorkedCase(
      id: 67, source: .glpi, hours: "Mon-Fri 8-20", start: "2019-01-08T00:00:00",
      question: .elapsed(until: "2019-01-01T00:00:00", 0)),
  ]

  private static let stopped: [WorkedCase] = [
    // The ticket was pending, then closed and reopened: both stop the clock.
    WorkedCase(
      id: 55, source: .zammad, hours: "Mon-Sun 9-18", office: berlin,
      pauses: [
        ("2013-06-04T09:30:00", "2013-06-04T09:45:00"),
        ("2013-06-04T10:00:00", "2013-06-04T10:30:00"),
      ],
      start: "2013-06-04T09:00:00",
      question: .deadline(after: .hours(2), due: "2013-06-04T11:45:00")),
    WorkedCase(
      id: 57, source: .zammad, hours: "Mon-Sun 9-18", office: berlin,
      pauses: [("2013-06-04T10:00:00", "2013-06-04T10:30:00")],
      start: "2013-06-04T09:00:00",
      question: .elapsed(until: "2013-06-04T12:00:00", .seconds(9_000))),
    // The table lists when the ticket was open, 10:30 to 11:00 and 11:30 to 12:00; it was pending
    // for the rest.
    WorkedCase(
      id: 59, source: .zammad, hours: "Mon-Sun 9-18", office: berlin,
      pauses: [
        ("2013-06-04T09:00:00", "2013-06-04T10:30:00"),
        ("2013-06-04T11:00:00", "2013-06-04T11:30:00"),
      ],
      start: "2013-06-04T09:00:00",
      question: .elapsed(until: "2013-06-04T12:00:00", .seconds(3_600))),
  ]

  private static let workingDays: [WorkedCase] = [
    WorkedCase(
      id: 75, source: .jbpm, hours: "Mon-Fri 9-17", start: "2012-05-03T12:27",
      question: .workingDays(6, due: "2012-05-11T12:27")),
    // No time is given: any on the Saturday will do.
    WorkedCase(
      id: 77, source: .jbpm, hours: "Mon-Fri 9-17", start: "2012-05-05T12:00",
      question: .workingDays(2, due: "2012-05-09T09:00")),
    // The source's default hours are 9 to 17.
    WorkedCase(
      id: 79, source: .days, hours: "Mon-Fri 9-17", start: "2010-04-10T11:00",
      question: .workingDays(1, due: "2010-04-13T09:00")),
    WorkedCase(
      id: 81, source: .days, hours: "Mon-Fri 9-17", holidays: ["2010-07-05"],
      start: "2010-07-02T16:50", question: .workingDays(1, due: "2010-07-06T16:50")),
    // Before opening: counted from 10:00 of that Tuesday.
    WorkedCase(
      id: 83, source: .biz, hours: bizWeek, start: "2006-01-03T08:00",
      question: .workingDays(2, due: "2006-01-05T10:00")),
    WorkedCase(
      id: 85, source: .glpi, hours: "Mon-Fri 8-20", start: "2018-11-19T10:00",
      question: .workingDays(7, due: "2018-11-28T10:00")),
    WorkedCase(
      id: 87, source: .glpi, hours: "Mon-Fri 8-20", start: "2018-11-19T10:00",
      question: .workingDays(-7, due: "2018-11-08T10:00")),
  ]
}
