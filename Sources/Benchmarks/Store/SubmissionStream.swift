import AppealCore
import CivicTime

/// Submissions one after another, over all leaves, communities and open channels of a policy, by
/// keys that ascend with time as those of needs do.
struct SubmissionStream {
  private let leaves: Int
  private let communities: Int
  private let channels: [ChannelID]
  private(set) var count: UInt64 = 0

  init(policy: Policy, core: borrowing AppealCore, at instant: Instant) {
    leaves = policy.form.leaves.count
    communities = policy.places.communities.count
    channels = policy.channels.indices.map { ChannelID($0) }
      .filter { core.openChannel(for: $0, at: instant) == $0 }
  }

  /// The next one, contacted and submitted at `instant`.
  mutating func next(at instant: Instant) -> Command {
    count += 1
    let number = Int(count)
    return .submit(
      Submission(
        reference: count << 8, contactAt: instant, channel: channels[number % channels.count],
        leaf: LeafID(number % leaves), nature: .complaint,
        community: CommunityID(number % communities)))
  }
}
