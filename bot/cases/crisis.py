"""Somebody writes of harming themselves: as people here say it, found before anything else is read."""

import re

from bot.answers import normalise

_WISH = (
    r"mau|maunya|ingin|pengen|pengin|pingin|pgn|kepengen|kepingin|kepengin|niat|berniat|mending|mendingan"
    r"|lebih baik|rencana|kepikiran|terpikir|berpikir|mikir|pikiran|arep|pen|hayang|hoyong"
    r"|want to|wanna|going to"
)
_END = (
    r"bunuh diri|gantung diri|mati|meninggal aja|meninggal saja|mengakhiri hidup|akhiri hidup|ngakhiri hidup"
    r"|mengakhiri hidupku|akhiri semuanya|mengakhiri semuanya|paeh|modar|menyakiti diri|nyakitin diri"
    r"|melukai diri|lukai diri|kill myself|die|end my life|end it all|hurt myself|harm myself"
)
_BETWEEN = r"(?: (?:untuk|buat|nya|aja|saja|sih|ku|rasanya|cepat|cepet|segera|to))*"
_WISHES = re.compile(rf"\b(?:{_WISH}){_BETWEEN} (?:{_END})\b")
_SAID = re.compile(
    r"\b(?:(?:tidak|gak|ga|nggak|enggak|ngga|tak|ora|teu) (?:mau|ingin|pengen|sanggup|kuat|hayang) hidup"
    r"|(?:capek|cape|lelah|bosan|males|malas) hidup|minum (?:racun|baygon|obat nyamuk)"
    r"|(?:silet|sayat|menyayat|nyayat|iris) (?:tangan|nadi|urat)|kill(?:ing)? myself|suicidal"
    r"|(?:dont|do not) want to live)\b"
)
_NAMED = re.compile(r"\b(?:bunuh diri|gantung diri|suicide)\b")
_ABOUT_MONEY = re.compile(
    r"\b(?:santunan\w*|ditanggung|dapat|dapet|klaim\w*|cair\w*|manfaat\w*|warisan|bpjs|iuran\w*|covered|paid)\b"
)
_MACHINES = re.compile(
    r"\b(?:hp|hape|handphone|baterai|batre|lampu|listrik|mesin|motor|sinyal|kuota|paket|laptop|kapal)\b"
)


def is_crisis(text: str) -> bool:
    """Whether somebody may be about to harm themselves; in doubt they are, and a person looks.

    What the programme pays after a suicide may be asked about; a telephone that is about to "mati" is none.
    """
    said = normalise(text)
    if _SAID.search(said):
        return True
    if _WISHES.search(said):
        return bool(_NAMED.search(said)) or not _MACHINES.search(said)
    return bool(_NAMED.search(said)) and not _ABOUT_MONEY.search(said)
