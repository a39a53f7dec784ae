import AppealCore
import CivicTime

/// Valid policies of all shapes, one a seed.
struct RandomPolicy {
  var random: SplitMix

  static func make(seed: UInt64) throws -> Policy {
    var maker = RandomPolicy(random: SplitMix(seed: seed))
    var policy = try maker.policy()
    policy.measures = maker.measures(of: policy)
    // Where a hand-over to a unit's post may be forbidden, all are allowed instead.
    do { try policy.validate() } catch PolicyError.unreachablePost {
      policy.dispatch.handOvers = Set(DispatchTree.HandOver.allCases)
    }
    return policy
  }

  private init(random: SplitMix) { self.random = random }

  private mutating func policy() throws -> Policy {
    let streets = 1 + random.below(3)
    let units = 1 + random.below(4)
    let posts = 1 + random.below(4)
    let channels = 1 + random.below(4)
    let leaves = 2 + random.below(4)
    let classes = 1 + random.below(3)
    return Policy(
      calendar: try calendar(), places: places(streets),
      channels: (0..<channels).map { channel($0) },
      form: form(leaves, streets: streets, units: units, classes: classes),
      units: (0..<units).map { Unit(name: "unit \($0)", controllable: true) },
      dispatch: dispatch(posts: posts, channels: channels, streets: streets, units: units),
      workflows: [workflow(0), workflow(1), .general],
      serviceLevels: serviceLevels(classes: classes, leaves: leaves),
      returns: ReturnRules(limit: UInt8(random.below(4)), escalateFrom: UInt8(random.below(4))),
      windows: Windows(
        appraisal: .hours(Int64(random.below(400))), reopening: .hours(Int64(random.below(400))),
        idempotency: .hours(Int64(random.below(400)))))
  }

  private mutating func calendar() throws -> WorkingCalendar {
    let hours = random.pick(["Mon-Fri 09:00-12:00,14:00-18:00", "Mon-Sun 8-20", "Tue/Thu 10-11"])
    let plan = CalendarPlan(
      zone: try TimeZoneRules.fixed(offsetSeconds: 8 * 3_600),
      hours: try OfficeHours(parsing: hours))
    return try WorkingCalendar(
      plan, from: CivilDate(year: 2018, month: 1, day: 1),
      through: CivilDate(year: 2099, month: 12, day: 31))
  }

  private mutating func places(_ streets: Int) -> Places {
    Places(
      streets: (0..<streets).map { "street \($0)" },
      communities: (0..<(streets + random.below(3))).map {
        Places.Community(name: "community \($0)", street: StreetID($0 % streets))
      })
  }

  /// Successors have smaller numbers, so they cannot run in a circle; the first stays open.
  private mutating func channel(_ index: Int) -> Channel {
    let name = "channel \(index)"
    let whenClosed: Channel.WhenClosed = random.chance(1, in: 2) ? .redirect : .refuse
    let requires = random.pick([Traits(), [], [], .structured, .photos])
    guard index > 0, random.chance(1, in: 2) else {
      return Channel(name: name, requires: requires)
    }
    let successor = ChannelID(random.below(index))
    if random.chance(1, in: 2) {
      return Channel(
        name: name, phase: .closed(successor: successor), whenClosed: whenClosed,
        requires: requires)
    }
    let date = RandomCommands.start + .days(Int64(random.below(200)))
    return Channel(
      name: name, phase: .migrating(to: successor, closesAt: date), whenClosed: whenClosed,
      requires: requires)
  }

  mutating func form(_ leaves: Int, streets: Int, units: Int, classes: Int) -> Form {
    Form(
      version: "random",
      leaves: (0..<leaves).map {
        Form.Leaf(
          level1: "a", level2: "b", level3: "\($0)", legalBasis: "rule",
          simple: random.chance(1, in: 2), evidence: random.chance(1, in: 3),
          limitClass: UInt8(random.below(classes)))
      },
      owners: (0..<leaves).map { _ in
        (0..<streets).map { _ in UnitID(random.below(units)) }
      })
  }

  private mutating func dispatch(
    posts: Int, channels: Int, streets: Int, units: Int
  ) -> DispatchTree {
    DispatchTree(
      posts: (0..<posts).map { index in
        DispatchTree.Post(
          name: "post \(index)", kind: index == 0 ? .district : .street(StreetID(0)),
          parent: index == 0 ? .none : ListID(random.below(index)))
      },
      intake: (0..<channels).map { _ in (0..<streets).map { _ in ListID(random.below(posts)) } },
      order: random.pick([.deadline, .arrival, .strictArrival]),
      unitPosts: (0..<random.below(units + 1)).map { _ in
        random.chance(1, in: 2) ? .none : ListID(random.below(posts))
      },
      unclear: random.chance(1, in: 2) ? .none : ListID(random.below(posts)),
      handOvers: Set(DispatchTree.HandOver.allCases.filter { _ in random.chance(3, in: 4) }))
  }

  /// A random part of the general workflow that makes sense.
  private mutating func workflow(_ index: Int) -> Workflow {
    let withUnit = random.chance(3, in: 4)
    let nodes = Node.allCases.filter { node in
      switch node {
      case .close: true
      case .dispatch, .handle: withUnit
      case .signIn, .feedback, .verify: withUnit && random.chance(1, in: 2)
      case .accept, .file, .appraise: random.chance(2, in: 3)
      }
    }
    return Workflow(
      name: "workflow \(index)", nodes: nodes, onlySimpleLeaves: random.chance(1, in: 2),
      natures: Set(Nature.allCases.filter { _ in random.chance(1, in: 3) }))
  }

  mutating func target() -> Target {
    switch random.below(6) {
    case 0: .elapsed(.minutes(Int64(random.below(300))))
    case 1: .working(.minutes(Int64(random.below(900))))
    case 2: .workingDays(Int32(random.below(4)), .endOfDay)
    case 3: .workingDays(Int32(random.below(4)), .sameClockTime)
    case 4: .elapsed(.days(Int64(random.below(6))))
    default: .none
    }
  }

  private mutating func serviceLevels(classes: Int, leaves: Int) -> ServiceLevelTable {
    var table = ServiceLevelTable(
      overall: [:], classes: [], classed: [.complaint, .petition], leaves: [:], nodes: [:],
      urgentUpTo: .minutes(Int64(random.below(200))))
    for nature in Nature.allCases { table.overall[nature] = target() }
    for _ in 0..<classes { table.classes.append(target()) }
    for leaf in 0..<leaves where random.chance(1, in: 4) { table.leaves[LeafID(leaf)] = target() }
    for node in Node.allCases where random.chance(1, in: 2) { table.nodes[node] = target() }
    return table
  }
}
