"""Who writes of harming themselves is found, as people write it; who tells of a machine is not."""

import pytest

from bot.cases.crisis import is_crisis


@pytest.mark.parametrize(
    "said",
    [
        "saya mau bunuh diri",
        "Pengen mati aja rasanya",
        "udah capek hidup",
        "aku gak mau hidup lagi",
        "mending mati daripada begini",
        "hayang paeh",
        "kepikiran bunuh diri terus pak",
        "saya pengeeen matiii",
        "ada niat mengakhiri hidup",
        "kalau saya mau bunuh diri apakah keluarga dapat santunan",
        "teman saya bunuh diri",
        "I want to kill myself",
        "minum racun aja kali ya",
        "lebih baik saya mati",
        "kalau saya bunuh diri keluarga dapat berapa",
        "suami saya bunuh diri, apakah dapat santunan",
        "bunuh diri dapat santunan gak",
        "hidup saya sudah gak ada gunanya",
        "saya lebih berguna kalau mati",
        "saya ingin menyusul almarhum istri",
        "buat apa hidup",
        "aku wis ora kuat urip",
        "rasanya pengen ngilang dari dunia ini",
        "pingin bundir",
        "mau loncat dari jembatan",
        "life is not worth living",
        "I can't go on living",
        "i have no reason to live",
        "udah gak kuat lagi hidup begini",
        "motor saya ditarik leasing, saya mau mati saja",
        "hp saya hilang pengen mati aja",
        "kuota habis, hidup susah, pengen mati aja",
        "saya mau mati, tidak ada listrik tidak ada uang",
        "suami saya bunuh diri karena iuran",
    ],
)
def test_it_is_found(said: str) -> None:
    """In doubt a person looks."""
    assert is_crisis(said)


@pytest.mark.parametrize(
    "said",
    [
        "hp saya mau mati nanti saya lanjut",
        "kalau peserta mati dapat berapa",
        "suami saya meninggal kemarin",
        "mati lampu di rumah",
        "katanya mau mati listrik",
        "BPJS saya mau mati, gimana ya?",
        "kartu BPJS saya juga mau mati",
        "kepesertaan mau mati bulan depan",
        "SIM mau mati",
        "biaya hidup saya berapa",
        "motor mati mesinnya",
        "kalau mati dapat berapa",
        "hidup di Pontang",
        "mau daftar",
        "mau ganti diri sendiri",
        "saya hidup sendiri",
        "",
    ],
)
def test_it_is_not_seen_where_it_is_not(said: str) -> None:
    """What broke, what ends, and a death in the family are answered as ever."""
    assert not is_crisis(said)
