# Which territory somebody is invited for.

territories-where = Untuk wilayah mana? Tulis saja, misalnya: rt 03 rw 05 desa pontang. Atau pilih di bawah.
territories-which = Yang mana?
territories-everywhere = Seluruh wilayah cabang
territories-whole = Seluruh { $name }
territories-rw = <b>{ $where }</b>: RW berapa? Tulis, misalnya <b>rt 03 rw 05</b>, atau pilih di bawah.
territories-rt = <b>{ $where }</b>: RT berapa? Tulis nomornya, atau pilih di bawah.
