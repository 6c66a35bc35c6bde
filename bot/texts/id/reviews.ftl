# What staff are to look at.

command-periksa = Yang perlu diperiksa

reviews-list = Yang perlu diperiksa, paling lama di atas.
reviews-none = Tidak ada yang perlu diperiksa.
reviews-back = ⬅️ Semua
reviews-short =
    .duplicate = 👥
    .burst = ⚡
    .phone = 📱
    .unpaid = 💤
    .sample = 🎲
reviews-kind =
    .duplicate = 👥 Mungkin orang yang sama
    .burst = ⚡ Banyak dalam waktu singkat
    .phone = 📱 Nomor dipakai berkali-kali
    .unpaid = 💤 Terdaftar, belum bayar
    .sample = 🎲 Terpilih untuk ditelepon
reviews-why-duplicate = 👥 Apakah ini orang yang sama?
reviews-why-burst = ⚡ Banyak didaftarkan satu orang dalam waktu singkat. Ini yang terakhir:
reviews-why-phone = 📱 Nomor ini dipakai di banyak data. Ini yang terakhir:
reviews-why-unpaid = 💤 Sudah lama terdaftar, iuran pertama belum ada.
reviews-why-sample = 🎲 Terpilih acak. Tolong telepon: benarkah orang ini mendaftar sendiri?
reviews-lead-card =
    <b>{ $mark }. { $name }</b> ({ $number })
    { $phone } · { $occupation }
    { $place }
    Status: { $state }, masuk { $at }, { $owner }
reviews-recorder = Didaftarkan oleh: <b>{ $name }</b>
reviews-rule = <i>Aturan: { $rule }</i>
reviews-keep = 🔗 Gabung, pakai { $number }
reviews-call = 📞 Buka kartunya
reviews-settled = Tercatat.
reviews-merged = Digabung.
reviews-result =
    .different = Orang yang berbeda
    .genuine = ✅ Benar
    .invented = ❌ Tidak benar
    .explained = ✅ Ada alasannya
    .unreached = 📵 Tidak tersambung
