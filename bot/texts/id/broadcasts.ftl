# What the service adds to a campaign's message by itself.
broadcasts-resent = <i>Dikirim ulang: mungkin pesan ini sudah Anda terima.</i>
