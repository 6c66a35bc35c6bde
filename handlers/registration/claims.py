"""The link by which a worker takes over what a volunteer recorded for them."""

from bot.errors import NotFound
from bot.leads.claims import LINK, ClaimRefused, claim, open_claim
from bot.registration.form import REGISTRATION
from bot.screens import Screen
from bot.visits import Visit
from handlers.routes import Routes
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
    """It is theirs: seen with /data_saya, put right by registering again, erased with /hapus_data."""
    words = visit.words
    text = words.render("claims-done", name=str(params.get("called")), number=str(params.get("number")))
    correct = words.button("claims-correct", REGISTRATION, "start")
    return Screen(CLAIMED, text, ((correct,), words.ways_out()))


def register(routes: Routes) -> None:
    routes.screen(CLAIM, claim_screen, read_words)
    routes.screen(CLAIMED, claimed_screen)
    routes.screens.link(LINK, CLAIM)
