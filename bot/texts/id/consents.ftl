# Consents asked after the receipt, each by itself.

consents-reminders = Boleh kami ingatkan soal iuran dan janji bertemu, lewat pesan di sini? Bisa dihentikan kapan saja: /berhenti.
consents-campaigns = Boleh juga kami kirim kabar program lewat pesan di sini? Bisa dihentikan kapan saja: /berhenti.
consents-yes = 👍 Boleh
consents-no = Tidak
