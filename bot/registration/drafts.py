"""Where a person is in the registration, kept between two taps, two processes or two months."""

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from bot.forms import FormState, Value
from bot.gatherings.sessions import find_hosted
from bot.registration.form import FORM, ON_BEHALF, REGISTRATION
from bot.settings import LIFETIMES
from bot.visits import Visit
from storage.conversations import SavedDraft, delete_draft, find_draft, open_saved, save_draft
from storage.sources import find_source
from storage.types import JsonObject


class Lapse(StrEnum):
    """Why answers were deleted before they were sent in."""

    UNCONSENTED = "unconsented"
    ABANDONED = "abandoned"


@dataclass(slots=True)
class Draft:
    """A form state with the moment of consent, which decides how long it is kept (`LIFETIMES`).

    `lapse` is set on a new one that stands where the answers of an older one were deleted: for this visit,
    in which the person is told so and nothing they do is taken for an answer.
    """

    state: FormState
    consented_at: datetime | None = None
    lapse: Lapse | None = None


def form_of(visit: Visit) -> str:
    """Which form the person is in: their own registration, or one they fill in for somebody else."""
    is_other = ON_BEHALF in {visit.place.screen, visit.place.params.get("form")}
    return ON_BEHALF if is_other else REGISTRATION


def is_on_behalf(visit: Visit) -> bool:
    """Whether the answers are somebody else's, read out to the person who types them."""
    return form_of(visit) == ON_BEHALF


def offered_name(visit: Visit, state: FormState) -> str:
    """Telegram's name, which is only the worker's where the worker is the one who types."""
    return "" if is_on_behalf(visit) or is_for_family(state) else visit.telegram_name


def is_for_family(state: FormState) -> bool:
    """Whether the person registers somebody in their family."""
    return state.answers.get("whose") == "family"


async def open_draft(visit: Visit) -> Draft:
    """The person's draft where they left it, or a new one that knows what their source knows."""
    saved = await _read(visit)
    if saved is None:
        return Draft(FORM.start(await _known(visit)))
    lapse = _find_lapse(saved, visit.now)
    if lapse is None:
        return Draft(FORM.resume(_state(saved.state)), saved.consented_at)
    await delete_draft(visit.tx, visit.contact.id, form_of(visit))  # the person is told now, and once
    return Draft(FORM.start(await _known(visit)), lapse=lapse)


async def has_draft(visit: Visit) -> bool:
    """Whether the person answered something and may go on."""
    saved = await _read(visit)
    return saved is not None and _find_lapse(saved, visit.now) is None


async def _read(visit: Visit) -> SavedDraft | None:
    """The saved draft, read once in a visit: the button, the answer and the screen all ask for it."""
    form = form_of(visit)
    if form not in visit.drafts:
        visit.drafts[form] = await _open_saved(visit, form)
    return visit.drafts[form]


async def _open_saved(visit: Visit, form: str) -> SavedDraft | None:
    """The draft of the form that the update met the person in came with them; another is asked for."""
    if form != visit.came_from:
        return await find_draft(visit.tx, visit.contact.id, form)
    return None if visit.sealed_draft is None else open_saved(visit.tx, visit.sealed_draft)


def _find_lapse(saved: SavedDraft, now: datetime) -> Lapse | None:
    """Why what was saved is kept no longer, whether or not the job has come round to forget it."""
    if saved.consented_at is None:
        has_lapsed = saved.updated_at + LIFETIMES.unconsented_answers <= now
        return Lapse.UNCONSENTED if has_lapsed else None
    return Lapse.ABANDONED if saved.updated_at + LIFETIMES.unfinished_forms <= now else None


async def keep_draft(visit: Visit, draft: Draft) -> None:
    """Save a draft."""
    before, form = await _read(visit), form_of(visit)
    state, consented_at = asdict(draft.state), draft.consented_at
    await save_draft(visit.tx, visit.contact.id, form, state, visit.now, consented_at=consented_at)
    started_at = before.started_at if before else visit.now
    visit.drafts[form] = SavedDraft(state, consented_at, started_at, updated_at=visit.now)


async def go_on(visit: Visit, draft: Draft, state: FormState) -> None:
    """Move a draft to this state, and show it."""
    draft.state = state
    await keep_draft(visit, draft)
    await visit.go(form_of(visit))


async def drop_draft(visit: Visit) -> None:
    """Forget the answers."""
    await delete_draft(visit.tx, visit.contact.id, form_of(visit))
    visit.drafts[form_of(visit)] = None


async def _known(visit: Visit) -> dict[str, str]:
    """What the person's last source says of them, or the group night's of whom they register there.

    It is confirmed, not asked.
    """
    code = visit.contact.last_source
    if is_on_behalf(visit):
        hosted = await find_hosted(visit)
        code = hosted.code if hosted else None
    source = await find_source(visit.tx, code) if code else None
    if source is None:
        return {}
    known = {"occupation": source.occupation, "village": source.village_code}
    return {question: value for question, value in known.items() if value}


def _state(saved: JsonObject) -> FormState:
    return FormState(
        question=str(saved.get("question", "")),
        answers=_values(saved.get("answers")),
        editing=bool(saved.get("editing")),
        offer=_strings(saved.get("offer")),
        aside=_values(saved.get("aside")),
        path=_strings(saved.get("path")),
        known={key: str(value) for key, value in _values(saved.get("known")).items()},
        before=_values(saved.get("before")),
    )


def _values(saved: object) -> dict[str, Value]:
    return dict(saved) if isinstance(saved, dict) else {}


def _strings(saved: object) -> tuple[str, ...]:
    return tuple(str(item) for item in saved) if isinstance(saved, list | tuple) else ()
