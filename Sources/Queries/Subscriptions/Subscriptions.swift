import CivicTime
import Foundation
import ResultFiles

/// Pushes the results of queries: to each subscriber a text and its tables, with its rows only.
public struct Subscriptions {
  public let list: [Subscription]
  private let path: String

  /// - Throws: `QueryError.noSubscriptions`, or `.badSubscription` with the line.
  public init(path: String) throws(QueryError) {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
      throw .noSubscriptions(path: path, isFolder: isFolder.boolValue)
    }
    try self.init(text: String(decoding: data, as: UTF8.self), path: path)
  }

  public init(text: String, path: String) throws(QueryError) {
    self.path = path
    list = try SubscriptionTable(path: path).subscriptions(text)
  }

  /// `SUBSCRIBER.md` and a CSV for each of the subscriber's queries, in the order of the list.
  ///
  /// - Parameter options: the days that are known; each subscription takes the last whole period
  ///   of its cadence in them.
  /// - Throws: `QueryError`.
  public func files(
    from source: JournalSource, arms: [String], options: QueryOptions
  ) throws -> [(name: String, text: String)] {
    let chosen = try source.arms(arms)
    guard chosen.count == 1 else {
      throw QueryError.badOption(
        "--arm",
        detail: "subscriptions are about one arm and the journal holds \(chosen.count); name one")
    }
    return try source.withWorkspace(arm: chosen[0], language: .chinese) { workspace in
      var letters: [(subscriber: String, parts: [SubscriberLetter.Part])] = []
      for subscription in list {
        let part = try part(subscription, workspace, options)
        if let place = letters.firstIndex(where: { $0.subscriber == subscription.subscriber }) {
          letters[place].parts.append(part)
        } else {
          letters.append((subscription.subscriber, [part]))
        }
      }
      return letters.flatMap { SubscriberLetter(subscriber: $0.subscriber, parts: $0.parts).files }
    }
  }

  private func part(
    _ subscription: Subscription, _ workspace: Workspace, _ options: QueryOptions
  ) throws -> SubscriberLetter.Part {
    let window = try workspace.window(options)
    let days = workspace.wholeDays(of: window)
    guard let last = days?.upperBound, let first = days?.lowerBound else {
      throw QueryError.badOption("--to", detail: "the days hold no whole day")
    }
    let period = subscription.cadence.period(endingBy: last)
    guard period.lowerBound >= first else {
      throw QueryError.badSubscription(
        path: path, line: subscription.line,
        detail: "\(first) to \(last) holds no whole period that is \(subscription.cadence.rawValue)"
      )
    }
    let query = try Catalogue.query(subscription.query)
    // A comparison needs the period before as well.
    let narrowed = QueryOptions(
      from: query.comparing == nil ? period.lowerBound : first, to: period.upperBound,
      top: options.top, subject: try subject(subscription, workspace))
    return SubscriberLetter.Part(
      subscription: subscription, table: try workspace.run(query, narrowed))
  }

  private func subject(
    _ subscription: Subscription, _ workspace: Workspace
  ) throws -> QueryOptions.Subject? {
    if let name = subscription.unit {
      if let id = try workspace.number(of: .unit, named: name) { return .unit(id) }
      throw unknown("unit", name, subscription)
    }
    if let name = subscription.street {
      if let id = try workspace.number(of: .street, named: name) { return .street(id) }
      throw unknown("street", name, subscription)
    }
    return nil
  }

  private func unknown(
    _ kind: String, _ name: String, _ subscription: Subscription
  ) -> QueryError {
    .badSubscription(
      path: path, line: subscription.line, detail: "the journal knows no \(kind) '\(name)'")
  }
}

extension Workspace {
  /// The civil days that lie in a window from their first instant to their last; nil where none.
  func wholeDays(of window: Range<Int64>) -> ClosedRange<CivilDate>? {
    var first = clock.reading(window.lowerBound).day
    if clock.start(ofDay: first) < window.lowerBound { first += 1 }
    let last = clock.reading(window.upperBound).day - 1
    return first <= last ? CivilDate(day: first)...CivilDate(day: last) : nil
  }
}
