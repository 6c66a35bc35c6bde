"""What campaigns say: a text a language and version, written while it is a draft and never after."""

import hashlib
import json
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import col, delete, select

from storage.database import Transaction
from storage.inserts import insert_many, upsert
from storage.models.base import snapshot
from storage.models.campaigns import CampaignText
from storage.types import JsonObject


@dataclass(frozen=True, slots=True)
class NewText:
    """One language's words, file and buttons, as bot.campaigns.content writes them."""

    language: str
    html: str
    media: JsonObject | None = None
    buttons: list[JsonObject] = field(default_factory=list)

    def hash(self) -> str:
        """A fingerprint of all of it: what was approved can be told from what was sent."""
        plain = json.dumps([self.html, self.media, self.buttons], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(plain.encode()).hexdigest()


async def put_text(tx: Transaction, campaign_id: UUID, text_version: int, new: NewText) -> None:
    """Write a language's text of a version, in place of what it said before."""
    values = {
        "campaign_id": campaign_id,
        "text_version": text_version,
        "language": new.language,
        "html": new.html,
        "media": new.media,
        "buttons": new.buttons,
        "text_hash": new.hash(),
    }
    await upsert(tx, CampaignText, values, key=("campaign_id", "text_version", "language"))


async def drop_text(tx: Transaction, campaign_id: UUID, text_version: int, language: str) -> bool:
    """Take a language out of a version; whether it was in it."""
    statement = delete(CampaignText).where(
        col(CampaignText.campaign_id) == campaign_id,
        col(CampaignText.text_version) == text_version,
        col(CampaignText.language) == language,
    )
    return await tx.changed(statement) == 1


async def list_texts(tx: Transaction, campaign_id: UUID, text_version: int) -> list[CampaignText]:
    """A version's texts, by language."""
    query = select(CampaignText).where(
        col(CampaignText.campaign_id) == campaign_id, col(CampaignText.text_version) == text_version
    )
    rows = (await tx.execute(query.order_by(col(CampaignText.language)))).scalars()
    return [snapshot(row) for row in rows]


async def copy_texts(tx: Transaction, source: tuple[UUID, int], target: tuple[UUID, int]) -> None:
    """Copy a version's texts to another campaign, or to a newer version of the same one."""
    campaign_id, version = target
    rows = [
        {**text.model_dump(), "campaign_id": campaign_id, "text_version": version}
        for text in await list_texts(tx, *source)
    ]
    await insert_many(tx, CampaignText, rows)
