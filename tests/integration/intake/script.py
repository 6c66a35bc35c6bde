"""What one person writes, and how the state it leads to is compared."""

from typing import Any

from sqlalchemy import text

from storage.contacts import find_by_telegram_id
from storage.conversations import find_draft, find_place
from storage.submissions import list_submissions
from tests.integration.house_stage import Stage

REGISTRATION = (
    "/daftar",
    "petani",
    "18 - 39",
    "belum",
    "kantor",
    "Sari Wulandari",
    "0812 3456 7801",
    "saya sendiri",
    "desa pontang",
    "Betul",
    "rt 03 rw 05",
    "pagi",
)
SEND = "Kirim"
WANDERING = (
    "/start",
    "/iuran",
    "/manfaat",
    *REGISTRATION[:4],
    "kembali",
    "apa ini",
    "belum",
    "Berhenti dulu",
    "/status",
    "/daftar",
    "kantor",
    "12",
    "kembali",
    "kantor",
    "/privasi",
    "/daftar",
    "Sari Wulandari",
    "tidak punya",
    "+62 812-3456-7801",
    "Keluarga saya",
    "kembali",
    "saya sendiri",
    "zzzzz",
    "desa pontang",
    "Bukan",
    "desa pontang",
    "Betul",
    "rt 03 rw 05",
    "malam",
    "pagi",
    "/data_saya",
    "/daftar",
    "hmm",
    "/bahasa",
    "/daftar",
    SEND,
    "/status",
    "/bantuan",
    "/bantuan",
    "/musibah",
    "/iuran",
    "/berhenti",
    "/start",
    *REGISTRATION,
    "kembali",
    "sore",
)
PASSING_BY = ("/start", "/iuran", "/daftar", "nelayan", "40 - 63", "tidak tahu", "/status", "/daftar", "halo")


async def state_of(stage: Stage, who: int) -> dict[str, Any]:
    """Everything a person's updates led to, but for what chance and time give."""
    async with stage.house.database.transaction(read_only=True) as tx:
        contact = await find_by_telegram_id(tx, who)
        assert contact is not None
        place = await find_place(tx, contact.id)
        draft = await find_draft(tx, contact.id, "registration")
        sent = await list_submissions(tx, contact.id)
        mine = text("SELECT count(*) FROM support_case WHERE contact_id = :id").bindparams(
            id=contact.id.hex if tx.is_sqlite else contact.id
        )
        cases = (await tx.execute(mine)).scalar_one()
    assert place is not None
    return {
        "place": (place.screen, sorted(place.params), place.version, place.failures),
        "draft": draft and draft.state,
        "sent": [item.answers for item in sent],
        "opted out": contact.opted_out_at,
        "cases": cases,
    }
