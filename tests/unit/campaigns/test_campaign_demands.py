"""What we promised never to ask for is asked for by no campaign, and every campaign may warn of it."""

import pytest

from bot.campaigns.policy import policy_for
from tests.unit.campaigns.composing import codes, refusals, service, words

ASKS = (
    "Kirim kode OTP dan PIN ke petugas kami, lalu transfer uang iuran ke petugas.",
    "Balas pesan ini dengan kode OTP yang masuk ke HP Bapak.",
    "Mohon sebutkan PIN ATM untuk pencairan.",
    "Kode OTP-nya dikirim ke admin ya.",
    "Masukkan kata sandi JMO di sini",
    "Petugas kami akan meminta kode verifikasi.",
    "KIRIM O.T.P SEKARANG",
    "Kirim 0TP ke sini",
    "Ketik P I N kartu Bapak, lalu balas",
    "Siapkan PIN dan nomor kartu ATM",
    "Jangan khawatir, kirim kode OTP ke petugas kami.",
    "Jangan lupa kirim OTP ke petugas.",
    "Kami tidak pernah minta password, tapi kirim PIN Bapak.",
    "Jangan kirim OTP ke orang lain, kirim ke petugas kami saja.",
    "Jangan beri OTP kecuali ke petugas kami.",
    "Supaya aman dari penipu, petugas meminta OTP Bapak.",
    "Hati-hati penipuan! Kirimkan OTP ke petugas resmi.",
    "Kalau diminta OTP oleh petugas kami, berikan saja.",
    "Foto kartu ATM dan CVV, kirim ke sini",
    "Isi kode yang masuk lewat SMS",
    "Kirim\nkode\nOTP",
    "Bapak akan menerima SMS berisi kode 6 digit. Sebutkan ke petugas kami.",
    "OTP: kirim ke sini",
    "Tf ke gopay admin",
    "Transfer iuran ke rekening petugas",
    "Setor uang iuran kepada relawan kami",
    "Bayar iuran langsung ke saya",
    "Titip uang lewat petugas juga bisa",
    "Send your OTP to our officer.",
    "Reply with the PIN of your card",
    "We need your password to register you.",
    "Please tell us the verification code",
    "Do not worry, share your OTP with us.",
    "Transfer the contribution to our officer",
    "Never share your PIN except with our staff.",
    "Don’t wait: enter your password here",
)
WARNS = (
    "Kami tak pernah minta OTP.",
    "Kami tidak pernah meminta OTP, PIN, sandi, nomor kartu ATM, atau transfer ke rekening pribadi.",
    "Jangan kirim OTP, PIN, atau kata sandi kepada siapa pun.",
    "OTP itu rahasia, jangan dibagikan.",
    "PIN dan OTP tidak boleh diberikan kepada siapa pun.",
    "Tidak ada petugas kami yang meminta OTP.",
    "Kalau ada yang minta OTP, itu penipu.",
    "Siapa pun yang menyuruh kirim OTP adalah penipu.",
    "Penipu sering minta kode OTP. Tutup teleponnya, lapor ke 175.",
    "Jangan transfer ke petugas; bayar di kanal resmi.",
    "Bayar iuran hanya lewat kanal resmi, bukan ke petugas.",
    "Petugas kami tidak menerima uang. Jangan titip uang lewat petugas.",
    "Daftar tanpa kirim OTP, cukup KTP.",
    "Tidak perlu kirim PIN.",
    "Kami tidak akan pernah menelepon untuk meminta PIN.",
    "Waspada! Ada yang minta OTP? Itu penipu. Tulis ke sini.",
    "Petugas kami tidak minta OTP, tidak minta PIN, dan tidak minta transfer.",
    "Tunjukkan kode QR ini di balai desa.",
    "Kirim foto KTP ke kantor. Tulis kode pos dan alamat.",
    "Lupa password JMO? Tanya di kantor.",
    "Kami minta maaf, kantor tutup hari ini. Kirim pertanyaan ke sini.",
    "We never ask for your OTP, PIN or password.",
    "Do not share your PIN with anyone.",
    "Never send an OTP to anybody.",
    "If anyone asks for your OTP, it is a fraud.",
    "No officer of ours will ever ask for your password or a personal transfer.",
    "Show this QR code at the village hall, and ask us anything.",
)


@pytest.mark.parametrize("html", ASKS)
def test_a_text_that_asks_for_it_is_refused(html: str) -> None:
    """However it is spelled, and whatever soothing words stand before it."""
    assert "demand" in codes(html)


@pytest.mark.parametrize("html", WARNS)
def test_a_text_that_warns_of_it_is_let_through(html: str) -> None:
    """Warnings are what people need most."""
    assert refusals(html) == ()


@pytest.mark.parametrize("language", ["id", "en"])
def test_our_own_promise_may_be_sent(language: str) -> None:
    """What everybody reads first is a warning, too."""
    assert "demand" not in codes(words(language).render("home-greeting", phone="175"))


@pytest.mark.parametrize(
    ("html", "instead"),
    [
        ("Iuran cuma Rp1.000 sebulan", "{iuran}, {iuran_ojek}"),
        ("Cukup bayar 8.400 per bulan", "{iuran}, {iuran_ojek}"),
        ("Iurannya? Hanya 16 ribu!", "{iuran}, {iuran_ojek}"),
        ("Iuran seribu rupiah", "{iuran}, {iuran_ojek}"),
        ("Santunan Rp900 juta", "{santunan}, {santunan_kerja}"),
        ("Ahli waris menerima 42 juta rupiah", "{santunan}, {santunan_kerja}"),
        ("Beasiswa sampai Rp174 juta", "{beasiswa}"),
        ("Pay only Rp8,400 a month", "{iuran}, {iuran_ojek}"),
        ("A grant of 42 million", "{santunan}, {santunan_kerja}"),
    ],
)
def test_a_typed_sum_of_the_programme_is_refused_with_the_field(html: str, instead: str) -> None:
    """The field brings the figure of the day, with its date or its condition."""
    [refusal] = [one for one in refusals(html) if one.code == "sum"]
    assert refusal.instead == instead


@pytest.mark.parametrize(
    "html",
    [
        "Iuran {iuran}, santunan {santunan}.",
        "Parkir di balai desa Rp2.000.",
        "Di Kab. Serang Rp650.459.000.000 sudah dibayarkan.",
        "Sudah 2 juta pekerja membayar iuran {iuran}.",
        "Iuran dibayar 12 bulan, kumpul jam 19.30.",
    ],
)
def test_other_sums_are_nobody_s_business(html: str) -> None:
    """What is no figure of the programme stays for the approver to read."""
    assert "sum" not in codes(html)


@pytest.mark.parametrize(
    "html", ["Santunan dijamin pasti cair!", "Pasti dapat, tanpa syarat", "Payout guaranteed"]
)
def test_certainty_is_promised_to_nobody(html: str) -> None:
    """Every benefit has its conditions."""
    assert "promise" in codes(html)


def test_everything_in_the_line_that_started_it_is_told_at_once() -> None:
    """The sum of the contribution, that of the grant, and the promise."""
    found = refusals("Iuran cuma Rp1.000 sebulan, santunan Rp900 juta dijamin pasti cair!")
    assert [(one.code, one.what) for one in found if one.code == "sum"] == [
        ("sum", "rp1.000"),
        ("sum", "rp900 juta"),
    ]
    assert "promise" in {one.code for one in found}


def test_staff_can_see_the_lists() -> None:
    """Nobody need guess; the screen fits into one message."""
    policy = policy_for(service())
    card = words().render(
        "campaigns-rules-card",
        hosts="x",
        shorteners=", ".join(policy.file.shorteners),
        words=", ".join(policy.words),
        secrets=", ".join((*policy.file.demands.spelled, *policy.file.demands.things)),
        payees=", ".join(policy.file.demands.payees),
        promises=", ".join(policy.file.promises.words),
        sums=", ".join(word for _, near in policy.file.sums.fields for word in near),
        documents="pdf",
    )
    assert "otp" in card
    assert "pasti cair" in card
    assert len(card) < 4096
