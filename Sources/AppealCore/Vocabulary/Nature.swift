/// What the citizen wants (诉求性质), independent of the category.
public enum Nature: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// 咨询
  case enquiry
  /// 建议
  case suggestion
  /// 投诉
  case complaint
  /// 求决
  case petition
  /// 感谢
  case thanks
}
