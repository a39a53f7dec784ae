/// The definitions of the measures; see `Stream` for what an observation's columns say.
extension Measure {
  var spec: MeasureSpec {
    switch self {
    case .appeals, .ofAll, .delay, .misreported, .repeats, .repeatShare, .duplicates, .merged,
      .unmerged:
      intake
    case .dueCount, .onTime, .late, .lateDays, .dueExtended, .dueSuspended, .breaches,
      .nodeBreaches:
      timeliness
    case .closed, .median, .slowest, .withinDay, .dispatchMedian, .dispatchSlowest: pace
    case .assigned, .firstRight, .returns, .returnShare, .groundless, .arbitrations, .upheld,
      .redos, .redoShare:
      passage
    case .reopened, .extensions, .suspensions, .cancelled, .handOvers, .tasks, .putBacks,
      .migrated, .disputed, .planned, .withdrawn:
      change
    case .open, .overdue, .oldest, .meanAge: backlog
    case .response, .solution, .cameBack, .satisfaction, .answers, .answerShare: answering
    case .stars, .speed, .result, .attitude, .system, .dissatisfied: appraisal
    case .rungs, .reminders, .supervisions, .notices, .accounts, .heldToAccount: ladder
    case .evidenceCount, .shirking, .idling, .credits, .points, .alerts, .letters, .modeChanges:
      evidence
    case .instant, .instantRejected, .instantShare, .sideOpened, .sideDone, .solvedByCall,
      .joined, .suggestionStates, .adopted:
      service
    }
  }

  private var intake: MeasureSpec {
    let repeated = "f.repeat_of IS NOT NULL"
    return switch self {
    case .ofAll:
      // Of the whole column: completed by the statement.
      MeasureSpec([.submitted], .share, MeasureSpec.counting(.submitted, nil), "占比", "Share of all")
    case .delay:
      .quantile(.submitted, 0.5, "登记滞后中位(小时)", "Median hours to registration")
    case .misreported:
      .share(.submitted, where: "f.reported_leaf <> f.filed_leaf", "报错类别率", "Reported wrongly")
    case .repeats: .count(.submitted, where: repeated, "30日内重复件", "Repeats in 30 days")
    case .repeatShare: .share(.submitted, where: repeated, "重复率", "Repeat share")
    case .duplicates: .count(.duplicate, "查重命中", "Duplicates found")
    case .merged: .count(.merged, "并案数", "Merged")
    case .unmerged: .count(.unmerged, "拆案数", "Unmerged")
    default: .count(.submitted, "诉求量", "Appeals")
    }
  }

  private var timeliness: MeasureSpec {
    switch self {
    case .onTime: .share(.due, where: "o.value = 1", "按时率", "On time")
    case .late: .count(.due, where: "o.value = 0", "超时数", "Late")
    case .lateDays:
      .mean(
        .due, .days, of: "o.detail / 86400000.0", where: "o.value = 0", "平均超时天数", "Mean days late")
    case .dueExtended: .count(.due, where: "o.flag & 1", "其中延期", "Of these extended")
    case .dueSuspended: .count(.due, where: "o.flag & 2", "其中曾挂账", "Of these suspended once")
    case .breaches: .count(.breached, "到期未结次数", "Deadlines missed")
    case .nodeBreaches: .count(.nodeBreached, "节点超时次数", "Node limits missed")
    default: .count(.due, "到期数", "Due")
    }
  }

  private var pace: MeasureSpec {
    let stands = "o.subject = 1"
    return switch self {
    case .median: .quantile(.closed, 0.5, where: stands, "办结用时中位(小时)", "Median hours to close")
    case .slowest: .quantile(.closed, 0.9, where: stands, "办结用时90%(小时)", "90 % hours to close")
    case .withinDay:
      .share(.closed, where: "o.value <= 24", among: stands, "一日内办结率", "Closed in a day")
    case .dispatchMedian:
      .quantile(.firstDispatch, 0.5, "派遣用时中位(小时)", "Median hours to dispatch")
    case .dispatchSlowest: .quantile(.firstDispatch, 0.9, "派遣用时90%(小时)", "90 % hours to dispatch")
    default: .count(.closed, where: stands, "办结数", "Closed")
    }
  }

  private var passage: MeasureSpec {
    let none = "o.kind = 'none'"
    switch self {
    case .firstRight:
      return .share(
        .closed, where: "f.unit = f.first_unit",
        among: "o.subject = 1 AND f.first_unit IS NOT NULL", "首派准确率", "First dispatch right")
    case .returns: return .count(.returned, "退件数", "Returns")
    case .returnShare:
      let all = MeasureSpec.counting(.assigned, nil)
      return MeasureSpec(
        [.assigned, .returned], .share,
        "\(MeasureSpec.counting(.returned, nil)) * 1.0 / nullif(\(all), 0)", size: all, "退件率",
        "Returned of dispatched")
    case .groundless: return .count(.returned, where: none, "无理由退件", "Without ground")
    case .arbitrations: return .count(.arbitrated, "退件仲裁", "Arbitrations")
    case .upheld: return .share(.arbitrated, where: "o.value = 1", "仲裁支持率", "Returns upheld")
    case .redos: return .count(.redone, "返工数", "Redone")
    case .redoShare:
      return .share(
        .closed, where: "f.redos > 0", among: "o.subject = 1", "返工率", "Redone of closed")
    default: return .count(.assigned, "派遣数", "Dispatched")
    }
  }

  private var change: MeasureSpec {
    switch self {
    case .reopened: .count(.reopened, "重办数", "Reopened")
    case .extensions: .count(.extended, "延期次数", "Extensions")
    case .suspensions: .count(.suspended, "挂账次数", "Suspensions")
    case .cancelled: .count(.cancelled, "撤销数", "Cancelled")
    case .handOvers: .count(.handedOver, "移交次数", "Hand-overs")
    case .putBacks: .count(.putBack, "放回次数", "Put back")
    case .migrated: .count(.migrated, "表单迁移数", "Migrated")
    case .disputed: .count(.disputed, "责任争议数", "Disputed")
    case .planned: .count(.supportPlanned, "待轮协办数", "Support in turn")
    case .withdrawn: .count(.supportWithdrawn, "撤回协办数", "Support withdrawn")
    default: .count(.taken, "领办次数", "Tasks taken")
    }
  }

  private var backlog: MeasureSpec {
    switch self {
    case .overdue: .count(.open, where: "o.flag = 1", "其中已超时", "Of these overdue")
    case .oldest:
      MeasureSpec(
        [.open], .days, "max(o.value) FILTER (WHERE o.stream = \(Stream.open.rawValue))",
        size: MeasureSpec.counting(.open, nil), "最久在办(天)", "Oldest open, days")
    case .meanAge: .mean(.open, .days, "平均在办天数", "Mean age, days")
    default: .count(.open, "在办数", "Open")
    }
  }

  private var answering: MeasureSpec {
    switch self {
    case .response:
      .share(
        .assigned, where: "o.value = 1", among: "o.value IS NOT NULL", "响应率", "Response")
    case .solution:
      .share(.closed, where: "o.detail = 1", among: "o.detail IS NOT NULL", "解决率", "Solution")
    case .cameBack:
      .share(
        .closed, where: "o.flag = 1", among: "o.flag IS NOT NULL", "30日内重办或重复率",
        "Back in 30 days")
    case .satisfaction: .share(.appraised, where: "o.value >= 4", "满意率", "Satisfied")
    case .answers: .count(.appraised, "评价数", "Appraisals")
    default:
      MeasureSpec(
        [.appraised, .closed], .share,
        "\(MeasureSpec.counting(.appraised, nil)) * 1.0"
          + " / nullif(\(MeasureSpec.counting(.closed, nil)), 0)",
        size: MeasureSpec.counting(.closed, nil), "评价率", "Answering")
    }
  }

  private var appraisal: MeasureSpec {
    switch self {
    case .speed: .mean(.appraised, .stars, of: "o.detail / 1000 % 10", "速度(星)", "Speed, stars")
    case .result: .mean(.appraised, .stars, of: "o.detail / 100 % 10", "结果(星)", "Result, stars")
    case .attitude: .mean(.appraised, .stars, of: "o.detail / 10 % 10", "态度(星)", "Attitude, stars")
    case .system: .mean(.appraised, .stars, of: "o.detail % 10", "系统(星)", "System, stars")
    case .dissatisfied:
      .share(.appraised, where: "o.detail / 100 % 10 <= 2", "不满意率", "Dissatisfied")
    default: .mean(.appraised, .stars, "平均星级", "Mean stars")
    }
  }

  private var ladder: MeasureSpec {
    switch self {
    case .reminders: .count(.rung, where: "o.kind = 'remind'", "催办", "Reminded")
    case .supervisions: .count(.rung, where: "o.kind = 'supervise'", "督办", "Supervised")
    case .notices: .count(.rung, where: "o.kind = 'notice'", "通报", "Noticed")
    case .accounts: .count(.rung, where: "o.kind = 'account'", "问责", "To account")
    case .heldToAccount: .count(.accounted, "追责次数", "Held to account")
    default: .count(.rung, "督办梯次", "Rungs")
    }
  }

  private var evidence: MeasureSpec {
    switch self {
    case .evidenceCount: .count(.evidence, "证据数", "Evidence")
    case .shirking:
      .count(
        .evidence, where: "o.kind IN ('groundlessReturn', 'pingPong')", "推诿证据", "Shirking")
    case .idling: .count(.evidence, where: "o.kind = 'untouched'", "慢作为证据", "Idling")
    case .credits: .count(.credited, "加分次数", "Credits")
    case .points:
      MeasureSpec(
        [.credited], .points,
        "total(o.value) FILTER (WHERE o.stream = \(Stream.credited.rawValue))", "加分", "Points")
    case .alerts: .count(.alert, "预警数", "Alerts")
    case .letters: .count(.letter, "提醒函", "Letters")
    default: .count(.modeChanged, "平战转换次数", "Changes of mode")
    }
  }

  private var service: MeasureSpec {
    switch self {
    case .instantRejected: .share(.instantReply, where: "o.flag = 1", "秒回被拒率", "Rejected")
    case .instantShare:
      MeasureSpec(
        [.instantReply, .submitted], .share,
        "\(MeasureSpec.counting(.instantReply, nil)) * 1.0"
          + " / nullif(\(MeasureSpec.counting(.submitted, nil)), 0)",
        size: MeasureSpec.counting(.submitted, nil), "秒回率", "Answered at once")
    case .sideOpened: .count(.sideOpened, "发起数", "Opened")
    case .sideDone: .count(.sideDone, "完成数", "Done")
    case .solvedByCall:
      .share(
        .sideDone, where: "o.value = 1", among: "o.kind = 'callBack'", "回访解决率",
        "Solved, by call-back")
    case .joined: .count(.joinedCampaign, "纳入数", "Joined")
    case .suggestionStates: .count(.adoption, "状态变更数", "Changes of state")
    case .adopted:
      .count(
        .adoption, where: "o.kind IN ('adopted', 'partlyAdopted')", "采纳数", "Adopted")
    default: .count(.instantReply, "秒回数", "Instant replies")
    }
  }
}
