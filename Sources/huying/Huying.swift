import ArgumentParser

@main
struct Huying: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "huying",
    abstract: "Simulate and load-test a citizen-appeal system around its real core. 呼应",
    discussion: """
      Compare two stages of a reform:
        huying compare Scenarios/baselines/pingshan-2016.yaml Scenarios/reforms/package-1.yaml
      Make a scenario of your own and run it:
        huying new my-district
        huying simulate my-district/scenario.yaml

      Exit codes: 0 done, 2 a threshold failed, 3 the run is void, 4 infeasible, 64 to 78 as in
      sysexits.h (75: try again).
      """,
    version: Version.text,
    subcommands: [
      Compare.self, Simulate.self, Attribute.self, Validate.self, New.self, Report.self,
      QueriesCommand.self, BulletinCommand.self, OpenDataCommand.self, Routing.self,
      Load.self, Store.self, Bench.self, Calibrate.self,
    ])
}
