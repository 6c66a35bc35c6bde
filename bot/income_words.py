"""How people write amounts and periods: Indonesian, Jawa Serang, Sunda Banten, English; data only."""

from enum import StrEnum


class Period(StrEnum):
    """What an income is earned in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    HARVEST = "harvest"
    YEAR = "year"


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _words(value: int, text: str) -> dict[str, int]:
    return dict.fromkeys(text.split(), value)


DIGITS = (
    _words(0, "nol kosong zero")
    | _words(1, "satu siji hiji one")
    | _words(2, "dua duwa loro rong two")
    | _words(3, "tiga telu telung tilu three")
    | _words(4, "empat papat patang opat four")
    | _words(5, "lima limang five")
    | _words(6, "enam enem nem genep six")
    | _words(7, "tujuh pitu pitung seven")
    | _words(8, "delapan wolu wolung dalapan eight")
    | _words(9, "sembilan sanga sangang salapan nine")
    | _words(10, "sepuluh sapuluh sepuloh ten")
    | _words(11, "sebelas sewelas sabelas eleven")
    | _words(12, "twelve")
    | _words(15, "limolas")
    | _words(20, "twenty")
    | _words(30, "thirty")
    | _words(40, "forty")
    | _words(25, "selawe jigo")
    | _words(50, "fifty seket gocap")
    | _words(60, "sixty suwidak")
    | _words(70, "seventy")
    | _words(80, "eighty")
    | _words(90, "ninety")
    | _words(100, "seratus saratus satus cepek")
    | _words(150, "pekgo")
    | _words(500, "gopek")
    | _words(1000, "seceng ceceng")
)
"""Words that add their value to a group of at most three digits."""

TEENS = _set("belas welas")
TENS = _set("puluh puluhan")
HUNDREDS = _set("ratus atus ratusan hundred")

SCALES = (
    _words(1_000, "ribu rebu rb rbu ribuan rban rebuan ewu ewon k thousand")
    | _words(1_000_000, "juta jt j jta jut jutaan jtan jeti yuta million mio")
    | _words(1_000_000_000, "miliar milyar miliard billion")
)
ONE_OF_SCALE = (
    _words(1_000, "seribu sarebu sewu seribuan")
    | _words(1_000_000, "sejuta sajuta sayuta sejutaan")
    | _words(1_000_000_000, "semiliar semilyar")
)
WHOLE = _words(5_000, "goceng") | _words(10_000, "ceban") | _words(20_000, "noban") | _words(50_000, "goban")
"""What markets call a note that is worth one thing only; "gopek" may be five hundred thousand as well."""

HALF = _set("setengah stengah setengahe satengah half")

PERIODS: tuple[tuple[str, Period], ...] = (
    (
        r"(?:se|sa|per|tiap|saben|unggal|sekali|a|each|satu|\b1|/)\s*(?:hari|hr|hri|dina|dinten|poe|day)(?:an|na|nya|ne)?",
        Period.DAY,
    ),
    (r"sedinten|harian|daily|tiap\s*hari|hari(?:nya)?", Period.DAY),
    (
        r"(?:se|sa|per|tiap|saben|unggal|a|satu|\b1|/)\s*(?:minggu|mgg|mingguan|pekan|week)(?:na|nya|ne)?|mingguan|weekly",
        Period.WEEK,
    ),
    (
        r"(?:se|sa|per|tiap|saben|unggal|a|satu|\b1|/)\s*(?:bulan|bln|bulanan|wulan|sasih|month)(?:na|nya|ne)?",
        Period.MONTH,
    ),
    (r"bulanan|monthly|bulan", Period.MONTH),
    (
        r"(?:se|sa|per|tiap|saben|unggal|sekali|a|/)\s*(?:panen|musim|harvest)(?:an|na|nya)?|panen",
        Period.HARVEST,
    ),
    (
        r"(?:se|sa|per|tiap|saben|unggal|a|satu|\b1|/)\s*(?:tahun|thn|taun|year)(?:na|nya|an)?|tahunan|yearly",
        Period.YEAR,
    ),
)
"""In this order: "sehari" before "hari"."""

RANGE = (
    r"\s*(?:[-–—~]|s ?/ ?d"
    r"|\b(?:sampai|sampe|nepi ka|nepika|tekan|hingga|sd|atau|utawa|ke|kadang|to|or|until)\b)\s*"
)

UNCERTAIN = (
    r"tentu|nentu|pasti|mesti|tetap|teratur|tangtu|kadang|serabutan|tergantung|gumantung|beda|bedo|ganti|berubah"
    r"|naik\s*turun|ndak\s*mesti|pas\s*pasan|paspasan|lumayan|cukup|kurang\s*tahu|tidak\s*tahu|gatau|ga?k?\s*tau"
    r"|ora\s*weruh|teu\s*nyaho|duka|embuh|jutaan|ratusan|varies|depends|not\s*fixed|don'?t\s*know|irregular"
)
"""No amount, but an answer: it differs, or is not known."""

BOUND = (
    r"[<>]|\b(?:di\s*)?(?:bawah|atas)\b|\b(?:kurang|lebih)\s*(?:dari|saking|ti)\b|\b(?:less|more)\s*than\b"
    r"|\b(?:belum|tidak|tak|gak|ga|nggak|ngga|ora|teu|not)\s*(?:sampai|sampe|nyampe|nyampai|tekan|nepi|even)\b"
    r"|\b(?:um[kpr]|u\.m\.[kpr])\b"
)
"""A side of an amount, or what the law says somebody should earn: the amount itself is not told."""

LOSS = r"\b(?:minus|rugi|merugi|tekor|nombok|utang|hutang|boncos|loss)\b"
"""Nothing is left over, whatever figure stands beside it."""

NOTHING = (
    r"(?:belum|tidak|gak|ga|nggak|ora|teu)\s*(?:ada|punya|berpenghasilan|kerja|gableg|boga)|nganggur|none"
)

FILLERS = _set(
    """
    kurang lebih kira sekitar sekitaran kisaran paling dapat dapet dpt hasil penghasilan pendapatan gaji omzet
    omset bersih kotor saya sy aku abdi kula nyong cuma hanya ya sih lah an nya aja saja doang itu ada antara
    antar buat untuk yang yg pak bu kang teh rata banyak sedikit kalau kalo lagi ramai rame sepi about around
    earn i my income and dan a per lan jeung sareng kerja narik jualan dagang melaut miyang laut trip sekali
    dikit sekian sebesar nominal uang duit arto acis mas mbak min om bos kak . , ( ) ! ? ' " : ; + * _ ±
    """
)
"""Words that change nothing."""
