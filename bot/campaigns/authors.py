"""Whose hands a campaign went through: whoever wrote any part of it, or submitted it, does not let it go."""

from enum import StrEnum
from uuid import UUID

from bot.access import Permission, roles_with
from bot.campaigns.moves import CampaignRefused, Move
from storage.campaign_events import list_actors
from storage.database import Transaction
from storage.models.campaigns import Campaign
from storage.staff import list_staff


class Writing(StrEnum):
    """One change of a draft; also the kind of its event, which says who made it."""

    MADE = "made"
    COPIED = "copied"
    RENAMED = "renamed"
    TEXT_WRITTEN = "text written"  # words, file or buttons
    TEXT_REMOVED = "text removed"
    SEGMENT_CHOSEN = "segment chosen"
    START_PLANNED = "start planned"
    WAVES_PLANNED = "waves planned"


A_HAND_IN_IT = (*Writing, Move.SUBMIT)


async def list_authors(tx: Transaction, campaign: Campaign) -> frozenset[UUID | None]:
    """Whoever ever changed it as a draft, or submitted it; None among them is somebody who was erased."""
    actors = await list_actors(tx, campaign.id, [kind.value for kind in A_HAND_IN_IT])
    return frozenset({campaign.made_by, *actors})


async def list_deciders(tx: Transaction, campaign: Campaign) -> list[UUID]:
    """Everybody who may let it go: approvers who had no hand in it; nobody while an author is unknown."""
    authors = await list_authors(tx, campaign)
    if None in authors:
        return []
    staff = await list_staff(tx, roles_with(Permission.APPROVE))
    return [contact.id for contact, _ in staff if contact.id not in authors]


async def require_other_eyes(tx: Transaction, by: UUID, campaign: Campaign) -> None:
    """CampaignRefused("own") for its authors, ("gone") when one of them was erased."""
    authors = await list_authors(tx, campaign)
    if by in authors:
        raise CampaignRefused("own")
    if None in authors:
        raise CampaignRefused("gone")
