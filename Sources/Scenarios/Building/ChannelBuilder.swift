import AppealCore
import AppealWorld
import CivicTime

/// The channels: those that the document names, then the generated ones of before the reform.
struct ChannelBuilder {
  private(set) var channels: [Channel] = []
  private(set) var behaviours: [ChannelBehaviour] = []
  /// Whether the district's post receives a channel's appeals first.
  private(set) var toDistrict: [Bool] = []
  /// Shares of contacts in free text, and of those with photos.
  private(set) var freeText: [Double] = []
  private(set) var photos: [Double] = []
  /// Whether a channel is the entrance that the reform promotes.
  private(set) var promoted: [Bool] = []
  /// How many of the channels the document names.
  let namedCount: Int
  let ids: Directory

  /// - Parameter shares: share of each named channel in the demand that takes one of them.
  init(
    _ document: Value, shares: (Directory) throws(ScenarioError) -> [Double],
    _ calendar: CalendarMaker
  ) throws(ScenarioError) {
    let named = document["channels"]
    let legacy = document["legacy_channels"]
    ids = Directory("channel", named.items.map(\.id))
    namedCount = ids.count
    guard namedCount > 0 else {
      throw ScenarioError(named.problem("there is no channel", mend: "list at least one"))
    }
    let shares = try shares(ids)
    let legacyCount = legacy["count"].integer
    guard namedCount + legacyCount <= 255 else {
      throw ScenarioError(
        legacy["count"].problem(
          "there are \(namedCount + legacyCount) channels", mend: "give at most 255 in all"))
    }
    let legacyShare = legacyCount > 0 ? legacy["share"].number : 0
    for (item, share) in zip(named.items, shares) {
      channels.append(try channel(item.value, calendar))
      behaviours.append(
        ChannelBehaviour(
          share: share * (1 - legacyShare), registration: registration(item.value),
          misclassification: item.value["misclassification"].number))
      toDistrict.append(item.value["intake"].text == "district")
      freeText.append(item.value["free_text"].number)
      photos.append(item.value["photos"].number)
      promoted.append(item.value["promoted"].flag)
    }
    if legacyCount > 0 { try appendLegacy(legacy, count: legacyCount) }
  }

  private func channel(_ value: Value, _ calendar: CalendarMaker) throws(ScenarioError) -> Channel {
    var phase = Channel.Phase.open
    if value["state"].text != "open" {
      let successor = try successor(value)
      phase = .closed(successor: successor)
      if value["state"].text == "migrating" {
        guard let moment = value.optional("closes_at"),
          let instant = calendar.instant(moment.text)
        else {
          throw ScenarioError(
            value.problem(
              "a migrating channel does not say when it closes",
              mend: "add `closes_at: 2018-07-01T00:00`"))
        }
        phase = .migrating(to: successor, closesAt: instant)
      }
    }
    return Channel(
      name: value["title"].words.zh, phase: phase,
      whenClosed: value["when_closed"].text == "refuse" ? .refuse : .redirect,
      requires: Self.traits(value["requires"]))
  }

  private static func traits(_ value: Value) -> Traits {
    value.list.reduce(into: []) { $0.insert($1.text == "photos" ? .photos : .structured) }
  }

  /// The numbers of named channels.
  func numbers(_ value: Value) throws(ScenarioError) -> Set<ChannelID> {
    var numbers: Set<ChannelID> = []
    for name in value.list { numbers.insert(try find(name.text, name)) }
    return numbers
  }

  private func successor(_ value: Value) throws(ScenarioError) -> ChannelID {
    guard let successor = value.optional("successor") else {
      throw ScenarioError(
        value.problem("a closed channel names no successor", mend: "add `successor:`"))
    }
    return try find(successor.text, successor)
  }

  private func find(_ name: String, _ value: Value) throws(ScenarioError) -> ChannelID {
    var problems: [ScenarioProblem] = []
    guard let number = ids.find(name, value.key, value.place, &problems) else {
      throw ScenarioError(problems)
    }
    return ChannelID(number)
  }

  private func registration(_ value: Value) -> ChannelBehaviour.Registration {
    switch value["registration"].text {
    case "batch": .batch
    case "delayed": .delayed(value["delay_hours"].distribution)
    default: .immediate
    }
  }

  /// Scattered channels share their demand evenly, and go over to their successors in turn.
  private mutating func appendLegacy(_ value: Value, count: Int) throws(ScenarioError) {
    let isClosed = value["state"].text == "closed"
    var successors: [ChannelID] = []
    for name in value["successors"].list { successors.append(try find(name.text, name)) }
    guard !isClosed || !successors.isEmpty else {
      throw ScenarioError(
        value.problem("closed channels name no successors", mend: "add `successors: [ … ]`"))
    }
    for number in 0..<count {
      let phase: Channel.Phase =
        isClosed ? .closed(successor: successors[number % successors.count]) : .open
      channels.append(Channel(name: "改革前渠道\(number + 1)", phase: phase))
      behaviours.append(
        ChannelBehaviour(
          share: value["share"].number / Double(count),
          registration: isClosed ? .immediate : .delayed(value["delay_hours"].distribution),
          misclassification: value["misclassification"].number))
      toDistrict.append(value["intake"].text == "district")
      freeText.append(value["free_text"].number)
      photos.append(value["photos"].number)
      promoted.append(false)
    }
  }
}
