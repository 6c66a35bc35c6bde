# Sources and their posters; what hangs in a market is always Indonesian.

command-poster = Poster dan kode QR

sources-list = Poster untuk sumber mana?
sources-none = Belum ada sumber. Buat yang pertama di bawah ini.
sources-new = ➕ Sumber baru
sources-kind =
    .market = Pasar
    .rank = Pangkalan ojek
    .farmers = Kelompok tani
    .fishers = Kelompok nelayan
    .neighbourhood = RT/RW
    .agency = Dinas (mitra)
    .volunteer = Relawan
    .neighbour = Tetangga
sources-ask-kind = Poster atau tautannya dipasang di mana, atau lewat siapa?
sources-ask-label = Apa yang ditulis di posternya? Tulis nama tempat atau kelompoknya, misalnya <b>Pasar Rau</b>.
sources-ask-place = Apakah semua orangnya tinggal di satu desa? Tulis nama desanya, atau tekan tombol di bawah.
sources-which-place = Desa yang mana?
sources-anywhere = Dari mana-mana
sources-ask-work = Apakah pekerjaan mereka sama?
sources-mixed = Macam-macam
sources-ask-group = Apakah mereka anggota satu kelompok? Calon peserta dari poster ini lalu diberikan ke relawan kelompok itu.
sources-new-group = ➕ { $name }
sources-no-group = Bukan kelompok
sources-open = ditanyakan ke orangnya
sources-groupless = tidak ada
sources-new-card = <b>{ $label }</b> ({ $kind })

    Desa: { $place }
    Pekerjaan: { $work }
    Kelompok: { $group }

    Sudah betul? Yang sudah diketahui tidak ditanyakan lagi, hanya dipastikan.
sources-make = ✅ Buat
sources-made = Sudah dibuat.
sources-back = ⬅️ Daftar sumber
sources-card = <b>{ $label }</b> (<code>{ $code }</code>). Tautannya: { $link }

    Pilih ukuran posternya.
sources-coming = Poster sedang digambar.
sources-poster = Poster <b>{ $label }</b>. Tautannya: { $link }
sources-poster-headline = Kerja tenang, keluarga tenang
sources-poster-step1 = Arahkan kamera HP ke kotak ini
sources-poster-step2 = Buka Telegram, tekan MULAI
sources-poster-step3 = Tanya dulu, daftar belakangan
sources-poster-cannot-scan = Kamera tidak bisa? Cari di Telegram:
sources-poster-never-ask = Kami tidak pernah minta kode masuk, PIN, sandi, atau transfer ke orang.
sources-poster-doubt = Ragu? Telepon
