import Testing

@Suite("The form")
struct FormTests {
  @Test(
    "Levels and leaves are as many as they should be, each path once",
    arguments: [("form_v1", 17, 189, 512), ("form_v2", 17, 214, 1_007)])
  func counts(name: String, first: Int, second: Int, leaves: Int) throws {
    let form = try Paths.table(name)
    let paths = form.rows.map { [form[$0, "level1"], form[$0, "level2"], form[$0, "level3"]] }
    #expect(Set(paths.map { $0[0] }).count == first)
    #expect(Set(paths.map { $0.prefix(2) }).count == second)
    #expect(paths.count == leaves && Set(paths).count == leaves)
    #expect(form.strings("leaf") == (0..<leaves).map { "\($0)" })
    #expect(Set(form.strings("code")).count == leaves)
    // Level by level, rows of one name stand together: first levels are read off in order.
    #expect(zip(paths, paths.dropFirst()).count { $0[0] != $1[0] } == first - 1)
    #expect(zip(paths, paths.dropFirst()).count { $0.prefix(2) != $1.prefix(2) } == second - 1)
  }

  @Test("Every leaf has a legal basis, a class and flags", arguments: ["form_v1", "form_v2"])
  func attributes(name: String) throws {
    let form = try Paths.table(name)
    let classes: Set = ["hour_1", "hours_4", "day_1", "days_3", "days_5", "days_7"]
    #expect(Set(form.strings("limit_class")) == classes)
    for row in form.rows {
      #expect(form[row, "legal_basis"].hasPrefix("《") && form[row, "legal_basis"].contains("》"))
      #expect(form[row, "legal_basis_source"] == "synthetic")
      #expect(["measured", "synthetic"].contains(form[row, "source"]))
      #expect(["yes", "no"].contains(form[row, "simple"]))
      #expect(["yes", "no"].contains(form[row, "evidence"]))
    }
    // One name of the trace stands in two places; no other name repeats.
    let names = form.strings("level3")
    let doubled = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }
    #expect(doubled.keys.sorted() == ["其他"])
  }

  @Test(
    "Measured leaves are those of the trace, 347 in both versions",
    .enabled(if: Paths.hasTrace, "../shared/data is absent: the trace is not published with it"),
    arguments: ["form_v1", "form_v2"])
  func measured(name: String) throws {
    let form = try Paths.table(name)
    let measured = form.rows.filter { form[$0, "source"] == "measured" }.map {
      LeafName(
        level1: form[$0, "level1"], level2: form[$0, "level2"], level3: form[$0, "level3"])
    }
    #expect(measured.count == 347)
    #expect(Set(measured) == Set(try Figures.shared.get().trace.rows.map(\.leaf)))
  }

  @Test("Every leaf has one owner in every street, which owns by right")
  func owners() throws {
    let owners = try Paths.table("owners")
    let units = try Paths.table("units")
    var cells: Set<[String]> = []
    for row in owners.rows {
      #expect(cells.insert([owners[row, "leaf"], owners[row, "street"]]).inserted)
      let unit = try #require(Int(owners[row, "unit"]))
      #expect(units.rows.indices.contains(unit) && units[units.rows[unit], "kind"] != "test")
    }
    #expect(cells.count == 1_007 * 6)
    #expect(Set(units.strings("zh")).count == units.rows.count)
  }

  @Test("Every leaf of version 1 goes to one of version 2, the measured ones to themselves")
  func migration() throws {
    let old = try Paths.table("form_v1")
    let new = try Paths.table("form_v2")
    let map = try Paths.table("migration_v1_v2")
    #expect(map.strings("v1_leaf") == old.strings("leaf"))
    for row in map.rows {
      let from = old.rows[try #require(Int(map[row, "v1_leaf"]))]
      let to = new.rows[try #require(Int(map[row, "v2_leaf"]))]
      #expect(new[to, "level1"] == old[from, "level1"])
      let sameName = new[to, "level3"] == old[from, "level3"]
      #expect(sameName == ["same", "split"].contains(map[row, "kind"]))
      if old[from, "source"] == "measured" { #expect(sameName) }
      #expect(map[row, "split_off"].isEmpty == (map[row, "kind"] != "split"))
    }
    // Only merged leaves share a goal.
    let goals = Dictionary(grouping: map.rows) { map[$0, "v2_leaf"] }
    let merged = map.rows.count { map[$0, "kind"] == "merged" }
    #expect(map.rows.count - goals.count <= merged)
  }
}
