# Groups of workers.

groups-which = Which group?
groups-new = ➕ A new group
groups-ask-kind = What kind of group?
groups-ask-name = { $kind }: write its name, then a comma and its village. For example: Mina Bahari, desa pontang
groups-kind =
    .farmers = Farmers' group
    .fishers = Fishers' group
    .market = Market
    .rank = Ojek rank
groups-anywhere = { $kind } { $name }
groups-at = { $kind } { $name }, { $place }
