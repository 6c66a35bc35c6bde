"""Answers that end the form: once more asked about after consent, then said kindly."""

from bot.cases.asking import ask_person
from bot.cases.promises import tell_when
from bot.consents import answer_consent, newest, withdraw_consent
from bot.registration.ages import option_label
from bot.registration.drafts import Draft, drop_draft, form_of, go_on, is_on_behalf
from bot.registration.form import EXITS, FORM, HAND_OVERS, REGISTRATION
from bot.screens import Screen
from bot.telling import tell
from bot.visits import Visit
from handlers.registration.opening import with_draft
from handlers.routes import Routes
from storage.cases import find_open_case
from storage.consents import list_consents
from storage.models.cases import Case, CaseKind
from storage.models.consents import Purpose
from storage.types import JsonObject

SURE = "registration-sure"
WAY_OUT = "registration-out"
NOT_OURS_TO_RECORD = "own"  # the way out where the person concerned had themselves erased

READ_OUT = ("declined", "covered")
"""Ways out with other words for a volunteer who registers somebody else."""


async def leave_or_ask(visit: Visit, draft: Draft, question: str, value: str) -> None:
    """End the form; after consent, with name and phone perhaps given, only when the person says so again."""
    if draft.consented_at is not None:
        await visit.go(SURE, question=question, value=value, form=form_of(visit))
        return
    if question == "consent" and not is_on_behalf(visit):
        await answer_consent(visit, Purpose.REGISTRATION, granted=False, choice=value)
    await leave(visit, draft, EXITS[question, value])


async def sure_screen(visit: Visit, params: JsonObject) -> Screen:
    """What an answer would do to everything answered so far."""
    words = visit.words
    question, value = (str(params.get(name)) for name in ("question", "value"))
    answer = option_label(words, visit.service.facts_today, question, value)
    rows = (
        (words.button("registration-sure-back", REGISTRATION, "keep"),),
        (words.button("registration-sure-yes", REGISTRATION, "end"),),
        words.ways_out(),
    )
    return Screen(SURE, words.render("registration-sure", answer=answer), rows)


async def keep(visit: Visit, draft: Draft, _id: str) -> None:
    """The answers stay as they were."""
    await go_on(visit, draft, FORM.leave_edit(draft.state))


async def end(visit: Visit, draft: Draft, _id: str) -> None:
    """The answer stands, and ends the form."""
    question, value = (str(visit.place.params.get(name)) for name in ("question", "value"))
    if visit.place.screen != SURE or (question, value) not in EXITS:
        await visit.again()
    else:
        await leave(visit, draft, EXITS[question, value])


async def leave(visit: Visit, draft: Draft, way_out: str) -> None:
    """What was answered is forgotten, the consent to keep it ends with it, some are handed to a person."""
    if draft.consented_at is not None and not is_on_behalf(visit):
        await _withdraw(visit, way_out)
    is_read_out = is_on_behalf(visit)
    await drop_draft(visit)
    if way_out in HAND_OVERS:
        await ask_person(visit, CaseKind.AGE)
    await visit.go(WAY_OUT, way=way_out, read_out=is_read_out)


async def _withdraw(visit: Visit, way_out: str) -> None:
    for consent in newest(await list_consents(visit.tx, visit.contact.id)):
        if consent.purpose is Purpose.REGISTRATION and consent.granted:
            await withdraw_consent(visit, consent, choice=way_out)


async def way_out_screen(visit: Visit, params: JsonObject) -> Screen:
    """Why the form ends here, and what to do instead."""
    words, way = visit.words, str(params.get("way"))
    phone = visit.service.call_centre
    if params.get("read_out") and way in READ_OUT:
        text = words.render(f"onbehalf-out-{way}", phone=phone)
    else:
        today = visit.service.facts_today
        text = tell(words, today, f"registration-out-{way}", phone=phone)
    text = words.joined(text, await tell_when(visit, await _case(visit, way)))
    is_invited = way == "declined" and not params.get("read_out")
    rows = (
        *(((words.button("home-register", REGISTRATION, "start"),),) if is_invited else ()),
        (words.button("home-benefits", "programme", "benefits"),),
        words.ways_out(),
    )
    return Screen(WAY_OUT, text, rows)


async def _case(visit: Visit, way_out: str) -> Case | None:
    return await find_open_case(visit.tx, visit.contact.id) if way_out in HAND_OVERS else None


def register(routes: Routes) -> None:
    routes.screen(SURE, sure_screen)
    routes.screen(WAY_OUT, way_out_screen)
    routes.action(REGISTRATION, "keep", with_draft(keep))
    routes.action(REGISTRATION, "end", with_draft(end))
