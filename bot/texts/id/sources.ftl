# Sources and their posters; what hangs in a market is always Indonesian.

command-poster = Poster dan kode QR

sources-list = Poster untuk sumber mana?
sources-none = Belum ada sumber. Tambah dengan perintah <code>main.py source add</code>.
sources-back = ⬅️ Daftar sumber
sources-card = <b>{ $label }</b> (<code>{ $code }</code>). Pilih ukuran posternya.
sources-coming = Poster sedang digambar.
sources-poster = Poster <b>{ $label }</b>. Tautannya: { $link }
sources-poster-headline = Kerja tenang, keluarga tenang
sources-poster-step1 = Arahkan kamera HP ke kotak ini
sources-poster-step2 = Buka Telegram, tekan MULAI
sources-poster-step3 = Tanya dulu, daftar belakangan
sources-poster-cannot-scan = Kamera tidak bisa? Cari di Telegram:
sources-poster-never-ask = Kami tidak pernah minta kode masuk, PIN, sandi, atau transfer ke orang.
sources-poster-doubt = Ragu? Telepon
