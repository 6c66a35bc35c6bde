"""The words around a place name as people type them; data only."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


HAMLET_WORDS = frozenset(_words("kp kmp kpg kamp kampung kampoeng dusun dsn lingkungan lingk link ling lk"))
ESTATE_WORDS = frozenset(_words("perum perumahan prm komplek kompleks komp"))
STREET_WORDS = frozenset(_words("jl jln jalan gang gg blok no nomor"))

# The part of an address that follows each word.
MARKERS: dict[str, str] = (
    dict.fromkeys(_words("desa ds des dsa kelurahan kel lurah"), "village")
    | dict.fromkeys(_words("kecamatan kec kcmtn kc"), "district")
    | dict.fromkeys(_words("kabupaten kab kabup"), "regency")
    | dict.fromkeys(_words("provinsi propinsi prov prop"), "province")
    | dict.fromkeys(HAMLET_WORDS | ESTATE_WORDS, "hamlet")
    | dict.fromkeys(STREET_WORDS, "street")
)
LONG_MARKERS = _words("kelurahan kecamatan kabupaten kampung lingkungan perumahan")  # slips are forgiven
CITY = "kota"
PROVINCE = "banten"

FILLERS = frozenset(
    _words(
        "saya aku kami di ke dari rumah tinggal alamat alamatnya orang warga asli daerah wilayah dekat deket "
        "pak bu kak min ya nya itu ini ada indonesia nama namanya dan yang sini adalah"
    )
)

SHORT_FORMS = dict(
    pair.split("=")
    for pair in _words(
        "gn=gunung gng=gunung tj=tanjung tjg=tanjung tg=tanjung ps=pasir psr=pasir sk=suka bj=bojong "
        "bjg=bojong pd=pondok pdk=pondok lb=lebak kbn=kebon krg=karang srg=serang clg=cilegon pdg=pandeglang "
        "pdlg=pandeglang rks=rangkas tmn=taman bnjr=banjar pl=pulo pulau=pulo anyer=anyar labuhan=labuan"
    )
)

NUMBERS = _words(
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas"
)  # people say "rt tiga"
