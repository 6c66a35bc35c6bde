"""Registering somebody without Telegram: consent is read out, and recorded with who read it."""

from dataclasses import replace

from bot.cases.asking import ask_person
from bot.cases.relay import say_to_staff
from bot.consents import TEXT_VERSION, consent_key
from bot.desk import Desk
from bot.errors import NotFound, OwnConsentNeeded, Stale
from bot.gatherings.counting import update_count
from bot.gatherings.sessions import find_hosted, find_origin
from bot.leads.assigning import assign_lead, assign_to
from bot.leads.claims import LINK
from bot.leads.merging import stands_for
from bot.leads.reviewing import plan_review
from bot.leads.taking import take_lead
from bot.names import same_name_key
from bot.registration.ages import option_label
from bot.registration.answers import plain_text
from bot.registration.drafts import Draft, drop_draft
from bot.registration.form import FORM
from bot.registration.submission import Sender, lead_from_answers
from bot.visits import Visit
from storage.case_words import NewWords
from storage.erasures import is_lead_suppressed
from storage.lead_events import add_event
from storage.leads import NewLead, add_lead, find_lead, find_same_lead
from storage.models.cases import CaseKind, WordsForm
from storage.models.gatherings import Gathering
from storage.models.leads import Lead, LeadEventKind, Routing
from storage.numbers import unused_number
from storage.volunteers import find_volunteer_of

NOBODY = 0  # no account has this id: whoever erased it, only they themselves come back
TOLD_TO_STAFF = ("name", "phone", "village", "neighbourhood", "occupation", "work")
"""What a card has room for, what is needed most before the rest."""


async def submit_on_behalf(visit: Visit, draft: Draft) -> str:
    """Record the lead of a worker without Telegram, owned by whoever registered them; its number.

    The same phone and name make no second lead: the number is the first one's. Stale: the form is not
    complete. OwnConsentNeeded: the worker had themselves erased, and only they come back. NotFound: the
    person is not in the field.
    """
    answers = draft.state.answers
    if not FORM.is_complete(draft.state) or draft.consented_at is None:
        raise Stale
    phone, name_key = str(answers["phone"]), same_name_key(str(answers["name"]))
    if await is_lead_suppressed(visit.tx, phone, name_key, but_by=NOBODY):
        raise OwnConsentNeeded
    hosted = await find_hosted(visit)
    new = await _new_lead(visit, draft, hosted)
    lead = await add_lead(visit.tx, new, await unused_number(visit.tx), visit.now)
    if lead is None:
        lead = await find_same_lead(visit.tx, phone, name_key)
        lead = await stands_for(visit.tx, lead) if lead else None
    else:
        await _record(visit, lead, str(answers["consent"]), shows_card=hosted is None)
        await plan_review(visit.tx, lead, visit.now)
        if hosted is not None:
            await update_count(visit.tx, hosted, visit.now)
    await drop_draft(visit)
    if lead is None:
        raise Stale
    return lead.number


async def _new_lead(visit: Visit, draft: Draft, hosted: Gathering | None) -> NewLead:
    """The lead is nobody's account; at a group night it came by way of that."""
    code = hosted.code if hosted else None
    origin = await find_origin(visit.tx, code, visit.now)
    return replace(
        lead_from_answers(draft.state.answers, Sender(visit.contact.id, code, code)),
        contact_id=None,
        recorded_by=visit.contact.id,
        group_id=origin.group_id,
        gathering_id=origin.gathering_id,
    )


async def _record(visit: Visit, lead: Lead, choice: str, *, shows_card: bool) -> None:
    """The consent with its words and who read them out; the lead is its recorder's, and taken already."""
    volunteer = await find_volunteer_of(visit.tx, visit.contact.id)
    details: dict[str, object] = {
        "consent": choice,
        "text_version": TEXT_VERSION,
        "text_hash": visit.service.texts.hash(visit.language, consent_key(on_behalf=True)),
        "language": visit.language,
    }
    await add_event(
        visit.tx,
        lead.id,
        LeadEventKind.REGISTERED_ON_BEHALF,
        visit.now,
        actor=visit.contact.id,
        details=details,
    )
    if volunteer is None or lead.routing is Routing.OFFICE:
        await assign_lead(visit.tx, visit.service, lead, visit.now, actor=visit.contact.id)
        return
    own = await assign_to(
        visit.tx, lead, volunteer.volunteer.id, visit.now, kind=LeadEventKind.ASSIGNED, actor=visit.contact.id
    )
    card = await find_lead(visit.tx, own.id)
    if card is None:
        raise NotFound("the lead is gone")
    await take_lead(Desk.of(visit), card, shows_card=shows_card)


async def hand_over_neighbour(visit: Visit, draft: Draft, *, age: str) -> None:
    """A person takes over whom the volunteer cannot register: staff read whose neighbour it is.

    What the neighbour answered goes with it if they agreed to that; before, only the age that it is about.
    """
    words = visit.words
    volunteer = await find_volunteer_of(visit.tx, visit.contact.id)
    name = volunteer.name if volunteer else visit.telegram_name
    told = option_label(words, visit.service.facts_today, "age", age)
    said = [words.label("onbehalf-handed-over", name=name, age=told)]
    if draft.consented_at is not None:
        said.append(plain_text(words, visit.service, draft.state.answers, *TOLD_TO_STAFF))
    case = await ask_person(visit, CaseKind.AGE)
    for text in filter(None, said):
        await say_to_staff(Desk.of(visit), case.id, NewWords(WordsForm.TEXT, text))


def claim_code(visit: Visit, lead: Lead) -> str:
    """The payload of the link by which the worker may take the record over later."""
    return f"{LINK}{lead.number}_{visit.tx.keys.blind_index(LINK, str(lead.id))[-20:]}"
