extension Phrase {
  /// The reports in English.
  package static let english: [Phrase: String] = [
    .pageTitle: "Huying: scenarios compared",
    .contents: "Contents",
    .replicationsFact: "{n} replications of each scenario",
    .windowFact: "measured from {start} to {end}",
    .seedFact: "seed {seed}",
    .confidenceFact: "{share} intervals",
    .stoppedPrecise: """
    The number of replications was found automatically: every chosen difference is as \
    precise as asked (half-width {precision} points for shares).
    """,
    .stoppedAtCap: """
    The cap of {cap} replications was reached; these differences are still wider than \
    asked: {indicators}.
    """,
    .constantIndicators: """
    These indicators do not vary and were left out of the stopping rule: {indicators}.
    """,
    .overloadedArms: """
    Overloaded: the backlog is still rising at the end, so there is no backlog level: \
    {arms}.
    """,
    .armName: "{scenario} ({explanation})",
    .noData: "This result holds no data for this part.",
    .comparedHead: "What was compared",
    .comparedIntro: """
    Every scenario meets the same needs, so only the scenario makes a difference. The \
    data cannot tell why appeals are late, so every scenario was run under each \
    explanation.
    """,
    .scenario: "Scenario",
    .scenariosCaption: "Scenarios compared",
    .description: "Description",
    .fingerprint: "Fingerprint",
    .baselineTag: "baseline",
    .explanation: "Explanation",
    .explanationsCaption: "Explanations of lateness",
    .mechanism: "Mechanism",
    .freeParameters: "Fitted parameters",
    .indicatorsHead: "Indicators",
    .indicatorsZero: "Zero in every scenario, and left out here: {names}.",
    .indicatorsIntro: """
    In each cell, the mean and the half-width of simulation noise ({confidence} \
    interval); below, the interval over the ranges of the assumptions.
    """,
    .ownLimitsNote: """
    Shorter own limits lower the on-time share against own limits by themselves: compare \
    scenarios by the reference table.
    """,
    .ownLimits: "Against each scenario's own limits",
    .referenceLimits: "Against the reference table, the same for all",
    .otherIndicators: "Other indicators",
    .indicator: "Indicator",
    .underExplanation: "Indicators under “{explanation}”",
    .assumptionRange: "assumptions {range}",
    .overloadedNoLevel: "overloaded, no level",
    .overloaded: "overloaded",
    .meaningsSummary: "What the indicators mean",
    .meaning: "Meaning",
    .differencesHead: "Paired differences from the baseline",
    .differencesIntro: "Scenario minus the baseline, “{baseline}”, on the same needs.",
    .legendNoise: "thick line: simulation noise",
    .legendAssumptions: "thin line: assumptions",
    .legendBetter: "better than the baseline",
    .legendWorse: "worse than the baseline",
    .legendUndecided: "not decided within simulation noise",
    .differenceOf: "Difference from the baseline: {indicator}",
    .forestAlternative: """
    . One row a scenario, one column an explanation; the numbers are in the table below.
    """,
    .differencesSummary: "The differences in numbers",
    .differencesUnder: "Differences from the baseline under “{explanation}”",
    .backlogHead: "Backlog over time",
    .backlogIntro: """
    The light band holds four fifths of the replications, the dark one is the interval of \
    the mean; the grey line is the baseline's mean. Every row has an axis of its own: the \
    grey line is the yardstick.
    """,
    .backlogTitle: "Open appeals over time",
    .backlogAlternative: """
    Open appeals day by day, one row a scenario and one column an explanation; the value \
    at the end is in the table of indicators.
    """,
    .overloadedRising: "overloaded: still rising",
    .heatHead: "When people call, and when deadlines are missed",
    .heatIntro: """
    Mean number in one hour of the week. All scenarios meet the same needs, so the hours \
    of demand differ only through the channels; demand is shown under the first \
    explanation.
    """,
    .demandHeatTitle: "Demand by hour and weekday",
    .breachHeatTitle: "Missed deadlines by hour and weekday",
    .heatAlternative: "Colour table of hour (across) by weekday (down): the darker, the more.",
    .perHour: "{number} an hour",
    .weekdays: "Mon Tue Wed Thu Fri Sat Sun",
    .utilisationHead: "Utilisation of every post",
    .utilisationIntro: "Busy time over paid time on duty. Above about 85% waits grow steeply.",
    .utilisationTitle: "Utilisation by post",
    .dotAlternative: ". One row a member, one column an explanation, one symbol a scenario.",
    .heads: "{number} heads",
    .postsSummary: "Waits and queues of the posts",
    .postsUnder: "Posts of the baseline under “{explanation}”",
    .post: "Post",
    .headsColumn: "Heads",
    .utilisation: "Utilisation",
    .meanWait: "Mean wait (hours)",
    .meanQueue: "Mean queue",
    .closeTimeHead: "Time to close, and the deadline",
    .closeTimeIntro: """
    Each curve is the share of appeals closed within a time; symbols stand where a \
    scenario's limits cut its curve, and vertical lines are the baseline's limits. The \
    time axis is logarithmic.
    """,
    .closeTimeTitle: "Distribution of time to close",
    .closeTimeAlternative: """
    Cumulative share closed within a time for each scenario, with its limits; the shares \
    closed in time are in the table below.
    """,
    .limitsCaption: "Closed within each limit, under “{explanation}”",
    .limitsSummary: "The limits and the shares closed in time",
    .limit: "Limit",
    .groupsHead: "On time by channel, street, category and unit",
    .groupsIntro: """
    Against own limits; behind each name, the appeals due in one replication of the \
    baseline. Open diamonds are measured.
    """,
    .measured: "Measured",
    .onTimeByChannel: "On time by channel",
    .onTimeByStreet: "On time by street",
    .onTimeByCategory: "On time by category",
    .onTimeByUnit: "On time by unit",
    .groupsSummary: "The baseline, measured and simulated, in numbers",
    .groupsCaption: "{dimension} (baseline)",
    .due: "Due",
    .capacityHead: "Three answers to 10% more capacity",
    .capacityIntro: """
    “{scenario}” minus the baseline, “{baseline}”. The explanations reproduce the data \
    equally well and answer differently: the spread is what is not known.
    """,
    .capacityCaption: "Effect of 10% more capacity",
    .reproductionHead: "Measured and simulated",
    .reproductionIntro: """
    This is reproduction, not validation: the parameters were fitted to these figures.
    """,
    .reproductionCaption: "Measured figures and those simulated for the baseline",
    .quantity: "Quantity",
    .tolerance: "Tolerance",
    .within: "within",
    .outside: "outside",
    .ledgerHead: "Ledger of assumptions",
    .ledgerIntro: """
    Every parameter with its source. An assumed one has a range, and a neutral value that \
    means no effect.
    """,
    .ledgerCaption: "Parameters, values and sources",
    .parameter: "Parameter",
    .value: "Value",
    .rangeColumn: "Range",
    .neutralColumn: "Neutral",
    .appliesTo: "Scenarios",
    .allScenarios: "all",
    .note: "Note",
    .sourceAssumed: "Assumed",
    .sourceMeasured: "Measured",
    .sourceQuoted: "Quoted",
    .sourcePublished: "Published",
    .colophon: """
    Made by Huying {version} ({toolchain}, GSL {gsl}, CPU features {cpu}). The same seed \
    and scenarios give the same bytes.
    """,
    .unitHours: "hours",
    .unitWorkingHours: "working hours",
    .unitPoints: "percentage points",
    .unitScore: "points of 5",
    .halfWidthNote: "“±” is the half-width of a {confidence} interval (points for shares).",
  ]
}
