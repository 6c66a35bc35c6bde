# What one pays: from an income, told in people's own words and kept nowhere, to a sum.

command-iuran = Hitung iuran
command-iuran-also = iurannya

contributions-lowest = Iuran paling ringan, untuk perlindungan dari musibah:
contributions-transport = <b>Ojek, sopir, kurir, angkutan</b>
contributions-other = <b>Pekerjaan lain</b>
contributions-ask = Untuk menghitung, tulis penghasilan, misalnya <b>{ $daily }</b> atau <b>{ $monthly }</b>. Angkanya tidak kami simpan.
contributions-example =
    .daily = 50 ribu sehari
    .monthly = 1,5 juta sebulan
contributions-uncertain = Penghasilan tidak tentu
contributions-uncertain-also = tidak tentu, gak tentu, tidak pasti, tidak tahu

contributions-which = Maksudnya yang mana? Pilih satu.
contributions-doubt-negative = Penghasilan tidak bisa kurang dari nol.
contributions-doubt-small = Untuk penghasilan, angka itu kecil sekali.
contributions-doubt-big = Untuk penghasilan, angka itu besar sekali.
contributions-doubt-which = Maksudnya yang mana? Boleh juga ditulis lagi, misalnya <b>{ $daily }</b>.
contributions-doubt-again = Coba tulis lagi, misalnya <b>{ $daily }</b>.
contributions-amount =
    .day = { $amount } sehari
    .week = { $amount } seminggu
    .month = { $amount } sebulan
    .harvest = { $amount } sekali panen
    .year = { $amount } setahun
contributions-days = { $amount } sehari. Kerjanya berapa hari seminggu?
contributions-days-choice = { $count } hari
contributions-harvests = { $amount } sekali panen. Panennya berapa kali setahun?
contributions-harvests-choice = { $count } kali
contributions-about = Tidak apa-apa. Kira-kira sebulan berapa?
contributions-closer = Yang paling dekat, yang mana?
contributions-range =
    .below = Di bawah { $to }
    .between = { $from } sampai { $to }
    .above = { $from } ke atas
contributions-within =
    .below = sampai { $to }
    .between = { $from } sampai { $to }
    .above = { $from } ke atas
contributions-group = Kerjanya apa? Potongan iuran berbeda menurut pekerjaan.
    .transport = Ojek, sopir, kurir
    .other = Pekerjaan lain
    .owner = Usaha, punya karyawan

contributions-month = Iuran { $month }: <b>{ $sum }</b> ({ $words }).
contributions-months =
    Iuran { $count } bulan, { $first } sampai { $last }:
    <b>{ $sum }</b> ({ $words })
contributions-stretch = { $count } x { $each } ({ $first } sampai { $last })
contributions-stretch-one = 1 x { $each } ({ $month })
contributions-day = Sama dengan <b>{ $day }</b> sehari.
contributions-covers = Untuk kecelakaan kerja, dan santunan keluarga.
contributions-covers-savings = Untuk kecelakaan kerja, santunan keluarga, dan tabungan hari tua.
contributions-discount = Sudah dipotong dari harga biasa { $normal }.
contributions-owner = Ini harga penuh. Apakah usaha dengan karyawan dapat potongan, tanyakan petugas.
contributions-later = Apakah sesudah { $month } masih ada potongan, belum ada kabarnya. Tanyakan petugas.
contributions-unknown = Ini harga penuh. Apakah bulan itu ada potongan, belum ada kabarnya; tanyakan petugas.
contributions-row = Dihitung dari penghasilan { $base } sebulan. Yang penghasilannya { $range } membayar sama.
contributions-check = Sebelum membayar, cek di { $phone }.

contributions-pay =
    .months = { $count } bulan
    .chosen = • { $count } bulan
contributions-savings =
    .add = ➕ Tabungan hari tua
    .leave = ➖ Tanpa tabungan hari tua
contributions-again = Hitung lagi
