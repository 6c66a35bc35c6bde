"""Four eyes: a campaign is submitted, and another person than its authors lets it go, or does not."""

from uuid import UUID

from bot.campaigns.audience import rule_for, terms_for
from bot.campaigns.authors import require_other_eyes
from bot.campaigns.moves import CampaignRefused, Move, apply_move
from bot.errors import NotAllowed
from bot.service import Service
from bot.texts.render import DEFAULT_LANGUAGE
from storage.audiences import has_audience
from storage.campaign_texts import copy_texts, list_texts
from storage.campaigns import seal_decision_note
from storage.database import Transaction
from storage.models.campaigns import Campaign
from storage.models.sources import Source, SourceKind
from storage.sources import add_source

SOURCE_PREFIX = "siar-"  # whoever registers from a campaign came from `siar-<number>`


async def submit_campaign(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> Campaign:
    """Ask for a decision.

    CampaignRefused: "no-text" without one in the fallback language, "nobody" when nobody may have it.
    """
    texts = await list_texts(tx, campaign.id, campaign.text_version)
    if not any(text.language == DEFAULT_LANGUAGE for text in texts):
        raise CampaignRefused("no-text")
    now = service.clock.now()
    if not await has_audience(tx, rule_for(campaign), terms_for(service, now), now):
        raise CampaignRefused("nobody")
    columns = {"submitted_at": now, "made_by": campaign.made_by or by}
    return await apply_move(tx, service, campaign, Move.SUBMIT, by=by, columns=columns)


async def return_campaign(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, reason: str
) -> Campaign:
    """Give it back to its maker, as a draft of a newer version; what was submitted stays as it was."""
    version = campaign.text_version + 1
    columns = {**_decided(tx, service, by, campaign, reason), "text_version": version}
    changed = await apply_move(
        tx, service, campaign, Move.RETURN, by=by, columns=columns, details=_why(reason)
    )
    await copy_texts(tx, (campaign.id, campaign.text_version), (campaign.id, version))
    return changed


async def withdraw_campaign(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> Campaign:
    """Its maker takes it back before anybody decided; NotAllowed for everybody else."""
    if campaign.made_by != by:
        raise NotAllowed
    return await return_campaign(tx, service, by, campaign, "")


async def refuse_campaign(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, reason: str
) -> Campaign:
    """Say no, for good."""
    columns = _decided(tx, service, by, campaign, reason)
    return await apply_move(tx, service, campaign, Move.REFUSE, by=by, columns=columns, details=_why(reason))


async def approve_campaign(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> Campaign:
    """Let it go: text and audience are frozen from here on; it starts when it was planned to.

    CampaignRefused("own") for whoever had a hand in it: four eyes, whatever role they have.
    """
    await require_other_eyes(tx, by, campaign)
    source = await _source(tx, service, campaign)
    columns = {**_decided(tx, service, by, campaign, ""), "source_code": source}
    approved = await apply_move(tx, service, campaign, Move.APPROVE, by=by, columns=columns)
    if approved.starts_at is None:
        return approved
    return await apply_move(tx, service, approved, Move.SCHEDULE, by=by)


def _decided(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, reason: str
) -> dict[str, object]:
    note = seal_decision_note(tx, campaign.id, reason) if reason else None
    return {"decided_by": by, "decided_at": service.clock.now(), "decision_note": note}


def _why(reason: str) -> dict[str, object] | None:
    return {"reason": reason} if reason else None


async def _source(tx: Transaction, service: Service, campaign: Campaign) -> str:
    """The campaign as a source, so that registrations and first payments are known to be its."""
    code = f"{SOURCE_PREFIX}{campaign.number}"
    source = Source(code=code, label=campaign.name, kind=SourceKind.CAMPAIGN, created_at=service.clock.now())
    await add_source(tx, source)
    return code
