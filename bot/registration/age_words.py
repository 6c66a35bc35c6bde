"""How people write an age: units, roundings and decades; the number words are those of amounts. Data only."""

from bot.answer_words import sayings

YEARS = sayings("tahun, taun, taon, thn, th, thun, tahon, tahunan, taunan, thnan, years, year, yrs, yo, old")
MONTHS = sayings("bulan, bln, sasih, wulan, months, month")
CENTURY, CENTURY_YEARS = sayings("abad, century"), 100
AROUND = sayings(
    """
    sekitar, sekitaran, kira, kira kira, kurang lebih, kurleb, kisaran, hampir, hampir hampir, menjelang,
    jelang, lebih, kurang, an, puluhan, about, around, almost, nearly, mau, jalan, masuk
    """
)
"""Beside these the number is only near: the group is confirmed."""
BORN = sayings("lahir, kelahiran, lahiran, lair, born, tahun lahir, in")
"""Beside a year of birth; without them a bare year is one, too."""
BELOW = sayings("di bawah, dibawah, kurang dari, belum, under, below, less than")
ABOVE = sayings("di atas, diatas, lebih dari, over, above, more than")
FILLERS = sayings(
    """
    umur, umurnya, umure, umurku, usia, usianya, yuswa, saya, aku, sy, kula, abdi, kulo, pak, bu, bapak, ibu,
    kak, mas, mbak, min, sekarang, skrg, saat ini, ini, ya, sih, udah, sudah, sdh, baru, am, my, age,
    is, i, m, of
    """
)
