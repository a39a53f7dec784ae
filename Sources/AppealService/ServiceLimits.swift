/// When a batch closes, and how much may wait.
public struct ServiceLimits: Sendable, Equatable {
  /// Commands in a batch at most.
  public var batchSize: Int
  /// How long after the arrival of its first command a batch closes, full or not. What arrived
  /// while the batch before was committed has waited for that long already.
  public var batchWait: Duration
  /// Commands that may wait to be taken into a batch; a further one is told `.busy`.
  public var queueCapacity: Int

  public init(
    batchSize: Int = 100, batchWait: Duration = .milliseconds(2), queueCapacity: Int = 8_192
  ) {
    self.batchSize = batchSize
    self.batchWait = batchWait
    self.queueCapacity = queueCapacity
  }

  func validate() throws(ServiceError) {
    guard (1...1_000_000).contains(batchSize) else {
      throw .limit("batchSize is \(batchSize): write a number from 1 to 1000000.")
    }
    guard batchWait >= .zero && batchWait <= .seconds(3_600) else {
      throw .limit("batchWait is \(batchWait): write a span from 0 to an hour.")
    }
    guard (1...100_000_000).contains(queueCapacity) else {
      throw .limit("queueCapacity is \(queueCapacity): write a number from 1 to 100000000.")
    }
  }
}
