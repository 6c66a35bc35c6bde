"""The link by which a worker takes over what a volunteer recorded for them."""

from bot.consents import TAKEN_OVER, answer_consent
from bot.errors import NotFound
from bot.leads.claims import LINK, ClaimRefused, claim, open_claim
from bot.registration.form import REGISTRATION
from bot.screens import Screen
from bot.visits import HOME, Visit
from handlers.routes import Routes
from storage.leads import find_lead_by_number
from storage.models.consents import Purpose
from storage.types import JsonObject

CLAIM = "claim"
CLAIMED = "claimed"


async def claim_screen(visit: Visit, params: JsonObject) -> Screen:
    """Asks for the two words; says nothing of the record before they are right."""
    words = visit.words
    try:
        await open_claim(visit, str(params.get("code")))
    except NotFound:
        return Screen(CLAIM, words.render("claims-over"), (words.ways_out(),))
    return Screen(CLAIM, words.render("claims-ask"), (words.ways_out(),))


async def read_words(visit: Visit, text: str) -> bool:
    """Right: the record is theirs. Wrong: said kindly, and counted."""
    try:
        card = await open_claim(visit, str(visit.place.params.get("code")))
        await claim(visit, card, text)
    except ClaimRefused:
        await visit.again(visit.words.render("claims-wrong"), failed=True)
    except NotFound:
        await visit.again()
    else:
        await visit.go(CLAIMED, number=card.lead.number, called=card.name)
    return True


async def claimed_screen(visit: Visit, params: JsonObject) -> Screen:
    """It is theirs: seen by /data_saya, put right by the form, erased by /hapus_data; they are asked anew."""
    words = visit.words
    text = words.render("claims-done", name=str(params.get("called")), number=str(params.get("number")))
    agree = words.button("claims-agree", REGISTRATION, "take-consent-over")
    correct = words.button("claims-correct", REGISTRATION, "start")
    asked = words.joined(text, words.render(TAKEN_OVER))
    return Screen(CLAIMED, asked, ((agree,), (correct,), words.ways_out()))


async def take_consent_over(visit: Visit, _id: str) -> None:
    """What was read out to them is their own word from now on; NotFound for a record that is not theirs."""
    card = await find_lead_by_number(visit.tx, str(visit.place.params.get("number")))
    if visit.place.screen != CLAIMED or card is None or card.lead.contact_id != visit.contact.id:
        raise NotFound("nothing of theirs")
    choice = card.lead.routing.value
    await answer_consent(visit, Purpose.REGISTRATION, granted=True, choice=choice, key=TAKEN_OVER)
    await visit.go(HOME, thanks=True)


def register(routes: Routes) -> None:
    routes.screen(CLAIM, claim_screen, read_words)
    routes.screen(CLAIMED, claimed_screen)
    routes.action(REGISTRATION, "take-consent-over", take_consent_over)
    routes.screens.link(LINK, CLAIM)
