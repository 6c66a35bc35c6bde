# Campaigns: what staff compose, approve and watch. What recipients read is staff's own text, checked by the rules below.

command-siar = Siaran ke banyak orang

# --- fields: what stands in braces ---

campaigns-somebody =
    .name = Bapak/Ibu
    .village = desa setempat
    .occupation = pekerja
campaigns-village = { $kind } { $name }
campaigns-price-discounted = mulai { $price }, sampai { $until }
campaigns-price-normal = mulai { $price } per { $until }
campaigns-grant = { $grant }, kalau sudah { $after } membayar iuran
campaigns-scholarship = sampai { $total } untuk { $children } anak, kalau sudah { $after } membayar iuran
campaigns-stop = 🔕 Berhenti

# --- why a text is refused: each says what to change ---

campaigns-why-account = Ada deretan angka yang tampak seperti nomor rekening atau HP: <b>{ $what }</b>. Hapus, supaya siaran kita tidak ditiru penipu.
campaigns-why-button-kind = Tombol itu tidak ada: <b>{ $what }</b>. Pilih dari daftar tombol.
campaigns-why-button-label = Tulisan tombol paling banyak { $limit } huruf. Persingkat: <b>{ $what }</b>.
campaigns-why-buttons = Tombol paling banyak { $limit }. Hapus salah satu.
campaigns-why-empty = Isinya masih kosong. Tulis dulu isi siarannya.
campaigns-why-fact = Angka <b>{ $what }</b> tidak berlaku pada hari itu. Hapus, atau tanyakan ke pusat.
campaigns-why-field = Isian <b>{ $what }</b> tidak dikenal. Yang bisa dipakai: { $fields }.
campaigns-why-file-kind = Berkas <b>{ $what }</b> tidak boleh disiarkan. Yang boleh: { $endings }.
campaigns-why-forward = Jangan minta orang menyebarkan pesan: <b>{ $what }</b>. Kabar bohong menyebar dengan cara itu.
campaigns-why-host = Tautan ke <b>{ $what }</b> tidak ada di daftar situs yang boleh. Yang boleh: { $hosts }.
campaigns-why-link-empty = Ada tautan tanpa alamat. Isi alamatnya, atau hapus tautannya.
campaigns-why-link-https = Alamat <b>{ $what }</b> tidak bisa dipakai. Tulis lengkap dan biasa, diawali https://.
campaigns-why-mention = Jangan menyebut akun <b>{ $what }</b>. Orang bisa dibawa ke akun palsu yang mirip.
campaigns-why-name = Nama siaran 1 sampai { $limit } huruf. Coba lagi, misalnya <b>Nelayan Pontang Desember</b>.
campaigns-why-politics = Kata <b>{ $what }</b> berbau politik. Kantor cabang tidak memihak; hapus kata itu.
campaigns-why-program = Jangan kirim atau menyebut berkas aplikasi: <b>{ $what }</b>. Kita berjanji tidak pernah mengirimnya.
campaigns-why-shortener = Tautan pendek <b>{ $what }</b> menyembunyikan tujuannya. Tulis alamat lengkapnya.
campaigns-why-tag = Telegram tidak mengenal tanda <b>&lt;{ $what }&gt;</b>. Pakai tebal, miring, atau tautan dari menu Telegram.
campaigns-why-too-long = Terlalu panjang: bisa sampai { $what } huruf, paling banyak { $limit }. Persingkat isinya.
campaigns-why-unclosed = Tanda <b>&lt;{ $what }&gt;</b> tidak ditutup dengan urut. Tutup, atau hapus.
