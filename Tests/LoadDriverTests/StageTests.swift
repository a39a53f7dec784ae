import LoadDriver
import ResultFiles
import Testing

@Suite("Stages")
struct StageTests {
  @Test("One line of stages")
  func reads() throws {
    let stages = try StageText.parse("warmup:50/1m, ramp:0-2000/30s,hold:2000/500ms,spike:6000/5s")
    #expect(stages.map(\.name) == ["warmup-1", "ramp-2", "hold-3", "spike-4"])
    #expect(stages.map(\.kind) == [.warmUp, .ramp, .step, .spike])
    #expect(stages.map(\.from) == [50, 0, 2_000, 6_000])
    #expect(stages.map(\.to) == [50, 2_000, 2_000, 6_000])
    #expect(stages.map(\.seconds) == [60, 30, 0.5, 5])
  }

  @Test(
    "What cannot be read is quoted, with the way to write it",
    arguments: [
      ("", "no colon"), ("hold", "no colon"), ("hop:1/1s", "'hop' is none of warmup"),
      ("hold:2000", "no span"), ("hold:2000/30", "'30' is no span"),
      ("hold:2000/-3s", "'-3s' is no span"), ("hold:x/3s", "'x' is no level"),
      ("ramp:1-2-3/3s", "'1-2-3' is no level"), ("hold:0/3s", "at level 0"),
      ("hold:1/0s", "above 0"), ("hold:1/3s,", "no colon"), ("hold:nan/3s", "'nan' is no level"),
      ("hold:99999999/3s", "above 10 million"),
    ])
  func complains(text: String, part: String) throws {
    let error = #expect(throws: LoadPlanError.self) { try StageText.parse(text) }
    let sentence = try #require(error).description
    #expect(sentence.contains(part) && sentence.contains("write"), "\(sentence)")
  }

  @Test("Spans need their unit")
  func spans() {
    #expect(SpanText.seconds("250ms") == 0.25 && SpanText.seconds("2h") == 7_200)
    #expect(SpanText.seconds("50us") == 50e-6)
    for text in ["3", "s", "-1s", "+1s", "infs", "1 s", ""] {
      #expect(SpanText.seconds(text) == nil, "\(text)")
    }
  }

  @Test("Every preset lasts as long as asked, at the rate asked", arguments: Preset.allCases)
  func presets(preset: Preset) throws {
    let stages = preset.stages(rate: 2_000, seconds: 60)
    try stages.validate()
    #expect(abs(stages.seconds - 60) < 1e-9)
    let most = try #require(stages.map(\.to).max())
    let expected: [Preset: Double] = [
      .smoke: 20, .load: 2_000, .stress: 4_000, .spike: 6_000, .soak: 2_000, .breakpoint: 10_000,
    ]
    #expect(most == expected[preset])
  }

  @Test("A hundred stages at most, and none called all")
  func limits() throws {
    func error(_ stages: [StagePlan]) -> String? {
      do throws(LoadPlanError) {
        try stages.validate()
        return nil
      } catch {
        return error.description
      }
    }
    func stages(_ count: Int) -> [StagePlan] {
      (0..<count).map { StagePlan(name: "s\($0)", kind: .step, level: 1, seconds: 1) }
    }
    #expect(error(stages(100)) == nil)
    #expect(error(stages(101))?.contains("write 100 at most") == true)
    let all = StagePlan(name: "all", kind: .step, level: 1, seconds: 1)
    #expect(error([all])?.contains("means all of them") == true)
  }
}
