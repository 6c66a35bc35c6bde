"""Short answers as people in Serang type them: Indonesian, Jawa Serang, Sunda Banten; data only."""


def sayings(text: str) -> frozenset[str]:
    """The sayings in a text, which commas part."""
    return frozenset(" ".join(part.split()) for part in text.split(","))


WILLING = sayings(
    """
    ok, oke, okey, okay, okeh, okelah, sip, siip, siap, setuju, sepakat, boleh, mau, mauu, mo, pengen, ingin,
    bisa, lanjut, lanjutkan, gas, gaskeun, gelem, kepengen, purun, hoyong, daek, mangga, tiasa, saya setuju,
    saya mau, saya bersedia, bersedia, agree, i agree, sure
    """
)
"""A yes to what is asked for, that tells no fact: no answer to "sudah peserta?"."""

YES = WILLING | sayings(
    """
    ya, iya, y, yo, yoi, yup, yap, yes, ye, iye, iyah, yah, ia, iyo, ya iya, betul, bener, benar, benar
    sekali, betul sekali, bener banget, tentu, tentu saja, pasti, tepat, cocok, nggih, enggih, injih,
    inggih, nggeh, nggeh leres, leres, iyo leres, muhun, sumuhun, enya, heueuh, heeuh, hooh, hoh oh,
    sae, bener pisan, 👍, 👌, ✅, ✔, ☑, 🆗, 🙆
    """
)
NO = sayings(
    """
    tidak, no, nope, n, bukan, belum, jangan, salah, ogah, emoh,
    tidak usah, tidak mau, tidak bisa, tidak setuju, tidak benar, tidak bener, tidak boleh,
    tidak pernah, tidak ada, belum mau, belum bisa, belum pernah, belum ada,
    ora, orak, ora gelem, boten, durung, dereng, dudu, sanes, boten purun,
    henteu, hente, heunteu, teu, moal, alim, embung, lain, teu acan, teu hoyong, can, acan, ulah,
    👎, ❌, ✖, ⛔, 🙅
    """
)
UNKNOWN = sayings(
    """
    tidak tahu, gatau, gataw, gaktau, belum tahu, kurang tahu, kurang paham, tidak paham, belum paham,
    tidak mengerti, tidak ngerti, tidak ngarti, belum mengerti, bingung, ragu, ragu ragu, masih ragu,
    tidak yakin, kurang yakin, belum yakin, lupa, tidak ingat, tidak inget, tidak hafal, tidak hapal,
    entah, entahlah, embuh, mbuh, ora weruh, ora ngerti, ora reti, boten ngertos, boten semerep,
    duka, duka teuing, teuing, teu apal, teu nyaho, teu terang, teu uninga, henteu apal, henteu terang,
    can nyaho, hilap, 🤷
    """
)
DONE = sayings(
    "sudah, sudah pernah, sudah ada, sudah punya, uwis, wis, sampun, atos, parantos, geus, enggeus"
)  # "sudah?" is asked of things that are done; as an alias only there, never as a consent
NOT_YET = sayings("belum, belum pernah, belum ada, belum punya, durung, dereng, teu acan, acan, can, encan")

NO_PHONE = sayings(
    """
    tidak punya, tidak ada, tidak pegang, belum punya, belum ada, gaada, gada, gapunya, ora duwe, boten gadah,
    teu gaduh, teu boga, tidak punya hp, tidak ada hp, tidak pegang hp, tidak punya nomor, tidak ada nomor,
    tidak punya telepon, tidak ada telepon, tidak punya nomor hp, tidak ada nomor hp, tidak punya handphone,
    tidak punya ponsel, tidak punya wa, belum punya hp, orangnya tidak punya hp, ora duwe hp, teu gaduh hp,
    tanpa hp, no phone, none, i have no phone
    """
)

EVASIVE_WORDS = sayings(
    """
    rahasia, privasi, anonim, anonymous, noname, siapa, kenapa, mengapa, ngapain, kapan, bagaimana, gimana,
    tanya, nanya, terserah, maksud, maksudnya, begini, begitu, lainnya, lupa, apakah, berapa, brp, berape,
    berapaan, pinten, sabaraha, kumaha, kepriben, kepimen, dimana, kalau, kalo, iuran, iurannya, iurane,
    manfaat, manfaatnya
    """
)  # whoever says one of these names neither a person, nor a place, nor work
EVASIONS = sayings(
    """
    apa, apa ya, apa itu, buat apa, untuk apa, mana, sama, sama saja, nanti, nanti saja, di sini, disini,
    sini, situ, itu, ini, saya, aku, gw, gue, hamba allah, no name, xxx, xx, x, asdf, malas, males
    """
)  # as a whole
REFUSING_WORDS = sayings("tidak, bukan, belum, jangan, tanpa, nggausah, gausah")  # in no name
TAKING = sayings("itu, itu saja, itu aja, yang itu, pakai itu, pake itu, sama, sama saja, sesuai, nama itu")

# Other spellings of the same word, read alike wherever they stand: "gk mau" is "tidak mau".
SPELLINGS = (
    dict.fromkeys(
        sayings(
            "tdk, tidk, tidka, tdak, tida, gak, ga, gk, g, nggak, ngga, enggak, engga, kagak, kaga, ndak, tak"
        ),
        "tidak",
    )
    | dict.fromkeys(sayings("blm, belom, blum, blom"), "belum")
    | dict.fromkeys(sayings("udah, sdh, udh, uda, dah"), "sudah")
    | {"bkn": "bukan", "tau": "tahu", "taw": "tahu", "utk": "untuk", "mboten": "boten", "ore": "ora"}
)

FILLERS = sayings(
    """
    ah, eh, oh, nah, banget, bgt, sekali, pisan,
    pak, bapak, bpk, bu, ibu, kak, kaka, kakak, mas, mbak, mba, bang, kang, teh, min, admin, om, neng,
    gan, bos, saya, sy, aku, dong, sih, deh, lah, kok, aja, saja, kan, nih, tuh, atuh, mah, euy, ge, yg,
    yang, itu, terima kasih, terimakasih, makasih, makasi, mksh, nuhun, suwun, kasih, terima
    """
)
THANKS = sayings(
    "terima kasih, terimakasih, makasih, makasi, mksh, trims, trimakasih, nuhun, suwun, thanks, thank you, tq"
)
BESIDE_THANKS = sayings(
    """
    banyak, sama, sangat, hatur, matur, atas, bantuannya, bantuan, info, infonya, informasinya, jawaban,
    jawabannya, penjelasan, penjelasannya, waktunya, alhamdulillah, sudah, jelas, paham, mengerti, ngerti
    """
)
NEGATIONS = sayings(
    """
    tidak, no, bukan, belum, jangan, tanpa, kurang, emoh, ogah, batal, non, ora, orak, boten, durung,
    dereng, dudu, sanes, henteu, hente, heunteu, teu, moal, alim, embung, lain, can, acan, encan, ulah,
    gatau, gataw, gaktau, tapi, kecuali, selain
    """
)
NOT_TYPOS = sayings(
    """
    apa, apakah, siapa, mana, kapan, kenapa, mengapa, bagaimana, gimana, berapa, brp, bentar, sebentar,
    susah, salah, malah, ntar, nanti, nunggu, tunggu, objek, mati, malu
    """
)  # each a letter or so from an answer, but a question or another thing

GREETINGS = sayings(
    """
    halo, hallo, hai, hi, p, ping, permisi, punten, assalamualaikum, assalamu'alaikum, asalamualaikum, salam,
    selamat, pagi, siang, sore, malam, info, tanya, nanya, bertanya, tes, test, coba, bantu, tolong, daftar,
    mulai, start, menu, stop, berhenti, kembali, balik
    """
)  # what is said to a bot, and names nothing

NUMBER_WORDS = {
    "satu": "1", "dua": "2", "tiga": "3", "empat": "4", "lima": "5", "enam": "6", "tujuh": "7",
    "delapan": "8",
    "pertama": "1", "kesatu": "1", "kedua": "2", "ketiga": "3", "keempat": "4", "siji": "1", "loro": "2",
    "telu": "3", "hiji": "1", "tilu": "3", "opat": "4",
}  # fmt: skip
ORDINAL_WORDS = sayings("no, nomor, nomer, pilihan, pilih, opsi, jawaban, angka, ke, nmr")
