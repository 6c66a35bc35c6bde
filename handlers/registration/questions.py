"""The registration's screens: each question, what is to be confirmed, and the summary."""

from collections.abc import Callable
from datetime import timedelta

from bot.addresses import choice_name
from bot.answer_words import DONE, NO, NOT_YET, UNKNOWN, WILLING, YES
from bot.consents import consent_key
from bot.forms import SUMMARY, FormState, Question
from bot.programme.contributions import group_for
from bot.programme.facts import FactsOnDay
from bot.quotes import quote_line
from bot.registration.ages import age_years, option_label
from bot.registration.answers import answered, summary_lines, topic_of
from bot.registration.drafts import Draft, form_of, is_for_family, is_on_behalf, offered_name, open_draft
from bot.registration.form import ABOUT_THE_WORKER, AGES, FORM, REGISTRATION
from bot.registration.occupations import OCCUPATION_SAYINGS
from bot.screens import GET_HELP, Action, Button, ContactRequest, Rows, Screen, in_rows
from bot.settings import LIFETIMES
from bot.texts import Markup
from bot.visits import Visit
from handlers.picker import area_rows
from storage.types import JsonObject

READ_OUT = ("name", "phone", "village")
"""Questions that speak of buttons and of typing: whoever reads them out to a worker has other words."""

OF_FAMILY = (*ABOUT_THE_WORKER, "village")
"""Questions that speak of somebody else once a family member is registered."""

SAYINGS = {"yes": YES | DONE, "no": NO | NOT_YET, "unknown": UNKNOWN, **OCCUPATION_SAYINGS}
"""What may be typed for options, by their key, whatever the question and the language of the screen."""
FACTS = frozenset({"covered", "employees"})
"""Questions that ask what is so: "lanjut" is no answer to them."""


async def registration_screen(visit: Visit, params: JsonObject) -> Screen:
    """Where the person is in the form."""
    draft = await open_draft(visit)
    state = draft.state
    if state.question == SUMMARY:
        return _summary(visit, state, changing=bool(params.get("changing")))
    question = FORM.question(state.question)
    keyboard = None
    if question.id == "phone" and not state.offer and not is_on_behalf(visit):
        keyboard = ContactRequest(visit.words.label("registration-phone.share"))
    text = visit.words.joined(_lapse_text(visit, draft), _text(visit, state, question))
    return Screen(form_of(visit), text, _rows(visit, state, question), keyboard)


def _lapse_text(visit: Visit, draft: Draft) -> str:
    """What became of the answers given before, in the visit in which it is found out."""
    if draft.lapse is None:
        return ""
    hours, days = LIFETIMES.unconsented_answers // timedelta(hours=1), LIFETIMES.unfinished_forms.days
    return visit.words.render(f"registration-lapse-{draft.lapse}", hours=str(hours), days=str(days))


def _text(visit: Visit, state: FormState, question: Question) -> Markup:
    words = visit.words
    step = words.render("registration-step", step=str(question.step), steps=str(FORM.steps))
    return words.joined(step, _question_text(visit, state, question))


def _question_text(visit: Visit, state: FormState, question: Question) -> Markup:
    words = visit.words
    if len(state.offer) == 1:
        said = state.aside.get("work") or _spoken(visit, question, state.offer[0])
        return words.render("registration-right", answer=str(said))
    if state.offer:
        return words.render("registration-which")
    if state.path:
        return words.render("registration-pick")
    special = _SPECIAL_TEXTS.get(question.id)
    return special(visit, state) if special else _asked_of(visit, state, question)


def _asked_of(visit: Visit, state: FormState, question: Question) -> Markup:
    """The question in the words for whom it is about: oneself, a neighbour, somebody in the family."""
    words = visit.words
    if is_on_behalf(visit) and question.id in READ_OUT:
        return words.render(f"onbehalf-{question.id}")
    if is_for_family(state) and question.id in OF_FAMILY:
        return words.render(f"registration-family-{question.id}")
    return words.render(f"registration-{question.id}")


def _theirs_text(visit: Visit, state: FormState) -> Markup:
    """What was answered before it was known whom it is about."""
    told = summary_lines(visit.words, visit.service, state.answers, only=ABOUT_THE_WORKER)
    return visit.words.joined(told, visit.words.render("registration-theirs"))


def _consent_text(visit: Visit, state: FormState) -> Markup:
    """What it gives and costs this occupation this month, then what is recorded and who answers for it."""
    words, branch = visit.words, visit.service.branch
    occupation, has_employees = state.answers.get("occupation"), state.answers.get("employees") == "yes"
    group = group_for(str(occupation), has_employees=has_employees)
    quote = quote_line(words, visit.service, group, visit.service.today())
    consent = words.render(
        consent_key(on_behalf=is_on_behalf(visit)),
        controller=branch.controller.name or branch.name,
        contact=branch.controller.contact or visit.service.call_centre,
        months=branch.retention.lead_months,
    )
    return words.joined(words.render("registration-gives"), quote, consent)


_SPECIAL_TEXTS: dict[str, Callable[[Visit, FormState], Markup]] = {
    "consent": _consent_text,
    "theirs": _theirs_text,
}


def _spoken(visit: Visit, question: Question, value: str) -> str:
    if question.id == "village":
        return choice_name(visit.words, visit.service.places, value)
    if question.options:
        return option_label(visit.words, visit.service.facts_today, question.id, value)
    return value


def _rows(visit: Visit, state: FormState, question: Question) -> Rows:
    return (*_answer_rows(visit, state, question), *navigation(visit))


def _answer_rows(visit: Visit, state: FormState, question: Question) -> Rows:
    if state.offer:
        return _offer_rows(visit, state, question)
    if question.id == "village":
        return area_rows(visit.words, visit.service.places, state.path, REGISTRATION)
    if question.id == "consent":
        return tuple((option_button(visit, question, key),) for key in question.options)
    if question.options:
        return _in_rows([option_button(visit, question, key) for key in question.options])
    return _suggestions(visit, state, question)


def _offer_rows(visit: Visit, state: FormState, question: Question) -> Rows:
    words = visit.words
    if len(state.offer) == 1:
        yes = Button(
            words.label("registration-yes"), Action(REGISTRATION, "confirm", state.offer[0]), aliases=(*YES,)
        )
        no = Button(words.label("registration-no"), Action(REGISTRATION, "refuse"), aliases=(*NO,))
        return ((yes, no),)
    choices = tuple(
        (Button(_spoken(visit, question, value), Action(REGISTRATION, "confirm", value)),)
        for value in state.offer
    )
    return (*choices, (words.button("registration-none", REGISTRATION, "refuse"),))


def option_button(visit: Visit, question: Question, key: str) -> Button:
    """An option's button, with everything that may be typed for it."""
    words, today = visit.words, visit.service.facts_today
    also = words.also(f"registration-{question.id}.{key}")
    said = SAYINGS.get(key, frozenset()) - (WILLING if question.id in FACTS else frozenset())
    return Button(
        option_label(words, today, question.id, key),
        Action(REGISTRATION, question.id, key),
        aliases=(*also, *said, *_typed_ages(today, key)),
    )


def _typed_ages(today: FactsOnDay, key: str) -> tuple[str, ...]:
    """An age in years chooses its group ("45", "45 tahun"); so does the group's place in the list ("2")."""
    years = age_years(today).get(key)
    if years is None:
        return ()
    return (str(AGES.index(key) + 1), *(f"{year}{unit}" for year in years for unit in ("", " tahun", " th")))


def _in_rows(buttons: list[Button]) -> Rows:
    """Two a row while the labels are short enough for a small phone."""
    width = 2 if all(len(button.label) <= 16 for button in buttons) else 1
    return in_rows(buttons, width)


def _suggestions(visit: Visit, state: FormState, question: Question) -> Rows:
    """What can be tapped instead of typing: Telegram's name, or "I do not know"."""
    if question.id == "name" and (name := offered_name(visit, state)):
        return ((Button(name, Action(REGISTRATION, "telegramname")),),)
    if question.id == "neighbourhood":
        return ((visit.words.button("registration-neighbourhood.unknown", REGISTRATION, "nowhere"),),)
    return ()


def navigation(visit: Visit) -> Rows:
    """Back, stop for now, and a person: on every step."""
    words = visit.words
    back = words.button("nav-back", REGISTRATION, "back")
    pause = words.button("nav-pause", REGISTRATION, "pause")
    help_ = words.button("nav-help", *GET_HELP)
    return ((back, pause), (help_,))


def _summary(visit: Visit, state: FormState, *, changing: bool) -> Screen:
    """All answers; and, once asked for, a button for each that changes it."""
    words = visit.words
    intro = words.render("registration-summary" if not changing else "registration-summary-change")
    if is_on_behalf(visit) and not changing:
        intro = words.render("onbehalf-summary")
    elif is_for_family(state) and not changing:
        intro = words.render("registration-summary-family")
    text = words.joined(intro, summary_lines(words, visit.service, state.answers))
    send = words.button("registration-send", REGISTRATION, "submit")
    if not changing:
        change = words.button("registration-edit", REGISTRATION, "change")
        return Screen(form_of(visit), text, ((send,), (change,), *navigation(visit)))
    edits = [_edit_button(visit, id_) for id_ in answered(state.answers)]
    return Screen(form_of(visit), text, ((send,), *in_rows(edits, 2), *navigation(visit)))


def _edit_button(visit: Visit, question: str) -> Button:
    label = visit.words.label("registration-change", topic=topic_of(visit.words, question))
    return Button(label, Action(REGISTRATION, "edit", question))
