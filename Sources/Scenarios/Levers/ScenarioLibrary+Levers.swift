import Foundation

extension ScenarioLibrary {
  /// Reads a scenario, lays an explanation over it and levers over both, checks the whole and builds
  /// its plan.
  ///
  /// Levers come last: an explanation is a calibration of the scenario, a lever a change to it.
  ///
  /// - Parameters:
  ///   - levers: in the order in which they are laid; see ``LeverSet``.
  ///   - withBehaviour: whether their assumed responses are laid over too, or their structure only.
  ///   - settings: values that replace those of parameters, by key; of a distribution its mean.
  /// - Throws: all that is wrong, each problem as one line.
  public func load(
    _ path: String, levers: some Sequence<Lever>, withBehaviour: Bool, explanation: String? = nil,
    settings: [String: Double] = [:]
  ) throws(ScenarioError) -> Scenario {
    var layers: [DocumentNode] = []
    for lever in levers {
      layers.append(lever.structure)
      if withBehaviour { layers.append(lever.behaviour) }
    }
    return try load(path, explanation: explanation, layers: layers, settings: settings)
  }

  /// The behavioural parameters of a lever in a scenario, beside their values without it.
  ///
  /// - Parameter needs: all levers that it needs, in the order in which they are laid.
  public func effects(
    of lever: Lever, needs: [Lever], on path: String, explanation: String?
  ) throws(ScenarioError) -> [LeverEffect] {
    guard !lever.behaviourLeaves.isEmpty else { return [] }
    let without = try load(
      path, levers: needs + [lever], withBehaviour: false, explanation: explanation)
    let before = try load(path, levers: needs, withBehaviour: true, explanation: explanation)
    let with = try load(
      path, levers: needs + [lever], withBehaviour: true, explanation: explanation)
    return lever.behaviourLeaves.compactMap { leaf in
      guard let parameter = with.parameters.first(where: { $0.key == leaf.path }) else {
        return nil
      }
      // A parameter that is not listed is at its neutral value; one may appear by the structure.
      let known =
        before.parameters.first { $0.key == leaf.path }
        ?? without.parameters.first { $0.key == leaf.path }
      return LeverEffect(parameter, without: known?.value ?? parameter.neutral)
    }
  }
}

extension ScenarioLibrary {
  /// The levers that a lever needs, directly or through others, from the documents of its folder.
  ///
  /// Documents of the folder that are no levers are passed over; needs that none of them meets are
  /// left for ``LeverSet`` to complain of.
  func levers(neededBy lever: Lever, at path: String) throws(ScenarioError) -> [Lever] {
    guard !lever.needs.isEmpty else { return [] }
    let own = DocumentStore.normal(try file(path))
    let folder = (own as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var known: [String: Lever] = [:]
    for name in names.sorted() where name.hasSuffix(".yaml") && "\(folder)/\(name)" != own {
      guard let other = try? self.lever("\(folder)/\(name)") else { continue }
      known[other.id] = other
    }
    var found: [Lever] = []
    var open = lever.needs
    while let id = open.popLast() {
      guard let need = known.removeValue(forKey: id) else { continue }
      found.append(need)
      open += need.needs
    }
    return found
  }
}
