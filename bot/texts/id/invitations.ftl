# Invitations: how somebody becomes a volunteer or staff.

command-undang = Undang relawan atau petugas

invitations-role = Mau mengundang siapa?
invitations-confirm =
    Undangan: <b>{ $role }</b>
    Wilayah: <b>{ $where }</b>

    Tautannya berlaku 48 jam, untuk satu orang.
invitations-send = ✅ Buat undangan
invitations-coming = Undangannya segera dikirim.
invitations-waiting = Undangan ini menunggu persetujuan orang kedua. Kalau disetujui, tautannya kami kirim.
invitations-link =
    Undangan <b>{ $role }</b>, { $where }.
    Kirim tautan ini ke satu orang saja; berlaku 48 jam: { $link }
invitations-approval =
    Ada undangan baru dari <b>{ $who }</b>: <b>{ $role }</b> untuk { $where }.
    Dibuat { $when }. Setujui?
invitations-somebody = seorang petugas
invitations-approve = ✅ Setujui
invitations-refuse = Tolak
invitations-approved = Disetujui. Tautannya dikirim ke pengundang.
invitations-refused = Ditolak. Tautannya tidak dibuat.
invitations-stale = Undangan ini sudah dijawab, sudah lewat, atau bukan untuk Bapak/Ibu jawab.
invitations-over = Maaf, undangan ini sudah dipakai atau sudah lewat waktunya. Silakan minta yang baru ke petugas.
invitations-join = Bapak/Ibu diundang menjadi <b>{ $role }</b> untuk { $where }.
invitations-agree = 🤝 Setuju dan ikut
invitations-agree-also = ya, iya, oke, siap, mau, boleh, setuju, saya setuju, setuju ikut, saya ikut, ikut, saya bersedia, bersedia, ya saya setuju
invitations-decline = Tidak dulu
invitations-decline-also = tidak, tidak setuju, saya tidak setuju, tidak mau, nanti dulu
invitations-declined = Baik, tidak apa-apa. Kalau berubah pikiran, buka lagi tautannya selama masih berlaku.
invitations-groups = 👥 Untuk kelompok
