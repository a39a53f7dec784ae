/// Desks for tasks beside an appeal's own, each there if its measure is on. Numbered as their lists.
enum Desk: Int, CaseIterable {
  case liability, callBack, chase

  /// As a roster names it.
  var post: String {
    switch self {
    case .liability: "liability-desk"
    case .callBack: "call-back-desk"
    case .chase: "chase-desk"
    }
  }

  var title: String {
    switch self {
    case .liability: "责任认定"
    case .callBack: "回访"
    case .chase: "专人跟进"
    }
  }

  /// Key of the hours of one task in the section of participation.
  var effortKey: String {
    switch self {
    case .liability: "liability_hours"
    case .callBack: "call_back_hours"
    case .chase: "chase_hours"
    }
  }

  /// Those that a document's measures give work to.
  static func needed(_ document: Value) -> [Desk] {
    let measures = document["measures"]
    return allCases.filter { desk in
      switch desk {
      case .liability: measures.optional("repair_first") != nil
      case .callBack: measures.optional("low_scores")?["answer"].text == "call-back"
      case .chase: measures["lanes"].items.contains { $0.value.optional("chase_at") != nil }
      }
    }
  }
}
