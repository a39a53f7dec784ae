import Demand

extension Figures {
  /// Every table that is computed, by name.
  var tables: [(name: String, text: String)] {
    [
      ("channels", channelTable), ("natures", natureTable), ("streets", streetTable),
      ("communities", communityTable), ("profile", profileTable),
      ("demand_model", modelTable), ("polling_hours", pollingTable),
      ("category_by_place", placeTable), ("nature_by_leaf", natureByLeafTable),
      ("channel_affinity", affinityTable), ("units", unitTable), ("owners", ownerTable),
      ("final_units", finalUnitTable),
      ("surge_typhoon", typhoonTable), ("surge_typhoon_leaves", typhoonLeafTable),
      ("measured", measuredTable), ("on_time_by_unit", onTimeByUnitTable),
    ]
  }

  private var channelTable: String {
    var table = TableText("channel", "id", "zh", "en", "polled", "rows", "share")
    for (index, channel) in TraceChannel.all.enumerated() {
      table.add(
        index, channel.id, channel.zh, channel.en,
        channel.zh == PingshanTrace.hotline ? "yes" : "no", channels.counts[index],
        channels.shares[index])
    }
    return table.text
  }

  private var natureTable: String {
    var table = TableText("nature", "id", "zh", "en", "rows", "share")
    for (index, nature) in TraceChannel.natures.enumerated() {
      table.add(
        index, nature.id, nature.zh, nature.en, natures.counts[index], natures.shares[index])
    }
    return table.text
  }

  private var streetTable: String {
    var table = TableText("street", "id", "zh", "rows", "share")
    for (index, street) in trace.streets.enumerated() {
      table.add(index, street.id, street.name, streets.counts[index], streets.shares[index])
    }
    return table.text
  }

  private var communityTable: String {
    var table = TableText("community", "id", "street", "zh", "rows", "share")
    for (index, community) in trace.communities.enumerated() {
      table.add(
        index, community.id, streets.names.firstIndex(of: community.street) ?? -1, community.name,
        communities.counts[index], communities.shares[index])
    }
    return table.text
  }

  private var profileTable: String {
    var table = TableText("day_class", "hour", "rate")
    for kind in DayClass.allCases {
      for (hour, rate) in rates[Int(kind.rawValue)].enumerated() {
        table.add("\(kind)", hour, rate)
      }
    }
    return table.text
  }

  private var pollingTable: String {
    var table = TableText("hour", "batches")
    for (hour, batches) in polling.hours.enumerated() { table.add(hour, batches) }
    return table.text
  }

  private var placeTable: String {
    var table = TableText("leaf", "community", "weight")
    for place in categories.places {
      table.add(place.leaf, place.community.map { "\($0)" } ?? "*", place.weight)
    }
    return table.text
  }

  private var natureByLeafTable: String {
    var table = TableText("leaf", "enquiry", "suggestion", "complaint", "petition", "thanks")
    for (leaf, row) in categories.natures.enumerated() {
      table.add(leaf, row[0], row[1], row[2], row[3], row[4])
    }
    return table.text
  }

  private var affinityTable: String {
    var table = TableText("level1", "nature_class", "channel", "share", "affinity")
    for (group, row) in categories.channels.enumerated() {
      for (channel, share) in row.enumerated() {
        table.add(
          categories.level1[group / 2], group % 2 == 0 ? "complaint" : "other", channel, share,
          share / channels.shares[channel])
      }
    }
    return table.text
  }

  private var typhoonTable: String {
    var table = TableText("day", "factor")
    for (day, factor) in typhoon.factors.enumerated() { table.add(day, factor) }
    return table.text
  }

  private var typhoonLeafTable: String {
    var table = TableText("leaf", "community", "weight")
    for (leaf, weight) in typhoon.excess { table.add(leaf, "*", weight) }
    return table.text
  }
}
