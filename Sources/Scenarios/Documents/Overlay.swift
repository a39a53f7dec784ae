/// Lays one document over another, as the catalogue says what a thing is.
///
/// Groups and free names merge key by key, named lists item by item; everything else, parameters and
/// distributions among them, is replaced whole. `null` takes an inherited value away, and
/// `remove: true` an item of a named list.
enum Overlay {
  static func merge(
    _ base: DocumentNode, _ over: DocumentNode, _ shape: Shape?
  ) -> DocumentNode {
    guard let shape else { return over }
    switch shape {
    case .group(let keys):
      return mergeMaps(base, over) { name in keys.first { $0.name == name }?.shape }
    case .pairs(let shape):
      return mergeMaps(base, over) { _ in shape }
    case .named(let keys):
      return mergeNamed(base, over, .group(keys))
    default:
      return over
    }
  }

  private static func mergeMaps(
    _ base: DocumentNode, _ over: DocumentNode, _ shape: (String) -> Shape?
  ) -> DocumentNode {
    guard var entries = base.entries, let additions = over.entries else { return over }
    for addition in additions {
      guard let index = entries.firstIndex(where: { $0.key == addition.key }) else {
        if !addition.value.isNull { entries.append(addition) }
        continue
      }
      if addition.value.isNull {
        entries.remove(at: index)
      } else {
        entries[index].value = merge(entries[index].value, addition.value, shape(addition.key))
        entries[index].place = addition.place
      }
    }
    return DocumentNode(place: over.place, content: .map(entries))
  }

  private static func mergeNamed(
    _ base: DocumentNode, _ over: DocumentNode, _ shape: Shape
  ) -> DocumentNode {
    guard var items = base.items, let additions = over.items else { return over }
    for addition in additions {
      let id = addition["id"]?.text
      let index = id.flatMap { id in items.firstIndex { $0["id"]?.text == id } }
      switch (index, addition["remove"]?.text == "true") {
      case (let index?, true): items.remove(at: index)
      case (let index?, false): items[index] = merge(items[index], addition, shape)
      case (nil, _): items.append(addition)
      }
    }
    return DocumentNode(place: over.place, content: .list(items))
  }
}
