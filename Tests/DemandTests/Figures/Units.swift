/// A unit that handles appeals, and what the trace says of it.
struct TraceUnit {
  let id: String
  let name: String
  let kind: Kind
  let street: String?
  let community: String?
  let rows: Int
  let late: Int

  enum Kind: String {
    case districtDepartment = "district_department"
    case municipalBranch = "municipal_branch"
    case streetUnit = "street_unit"
    case community, utility, telecom, police
    case commandCentre = "command_centre"
    case company
    case test
  }

  /// Whether the district decides on its staff.
  var isControllable: Bool {
    switch kind {
    case .utility, .telecom, .police: false
    default: true
    }
  }

  var lateShare: Double { rows > 0 ? Double(late) / Double(rows) : 0 }

  /// Binomial standard error.
  var standardError: Double {
    rows > 0 ? (lateShare * (1 - lateShare) / Double(rows)).squareRoot() : 0
  }
}

struct Units {
  let all: [TraceUnit]

  /// Identifiers are the key: some have two spellings, and one spelling has two identifiers.
  init(_ trace: PingshanTrace, _ window: TraceWindow) {
    var spellings: [String: [String: Int]] = [:]
    for row in trace.rows where row.unit != "-" {
      spellings[row.unit, default: [:]][row.unitName, default: 0] += 1
    }
    var rows: [String: (rows: Int, late: Int)] = [:]
    for row in window.rows {
      guard let isLate = row.isLate else { continue }
      rows[row.unit, default: (0, 0)].rows += 1
      rows[row.unit, default: (0, 0)].late += isLate ? 1 : 0
    }
    all = spellings.keys.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }.map { id in
      let name = Self.fullest(spellings[id] ?? [:])
      let community = trace.communities.first { name.hasPrefix($0.name) }
      let kind = Self.kind(name, isCommunity: community != nil)
      let isLocal = kind == .streetUnit || kind == .community
      return TraceUnit(
        id: id, name: name, kind: kind,
        street: isLocal ? community?.street ?? Self.street(name, trace) : nil,
        community: kind == .community ? community?.name : nil, rows: rows[id]?.rows ?? 0,
        late: rows[id]?.late ?? 0)
    }
  }

  /// The longest spelling, which tells the office; of equally long ones the most frequent.
  private static func fullest(_ spellings: [String: Int]) -> String {
    spellings.max { ($0.key.count, $0.value, $0.key) < ($1.key.count, $1.value, $1.key) }?.key ?? ""
  }

  private static func street(_ name: String, _ trace: PingshanTrace) -> String? {
    // The district has the name of one of its streets, so that one is known by the full name.
    trace.streets.map(\.name).first { street in
      let short = street.hasPrefix("坪山") ? street : String(street.prefix(2))
      return name.contains(short)
    }
  }

  private static func kind(_ name: String, isCommunity: Bool) -> TraceUnit.Kind {
    func has(_ words: String...) -> Bool { words.contains { name.contains($0) } }
    if has("测试") { return .test }
    if isCommunity { return .community }
    if has("移动", "联通", "电信", "广播电视") { return .telecom }
    if has("供电", "自来水", "水务有限公司") { return .utility }
    if has("公安", "交警") { return .police }
    if has("交通运输局", "社保", "国土委", "规土委", "监管委坪山") { return .municipalBranch }
    if has("区指挥中心") { return .commandCentre }
    if has("街道", "办事处", "马峦", "碧岭") { return .streetUnit }
    if has("公司") { return .company }
    return .districtDepartment
  }
}
