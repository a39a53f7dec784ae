extension ScenarioLibrary {
  /// Reads a lever and checks its heading and keys; its values are checked when it is laid over a
  /// scenario.
  ///
  /// - Throws: all that is wrong, each problem as one line.
  public func lever(_ path: String) throws(ScenarioError) -> Lever {
    let document = try store.resolved(try file(path), shape: .group(Catalogue.lever))
    guard document["kind"]?.text == "lever" else {
      throw ScenarioError(
        document.place.problem(
          "kind", "this is no lever", mend: "name a file that says `kind: lever`"))
    }
    return try LeverReader(document, store).lever()
  }

  /// What kind of document a file says it is; nil where it says nothing.
  func kind(_ path: String) throws(ScenarioError) -> String? {
    try store.resolved(try file(path), shape: .group(Catalogue.document))["kind"]?.text
  }
}

/// Turns a document into a lever.
private struct LeverReader {
  let document: DocumentNode
  let store: DocumentStore

  init(_ document: DocumentNode, _ store: DocumentStore) {
    self.document = document
    self.store = store
  }

  private static let sections: Set<String> = ["structure", "behaviour"]

  func lever() throws(ScenarioError) -> Lever {
    var resolver = Resolver(store: store, settings: [:])
    let heading = try resolver.document(
      document.without(Self.sections), Catalogue.leverHeading)
    let structure = section("structure")
    let behaviour = section("behaviour")
    let body = Shape.group(Catalogue.leverBody)
    let structureLeaves = DocumentLeaf.all(of: structure, body)
    let behaviourLeaves = DocumentLeaf.all(of: behaviour, body)
    let problems =
      structureLeaves.compactMap { problem("structure", $0) ?? structureProblem($0) }
      + behaviourLeaves.compactMap { problem("behaviour", $0) ?? behaviourProblem($0) }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    return Lever(
      id: heading["id"].text, title: heading["title"].words, summary: heading["summary"].words,
      rows: heading["rows"].list.map(\.integer), needs: heading["needs"].list.map(\.text),
      changesLimits: heading["changes_limits"].flag || structureLeaves.contains(where: movesLimits)
        || behaviourLeaves.contains(where: movesLimits),
      hasEffect: heading.optional("effect") == nil, place: document.place,
      needPlaces: heading["needs"].list.map(\.place),
      structure: structure, behaviour: behaviour, structureLeaves: structureLeaves,
      behaviourLeaves: behaviourLeaves)
  }

  /// The mapping under a key; what is no mapping stays, to be complained of.
  private func section(_ name: String) -> DocumentNode {
    guard let node = document[name], !node.isNull else {
      return DocumentNode(place: document.place, content: .map([]))
    }
    return node
  }

  private func movesLimits(_ leaf: DocumentLeaf) -> Bool {
    leaf.path.hasPrefix("service_levels.") && leaf.path != "service_levels.urgent_up_to"
  }

  private func problem(_ section: String, _ leaf: DocumentLeaf) -> ScenarioProblem? {
    guard leaf.path.isEmpty else {
      guard leaf.shape == nil else { return nil }
      let name = leaf.path.split(separator: ".").last.map(String.init) ?? leaf.path
      return leaf.node.place.problem(
        "\(section).\(leaf.path)",
        name == "window" ? "a lever leaves the measured days as they are" : "there is no such key",
        mend: name == "window"
          ? "set the window in the scenario"
          : Suggestion.mend(name, among: leaf.siblings, verb: "the keys are"))
    }
    return leaf.node.place.problem(
      section, "\(leaf.node.noun) stands where a mapping belongs",
      mend: "write keys of a scenario under it")
  }

  private func structureProblem(_ leaf: DocumentLeaf) -> ScenarioProblem? {
    guard leaf.path == "service_levels.reference" else { return nil }
    return leaf.node.place.problem(
      "structure.\(leaf.path)", "the reference limits are the same with and without a lever",
      mend: "set `service_levels.limits`")
  }

  /// A behavioural key is an assumed parameter that says its range here.
  private func behaviourProblem(_ leaf: DocumentLeaf) -> ScenarioProblem? {
    let key = "behaviour.\(leaf.path)"
    switch leaf.shape {
    case .parameter, .distribution: break
    default:
      return leaf.node.place.problem(
        key, "this is no assumed parameter", mend: "set it under `structure:`")
    }
    guard leaf.node["assumed"] != nil, leaf.node["range"] != nil else {
      return leaf.node.place.problem(
        key, "an assumed response needs its middle and its range",
        mend: "write {assumed: …, range: [low, high]}, or set it under `structure:`")
    }
    return nil
  }
}
