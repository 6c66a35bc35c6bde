"""What came of a campaign: taps, stops, registrations and first payments, beside how many got it."""

from bot.campaigns.rendering import LABELS
from bot.programme.formats import number
from bot.quotes import lang_of
from bot.wording import Wording
from storage.campaign_taps import REPORT, STOP, count_registrations, count_taps
from storage.database import Transaction
from storage.ledger import count_by_state
from storage.models.campaigns import Campaign
from storage.models.messages import MessageState


async def results_text(tx: Transaction, *, words: Wording, campaign: Campaign) -> str:
    """As the database has it now: registrations go on coming for weeks."""
    lang = lang_of(words)
    counts, taps = await count_by_state(tx, campaign.id), await count_taps(tx, campaign.id)
    registered, paid = await count_registrations(tx, campaign.source_code) if campaign.source_code else (0, 0)
    buttons = "\n".join(
        words.label("campaigns-tapped", label=_label(words, button), count=number(count, lang))
        for button, count in sorted(taps.items())
        if button not in {STOP, REPORT}
    )
    return words.joined(
        words.render(
            "campaigns-came",
            sent=number(counts.get(MessageState.SENT, 0), lang),
            registered=number(registered, lang),
            paid=number(paid, lang),
            stops=number(taps.get(STOP, 0), lang),
            reports=number(taps.get(REPORT, 0), lang),
        ),
        buttons,
    )


def _label(words: Wording, button: str) -> str:
    known = {kind.value: key for kind, key in LABELS.items()}
    return words.label(known[button]) if button in known else button
