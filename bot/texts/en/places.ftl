# How places are named; the names themselves stay Indonesian.

places-desa = Desa
places-kelurahan = Kelurahan
places-village = { $kind } { $name }, Kec. { $district }, { $regency }
places-district = Kecamatan { $name }, { $regency } (choose its village)
places-regency = { $name } (choose a district in it)
places-branch = the whole branch
