# How places are named.

places-desa = Desa
places-kelurahan = Kelurahan
places-village = { $kind } { $name }, Kec. { $district }, { $regency }
places-district = Kecamatan { $name }, { $regency } (pilih desanya)
places-regency = { $name } (pilih kecamatannya)
places-branch = seluruh wilayah cabang
