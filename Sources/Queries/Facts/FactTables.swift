/// The temporary tables that every query reads, filled once for an arm.
enum FactTables {
  /// `fact`: one row an appeal, as the journal leaves it at its end. `observation`: one row for
  /// each thing that is counted, with the instant by which it falls into a period. `span`: while
  /// an appeal was open. `tagged`: its tags. `day`: civil days. `unit_fact`: facts of units.
  /// `name`: words for numbers and codes, in the language of the reader.
  static let create = [
    """
    CREATE TEMP TABLE fact (
      appeal INTEGER PRIMARY KEY, submitted INTEGER, contact_hour INTEGER, channel INTEGER,
      reported_leaf INTEGER, filed_leaf INTEGER, leaf INTEGER, level1 TEXT, level2 TEXT, nature TEXT,
      community INTEGER, street INTEGER, lane TEXT, workflow INTEGER, unit INTEGER,
      first_unit INTEGER, dispatches INTEGER, redos INTEGER, state TEXT, due INTEGER,
      limit_length INTEGER, same TEXT, repeat_of INTEGER, campaign INTEGER, mode TEXT,
      structured INTEGER)
    """,
    """
    CREATE TEMP TABLE observation (
      stream INTEGER, at INTEGER, n INTEGER, day INTEGER, hour INTEGER, appeal INTEGER,
      unit INTEGER, staff INTEGER, list INTEGER, kind TEXT, value REAL, flag INTEGER,
      detail INTEGER, subject INTEGER, PRIMARY KEY (stream, at, n)) WITHOUT ROWID
    """,
    "CREATE TEMP TABLE span (appeal INTEGER, since INTEGER, until INTEGER, due INTEGER)",
    "CREATE TEMP TABLE tagged (appeal INTEGER, tag INTEGER, PRIMARY KEY (appeal, tag)) WITHOUT ROWID",
    """
    CREATE TEMP TABLE day (
      day INTEGER PRIMARY KEY, date TEXT, week TEXT, month TEXT, weekday INTEGER, working INTEGER)
    """,
    "CREATE TEMP TABLE unit_fact (unit INTEGER PRIMARY KEY, controllable INTEGER)",
    "CREATE TEMP TABLE name (kind TEXT, id, text TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID",
    "CREATE TEMP TABLE moment (at INTEGER PRIMARY KEY, day INTEGER)",
  ]

  static let names = [
    "fact", "observation", "span", "tagged", "day", "unit_fact", "name", "moment",
  ]

  /// After all rows are in: which appeals repeat an earlier one of the same citizen or need, and
  /// which results came back within the time they are watched; of those alone it is known.
  static let finish = [
    "CREATE INDEX temp.fact_same ON fact (same, submitted)",
    """
    UPDATE fact SET repeat_of = (
      SELECT g.appeal FROM fact AS g
      WHERE g.same = fact.same AND g.submitted <= fact.submitted AND g.appeal < fact.appeal
        AND g.submitted >= fact.submitted - \(watchLength)
      ORDER BY g.submitted DESC, g.appeal DESC LIMIT 1)
    WHERE repeat_of IS NULL AND same IS NOT NULL
    """,
    """
    UPDATE observation SET flag = 1
    WHERE stream = \(Stream.closed.rawValue) AND flag = 0 AND EXISTS (
      SELECT 1 FROM fact AS f JOIN fact AS g ON g.same = f.same AND g.appeal <> f.appeal
      WHERE f.appeal = observation.appeal AND g.submitted > observation.at
        AND g.submitted <= observation.at + \(watchLength))
    """,
    """
    UPDATE observation SET detail = (flag = 0 AND detail = 1)
    WHERE stream = \(Stream.closed.rawValue) AND flag IS NOT NULL
    """,
    """
    UPDATE observation SET detail = NULL
    WHERE stream = \(Stream.closed.rawValue) AND flag IS NULL
    """,
    "CREATE INDEX temp.span_since ON span (since)",
  ]
}

/// What an observation tells; each kind falls into a period by an instant of its own.
enum Stream: Int, CaseIterable, Sendable {
  /// At registration; value: hours since contact.
  case submitted = 1
  /// At the deadline; value: 1 if closed by it, else 0; flag: 1 extended, 2 suspended meanwhile;
  /// detail: milliseconds late. Merged, cancelled and suspended appeals have none.
  case due
  /// At each close; value: hours since registration; flag: came back within 30 days (null while
  /// that is not known); detail: the result stood; subject: 1 if it is the close that counts.
  case closed
  /// At each dispatch to a unit; value: 1 if it took the task up within the node's limit, 0 if not.
  case assigned
  /// At the first dispatch; value: hours since registration.
  case firstDispatch
  case taken, putBack, returned, redone, reopened, extended, suspended, cancelled, merged
  case breached, nodeBreached
  /// Value: mean of the four scores; detail: the four digits.
  case appraised
  case handedOver
  case rung, evidence, accounted
  /// Value: points.
  case credited
  case alert, letter
  /// Flag: 1 where the citizen rejected the reply.
  case instantReply
  case duplicate
  case sideOpened
  /// Value: outcome; detail: the liable unit.
  case sideDone
  /// Value: 1 where the return was upheld.
  case arbitrated
  case modeChanged, adoption, joinedCampaign, migrated, disputed, supportPlanned
  case supportWithdrawn, unmerged
  /// Open at a moment; value: age in days; flag: 1 past the deadline. Made by the query.
  case open
}
