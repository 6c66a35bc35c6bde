"""Where a registration stands, as its worker was told last: /status says nothing else."""

from bot.leads.stages import is_untaken
from bot.leads.worker_news import taken_text
from bot.service import Service
from bot.telling import tell
from bot.texts import Markup
from bot.wording import Wording
from storage.database import Transaction
from storage.leads import LeadCard
from storage.models.leads import LeadState as S

NEWS = {S.READY: "ready", S.REGISTERED: "registered"}
"""States whose news hold as long as they last, by the outcome that told them."""

STANDING = {
    S.PAID: "paid",
    S.CONFIRMED: "confirmed",
    S.UNREACHED: "unreached",
    S.DECLINED: "closed",
    S.COVERED: "closed",
    S.WRONG: "closed",
}
"""States whose news asked something below them, or that nobody was told of."""


async def find_standing_text(tx: Transaction, service: Service, words: Wording, card: LeadCard) -> Markup:
    """What the worker of a lead knows of it; empty as long as nobody has taken it."""
    state = card.lead.state
    if state in NEWS:
        return tell(words, service.facts_today, f"news-{NEWS[state]}", phone=service.call_centre)
    if state in STANDING:
        return words.render(f"status-is-{STANDING[state]}")
    if await is_untaken(tx, card.lead):
        return Markup("")
    return await taken_text(tx, words, card)
