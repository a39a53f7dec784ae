import AppealCore

/// The dispatch tree: a district centre above street centres, or an account for each channel.
struct DispatchBuilder {
  private(set) var tree: DispatchTree
  /// The list of the district centre; nil where accounts are scattered.
  let district: ListID?
  /// Posts of the roster that dispatch, with the lists they serve.
  let posts: [RosterPost]

  struct RosterPost {
    var id: String
    var title: String
    var lists: [ListID]
  }

  static let districtPost = "district-centre"
  static let deskPost = "desk"

  static func streetPost(_ street: String) -> String { "centre-\(street)" }

  init(
    _ value: Value, _ places: PlaceBuilder, _ units: UnitDirectory, _ channels: ChannelBuilder
  ) throws(ScenarioError) {
    let order: WorkListOrder =
      switch value["order"].text {
      case "deadline": .deadline
      case "strict-arrival": .strictArrival
      default: .arrival
      }
    if value["structure"].text == "scattered" {
      (tree, posts) = Self.scattered(channels, places, order)
    } else {
      (tree, posts) = Self.oneSixN(
        channels, places, units, order, ownUnits: value["own_units"].flag)
    }
    district = tree.posts.firstIndex { $0.kind == .district }.map { ListID($0) }
    let ways = value["hand_over"].list.map(\.text)
    tree.handOvers = Set(DispatchTree.HandOver.allCases.filter { ways.contains("\($0)") })
    guard value["unclear"].text == "district" else { return }
    guard let district else {
      throw ScenarioError(
        value["unclear"].problem(
          "scattered accounts have no district centre",
          mend: "set it to own, or dispatch.structure to one-six-n"))
    }
    tree.unclear = district
  }

  /// Each channel has an account of its own; desks poll the main ones and their part of the rest.
  private static func scattered(
    _ channels: ChannelBuilder, _ places: PlaceBuilder, _ order: WorkListOrder
  ) -> (DispatchTree, [RosterPost]) {
    let accounts = channels.channels.enumerated().map { index, channel in
      DispatchTree.Post(name: channel.name, kind: .account(ChannelID(index)), parent: .none)
    }
    let intake = channels.channels.indices.map { index in
      Array(repeating: ListID(index), count: places.streets.count)
    }
    let lists = accounts.indices.map { ListID($0) }
    return (
      DispatchTree(posts: accounts, intake: intake, order: order),
      [RosterPost(id: deskPost, title: "渠道账号值守", lists: lists)]
    )
  }

  private static func oneSixN(
    _ channels: ChannelBuilder, _ places: PlaceBuilder, _ units: UnitDirectory,
    _ order: WorkListOrder, ownUnits: Bool
  ) -> (DispatchTree, [RosterPost]) {
    var posts = [DispatchTree.Post(name: "区分拨中心", kind: .district, parent: .none)]
    var roster = [RosterPost(id: districtPost, title: "区分拨中心", lists: [ListID(0)])]
    for (index, id) in places.streets.names.enumerated() {
      let title = places.places.streets[index] + "分拨中心"
      posts.append(.init(name: title, kind: .street(StreetID(index)), parent: ListID(0)))
      roster.append(RosterPost(id: streetPost(id), title: title, lists: [ListID(index + 1)]))
    }
    let intake = channels.toDistrict.map { toDistrict in
      places.streets.names.indices.map { toDistrict ? ListID(0) : ListID($0 + 1) }
    }
    let unitPosts = units.streets.map { street in
      ownUnits ? ListID(street.map { $0 + 1 } ?? 0) : ListID.none
    }
    return (
      DispatchTree(posts: posts, intake: intake, order: order, unitPosts: unitPosts), roster
    )
  }
}
