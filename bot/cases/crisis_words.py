"""What people write who may be about to harm themselves, and what only sounds like it; data only."""

from bot.answer_words import sayings

WISHES = sayings(
    """
    mau, maunya, ingin, pengen, pengin, pingin, pgn, kepengen, kepingin, kepengin, niat, berniat, mending,
    mendingan, lebih baik, rencana, kepikiran, terpikir, berpikir, mikir, pikiran, arep, pen, hayang, hoyong,
    want to, wanna, going to
    """
)
BETWEEN = sayings(
    "untuk, buat, nya, aja, saja, sih, ku, saya, aku, gue, rasanya, cepat, cepet, segera, lagi, to"
)
ENDS = sayings(
    """
    bunuh diri, gantung diri, mati, meninggal aja, meninggal saja, mengakhiri hidup, akhiri hidup,
    ngakhiri hidup, mengakhiri hidupku, akhiri semuanya, mengakhiri semuanya, paeh, modar, menyakiti diri,
    nyakitin diri, melukai diri, lukai diri, kill myself, die, end my life, end it all, hurt myself,
    harm myself
    """
)
"""A wish, whatever stands between, and one of these: "pengen mati aja"."""

NO = sayings("tidak, gak, ga, nggak, enggak, ngga, tak, ora, teu")
SAID = (
    (NO, sayings("mau, ingin, pengen, sanggup, kuat, hayang"), sayings("hidup, lagi hidup, urip")),
    (sayings("capek, cape, lelah, bosan, males, malas"), sayings("hidup")),
    (sayings("minum"), sayings("racun, baygon, obat nyamuk")),
    (sayings("silet, sayat, menyayat, nyayat, iris"), sayings("tangan, nadi, urat")),
    (sayings("loncat, lompat, terjun"), sayings("dari"), sayings("jembatan, gedung, atap, lantai")),
    (sayings("buat apa, untuk apa, ngapain"), sayings("saya hidup, aku hidup, hidup lagi, hidup")),
    (
        sayings("lebih berguna, lebih baik, mending"),
        sayings("kalau, kalo, klo, jika"),
        sayings("saya mati, aku mati, mati"),
    ),
    (sayings("menyusul, nyusul"), sayings("almarhum, almarhumah, istri saya, suami saya, anak saya")),
    (
        sayings("ilang, ngilang, hilang, menghilang, pergi"),
        sayings("dari"),
        sayings("dunia, dunia ini, bumi"),
    ),
    (
        sayings("hidup saya, hidupku, hidup ku, hidup aku, hidup"),
        sayings(
            """
            sudah, udah, memang, ini, tidak, gak, ga, nggak, sudah tidak, sudah gak, udah gak, sudah ga,
            udah nggak
            """
        ),
        sayings(
            "ada gunanya, ada artinya, berguna, berarti, gak ada gunanya, tidak ada gunanya, ada harapan"
        ),
    ),
    (
        sayings(
            """
            kill myself, killing myself, suicidal, dont want to live, do not want to live, not worth living,
            cant go on living, can not go on living, cannot go on living, no reason to live,
            better off dead, end my life
            """
        ),
    ),
)
"""What needs no wish; one of each, one after the other."""

NAMED = sayings("bunuh diri, gantung diri, bundir, suicide")
"""A name for it: somebody is meant, and whatever is asked beside it a person answers."""

EXPIRES = sayings(
    """
    hp, hape, handphone, baterai, batre, lampu, listrik, mesin, motor, sinyal, kuota, paket, laptop, kapal,
    kartu, bpjs, kepesertaan, iuran, kis, sim, stnk, ktp, pulsa, token
    """
)
"""What else is about to "mati"."""
WHOSE = sayings(
    "saya, aku, ku, nya, ini, itu, kami, sudah, udah, lagi, juga, sering, ketenagakerjaan, bpjs, jkn, kis"
)
"""What may stand between that and the wish: "kartu BPJS saya juga mau mati"."""
