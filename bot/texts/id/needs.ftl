# What the official registration needs.

needs-list = Syarat daftar resmi: KTP (nomor KTP) { $card }, nomor HP ✅, alamat email { $email }.
needs-ready = ✅
needs-missing = ⬜ belum
needs-tick =
    .has_id_card = 🪪 KTP-nya siap
    .has_email = 📧 Emailnya siap
