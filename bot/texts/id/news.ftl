# What a worker is told of their own registration.

news-volunteer-calls = { $name }, relawan di lingkungan Bapak/Ibu, akan menghubungi.
news-closer-calls = { $name }, petugas pendaftaran kami, akan menghubungi.
news-officer-calls = Petugas kantor kami akan menghubungi.
news-taken =
    Dua kata kita: <b>{ $passphrase }</b>. Yang benar pasti menyebut dua kata itu.
    Jangan kasih uang dan jangan sebut kode apa pun.
news-taken-anew = Dua kata yang lama tidak berlaku lagi.
news-registered = Bapak/Ibu sudah didaftarkan resmi. Perlindungan mulai setelah iuran pertama dibayar. Ragu? Cek di { $phone }.
news-paid = Petugas mencatat iuran pertama sudah dibayar. Betul sudah dibayar?
news-paid-yes = 👍 Ya, sudah
news-paid-no = Belum
news-unreached = Kami sudah coba menghubungi tiga kali, belum tersambung. Kalau masih berminat, ketuk di bawah.
news-call-again = 📞 Hubungi saya lagi
news-contacted = Apakah relawan kami sudah menghubungi Bapak/Ibu?
news-contacted-office = Apakah petugas kami sudah menghubungi Bapak/Ibu?
news-contacted-yes = 👍 Sudah
news-contacted-no = Belum dihubungi
news-complained = Maaf ya. Sudah kami sampaikan ke atasannya, supaya Bapak/Ibu cepat dihubungi.
news-complained-office = Maaf ya. Sudah kami sampaikan ke petugas kantor, supaya Bapak/Ibu cepat dihubungi.
news-reopened = Siap. Kami hubungi lagi.
news-stale = Terima kasih. Catatan ini sudah berubah, tidak perlu dijawab lagi.
news-ready = Sebentar lagi Bapak/Ibu didaftarkan resmi. Siapkan KTP dan alamat email. Jangan titip uang ke siapa pun.
