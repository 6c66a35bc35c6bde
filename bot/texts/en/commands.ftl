# The command menu: what each command does, in a few words.

commands =
    .start = Start from the beginning
    .daftar = Register interest
    .status = See my registration
    .manfaat = What it gives
    .iuran = What it costs
    .bantuan = Ask a person for help
    .musibah = An accident or a death
    .kasus = Who is waiting for staff
    .privasi = How my data are kept
    .data_saya = See all my data
    .hapus_data = Erase my data
    .berhenti = Stop sending me messages
    .bahasa = Change the language
    .leads = Registered interest
    .poster = Posters and QR codes
