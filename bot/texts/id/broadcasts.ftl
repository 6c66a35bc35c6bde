# What the service adds to a campaign's message by itself.
broadcasts-resent = <i>Dikirim ulang: mungkin Bapak/Ibu sudah menerima pesan ini.</i>
