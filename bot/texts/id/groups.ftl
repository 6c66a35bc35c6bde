# Groups of workers.

groups-which = Kelompok yang mana?
groups-new = ➕ Kelompok baru
groups-ask-kind = Kelompok apa?
groups-ask-name = { $kind }: tulis namanya, lalu koma dan desanya. Misalnya: Mina Bahari, desa pontang
groups-kind =
    .farmers = Kelompok tani
    .fishers = Kelompok nelayan
    .market = Pasar
    .rank = Pangkalan ojek
groups-anywhere = { $kind } { $name }
groups-at = { $kind } { $name }, { $place }
