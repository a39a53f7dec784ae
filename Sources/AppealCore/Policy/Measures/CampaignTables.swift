import CivicTime

/// Which campaign an appeal falls under: the first by number whose filters and dates hold.
struct CampaignTables: ~Copyable {
  struct Terms: BitwiseCopyable {
    var from: Instant
    var until: Instant
    var target: Target
    var rank: UInt8
  }

  let count: Int
  let streetCount: Int
  let terms: UnsafeMutablePointer<Terms>
  /// Campaigns by leaf, a bit each.
  let leaves: UnsafeMutablePointer<UInt64>
  let streets: UnsafeMutablePointer<Bool>

  init(_ policy: borrowing Policy) {
    let campaigns = policy.measures.campaigns
    let streetTotal = policy.places.streets.count
    count = campaigns.count
    streetCount = streetTotal
    terms = block(
      of: campaigns.map {
        Terms(
          from: $0.from, until: $0.until, target: $0.target ?? .none, rank: $0.rank ?? Rank.normal)
      })
    leaves = block(
      of: policy.allLeaves.indices.map { leaf in
        campaigns.indices.reduce(into: UInt64(0)) { bits, at in
          let filter = campaigns[at].leaves
          if filter.isEmpty || filter.contains(LeafID(leaf)) { bits |= 1 << UInt64(at) }
        }
      })
    streets = block(
      of: campaigns.flatMap { campaign in
        (0..<streetTotal).map {
          campaign.streets.isEmpty || campaign.streets.contains(StreetID($0))
        }
      })
  }

  deinit {
    terms.deallocate()
    leaves.deallocate()
    streets.deallocate()
  }

  func campaign(_ leaf: LeafID, in street: StreetID, at instant: Instant) -> CampaignID {
    var bits = count == 0 ? 0 : leaves[leaf.index]
    while bits != 0 {
      let at = bits.trailingZeroBitCount
      bits &= bits - 1
      let term = terms[at]
      if term.from <= instant && instant < term.until && streets[at * streetCount + street.index] {
        return CampaignID(at)
      }
    }
    return .none
  }

  func target(of campaign: CampaignID) -> Target {
    campaign == .none ? .none : terms[campaign.index].target
  }

  func rank(of campaign: CampaignID) -> UInt8 {
    campaign == .none ? Rank.normal : terms[campaign.index].rank
  }
}
