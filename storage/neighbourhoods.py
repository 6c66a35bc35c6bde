"""RW and RT numbers of a village, as far as leads and volunteers have told them."""

from sqlmodel import col, select, union

from storage.database import Transaction
from storage.models.leads import Lead
from storage.models.volunteers import Posting


async def list_neighbourhoods(tx: Transaction, village_code: str) -> list[tuple[str, str]]:
    """Each RW with each RT that is known in it, of three digits and in order; no RT is empty."""
    of_leads = select(Lead.rw, Lead.rt).where(col(Lead.village_code) == village_code)
    of_postings = select(Posting.rw, Posting.rt).where(col(Posting.area_code) == village_code)
    rows = (await tx.execute(union(of_leads, of_postings))).all()
    return sorted({(str(rw), str(rt or "")) for rw, rt in rows if rw})
