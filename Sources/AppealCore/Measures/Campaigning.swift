import CivicTime

/// 专项行动: an appeal joins the campaign it falls under, with its limit and rank.
extension AppealCore {
  mutating func evolveJoined(_ entry: JournalEntry, _ campaign: CampaignID) {
    let index = slotIndex(entry.appeal)
    slots[index].pointee.campaign = campaign
    rerank(index)
  }
}
