extension Indicator {
  public static let satisfactionMean = Indicator(
    id: "satisfaction_mean", unit: .score, polarity: .higherIsBetter, followsOwnLimits: true,
    title: Words(zh: "满意度(星)", en: "Satisfaction, stars"),
    meaning: Words(
      zh: "窗口内评价四个维度的平均星数(1至5);未评价的不计入,参评率另列。",
      en: "Mean of the four scores, 1 to 5, of the appraisals in the window; those who did "
        + "not answer are not in it, see the response share."),
    value: { ratio($0.scalars.scoreSum, 4 * $0.scalars.appraisals) })
}
