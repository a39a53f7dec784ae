import CivicTime
import Traces

/// Reads what the columns of a trace mean from a YAML document.
struct MappingReader {
  private static let keys = [
    "title", "zone", "encoding", "separator", "nulls", "columns", "filters", "holes",
  ]
  private static let columnKeys = [
    "created", "closed", "deadline", "channel", "nature", "category", "place", "unit", "on_time",
  ]

  private var nodes = MappingNodes()
  private var zone = TimeZoneRules.utc

  /// - Throws: every problem of the document, each with its file, line and key.
  static func read(_ document: DocumentNode) throws(ScenarioError) -> TraceMapping {
    var reader = MappingReader()
    let mapping = reader.mapping(document)
    guard let mapping, reader.nodes.problems.isEmpty else {
      throw ScenarioError(reader.nodes.problems)
    }
    return mapping
  }

  private mutating func mapping(_ document: DocumentNode) -> TraceMapping? {
    let keys = nodes.group(document, "", keys: Self.keys)
    zone = zone(keys["zone"], document.place)
    checkEncoding(keys["encoding"])
    let separator = separator(keys["separator"])
    guard let columns = keys["columns"] else {
      nodes.complain(
        document.place, "columns", "the key is missing", mend: "say what the columns mean")
      return nil
    }
    let known = nodes.group(columns, "columns", keys: Self.columnKeys)
    guard let created = time(known["created"], "created", columns.place) else { return nil }
    var mapping = TraceMapping(
      separator: separator, zone: zone,
      nulls: keys["nulls"].map { nodes.texts($0, "nulls", at: $0.place) } ?? [],
      created: created)
    mapping.closed = known["closed"].flatMap { time($0, "closed", $0.place) }
    mapping.deadline = known["deadline"].flatMap { time($0, "deadline", $0.place) }
    mapping.channel = known["channel"].flatMap { name($0, "columns.channel") }
    mapping.nature = known["nature"].flatMap { name($0, "columns.nature") }
    mapping.unit = known["unit"].flatMap { name($0, "columns.unit") }
    mapping.levels = levels(known["category"], "columns.category")
    mapping.places = levels(known["place"], "columns.place")
    mapping.onTime = known["on_time"].flatMap { flag($0) }
    mapping.filters = (keys["filters"].map(items) ?? []).compactMap { filter($0) }
    mapping.holes = (keys["holes"].map(items) ?? []).compactMap { hole($0) }
    return mapping
  }

  private func items(_ node: DocumentNode) -> [DocumentNode] { node.items ?? [node] }

  private mutating func zone(_ node: DocumentNode?, _ place: Place) -> TimeZoneRules {
    guard let name = nodes.text(node, "zone", at: place) else { return .utc }
    if name == "UTC" { return .utc }
    do throws(TimeZoneError) {
      return try TimeZoneRules.named(name)
    } catch {
      let at = node?.place ?? place
      nodes.complain(
        at, "zone", "\(Printable.value(name)) is no time zone",
        mend: "write one such as Asia/Shanghai")
      return .utc
    }
  }

  private mutating func checkEncoding(_ node: DocumentNode?) {
    guard let node else { return }
    let name = node.text?.uppercased()
    guard name != "UTF-8", name != "UTF8" else { return }
    nodes.complain(
      node.place, "encoding", "\(node.noun) cannot be read",
      mend: "convert the file to UTF-8 and write UTF-8")
  }

  private mutating func separator(_ node: DocumentNode?) -> UInt8 {
    guard let node else { return UInt8(ascii: ",") }
    let text = node.text == "tab" ? "\t" : node.text ?? ""
    guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, byte != 0x22, byte != 0x0A,
      byte != 0x0D
    else {
      nodes.complain(
        node.place, "separator", "\(node.noun) is no separator",
        mend: "write one character such as \",\" or \";\", or tab")
      return UInt8(ascii: ",")
    }
    return byte
  }
}

extension MappingReader {
  private mutating func time(
    _ node: DocumentNode?, _ key: String, _ place: Place
  ) -> TraceMapping.TimeColumn? {
    let key = "columns.\(key)"
    guard let node else {
      nodes.complain(place, key, "the key is missing", mend: "name the column")
      return nil
    }
    var pattern = "yyyy-MM-dd HH:mm:ss"
    var column = node.text
    var at = node.place
    if node.entries != nil {
      let known = nodes.group(node, key, keys: ["column", "format"])
      column = nodes.text(known["column"], "\(key).column", at: node.place)
      if let format = known["format"] {
        pattern = nodes.text(format, "\(key).format", at: format.place) ?? pattern
        at = format.place
      }
    } else if column == nil || node.isNull {
      nodes.complain(node.place, key, "\(node.noun) is no column", mend: "name the column")
    }
    guard let column else { return nil }
    do throws(TraceFormatError) {
      return TraceMapping.TimeColumn(column: column, format: try TraceTimeFormat(pattern: pattern))
    } catch {
      let sentence = "\(error)".split(separator: "; ", maxSplits: 1)
      nodes.complain(at, "\(key).format", String(sentence[0]), mend: String(sentence[1]))
      return nil
    }
  }

  /// `COLUMN`, or `{key: COLUMN, name: COLUMN}`.
  private mutating func name(
    _ node: DocumentNode, _ key: String
  ) -> TraceMapping.NameColumn? {
    if let text = node.text, !node.isNull { return TraceMapping.NameColumn(key: text) }
    let known = nodes.group(node, key, keys: ["key", "name"])
    guard node.entries != nil,
      let column = nodes.text(known["key"], "\(key).key", at: node.place)
    else { return nil }
    return TraceMapping.NameColumn(
      key: column, name: known["name"].flatMap { nodes.text($0, "\(key).name", at: $0.place) })
  }

  private mutating func levels(
    _ node: DocumentNode?, _ key: String
  ) -> [TraceMapping.NameColumn] {
    guard let node else { return [] }
    let items = items(node)
    guard items.count <= TraceRow.mostLevels else {
      nodes.complain(
        node.place, key, "there are \(items.count) levels, but at most \(TraceRow.mostLevels) fit",
        mend: "leave the finest or the coarsest out")
      return []
    }
    return items.compactMap { name($0, key) }
  }

  private mutating func flag(_ node: DocumentNode) -> TraceMapping.FlagColumn? {
    let key = "columns.on_time"
    let known = nodes.group(node, key, keys: ["column", "yes", "no"])
    guard node.entries != nil,
      let column = nodes.text(known["column"], "\(key).column", at: node.place)
    else { return nil }
    return TraceMapping.FlagColumn(
      column: column, yes: nodes.texts(known["yes"], "\(key).yes", at: node.place),
      no: nodes.texts(known["no"], "\(key).no", at: node.place))
  }

  private mutating func filter(_ node: DocumentNode) -> TraceMapping.Filter? {
    let known = nodes.group(node, "filters", keys: ["column", "keep", "drop"])
    guard node.entries != nil,
      let column = nodes.text(known["column"], "filters.column", at: node.place)
    else { return nil }
    guard (known["keep"] == nil) != (known["drop"] == nil) else {
      nodes.complain(
        node.place, "filters", "a filter says either keep or drop", mend: "write one of the two")
      return nil
    }
    let keeps = known["keep"] != nil
    let values = nodes.texts(
      known["keep"] ?? known["drop"], keeps ? "filters.keep" : "filters.drop", at: node.place)
    return TraceMapping.Filter(column: column, values: values, keeps: keeps)
  }

  private mutating func hole(_ node: DocumentNode) -> TraceMapping.Hole? {
    let known = nodes.group(node, "holes", keys: ["from", "to"])
    guard node.entries != nil, let start = instant(known["from"], "holes.from", node.place),
      let end = instant(known["to"], "holes.to", node.place)
    else { return nil }
    guard start < end else {
      nodes.complain(
        node.place, "holes", "the hole ends before it begins", mend: "put the later time last")
      return nil
    }
    return TraceMapping.Hole(start: start, end: end)
  }

  private mutating func instant(
    _ node: DocumentNode?, _ key: String, _ place: Place
  ) -> Instant? {
    guard let text = nodes.text(node, key, at: place) else { return nil }
    do throws(CivilFormatError) {
      return try Instant(iso8601: text, zone: zone)
    } catch {
      nodes.complain(
        node?.place ?? place, key, "\(Printable.value(text)) is no time",
        mend: "write it like 2018-10-24 19:07")
      return nil
    }
  }
}
