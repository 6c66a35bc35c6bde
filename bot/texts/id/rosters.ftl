# Many volunteers out of one file.

command-impor = Masukkan banyak relawan

rosters-ask =
    Kirim berkas tabel (Excel atau .csv) sebagai dokumen. Baris pertama nama kolomnya: <code>{ $columns }</code>.
    Diperiksa dulu, belum ada yang dimasukkan.
rosters-not-a-sheet = Maaf, itu bukan berkas tabel (Excel atau .csv). Kirim sebagai dokumen.
rosters-reading = Berkasnya sedang diperiksa, hasilnya segera dikirim.
rosters-right = Semua <b>{ $count }</b> baris benar. Masukkan semuanya dan buat undangannya?
rosters-known = <b>{ $count }</b> baris sudah tercatat (baris { $rows }). Hanya wilayah barunya yang ditambahkan.
rosters-added = <b>{ $count }</b> relawan baru dimasukkan.
rosters-take = ✅ Masukkan semua
rosters-leave = Tidak jadi
rosters-taking = Baik, undangannya segera dikirim sebagai berkas.
rosters-left = Baik, tidak ada yang dimasukkan.
rosters-stale = Berkas ini sudah dijawab, atau bukan kiriman Bapak/Ibu.
rosters-why-faults = Ada <b>{ $count }</b> baris yang salah. Belum ada yang dimasukkan; betulkan, lalu kirim lagi.
rosters-why-empty = Berkasnya kosong.
rosters-why-gone = Berkasnya tidak bisa diambil atau terlalu besar. Silakan kirim lagi.
rosters-why-away = Berkasnya belum bisa diambil. Silakan kirim lagi.
rosters-why-unreadable = Berkasnya tidak bisa dibaca sebagai tabel.
rosters-row = Baris { $row }: { $reason }
rosters-fault-name = nama: kosong atau bukan nama
rosters-fault-role = peran: relawan, koordinator, atau perisai
rosters-fault-nowhere = desa: kosong, kelompok juga kosong
rosters-fault-repeated = orang dan tempat yang sama sudah ada di atas
rosters-fault-group = kelompok: tidak ada yang bernama "{ $value }"
rosters-fault-columns = kolom yang belum ada: { $value }. Baris pertama harus nama kolom: nama, hp, peran, desa, rw, rt, kelompok
rosters-fault-phone = hp: "{ $value }" bukan nomor HP Indonesia
rosters-fault-unknown = desa: "{ $value }" tidak ada di wilayah kantor ini
rosters-fault-unclear = desa: "{ $value }" ada beberapa, tambahkan kecamatannya
rosters-fault-both = desa dan kelompok: isi salah satu; yang lain di baris baru
rosters-fault-rw = rw: "{ $value }" bukan angka 1 sampai 999
rosters-fault-rt = rt: "{ $value }" bukan angka 1 sampai 999
rosters-fault-rt-alone = rw: isi juga RW-nya
rosters-fault-wide = rw, rt: hanya untuk relawan; koordinator dan perisai memegang satu desa
rosters-fault-other-role = peran: orang ini sudah tercatat dengan peran lain ({ $value })
rosters-title = Relawan
rosters-done = <b>{ $count }</b> tautan undangan di berkas ini. Kirim tiap tautan ke orangnya saja; berlaku 48 jam, sekali pakai.
rosters-column =
    .row = Baris
    .reason = Yang salah
    .name = Nama
    .phone = HP
    .link = Tautan
