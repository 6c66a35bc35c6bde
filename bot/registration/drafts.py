"""Where a person is in the registration, kept between two taps, two processes or two months."""

from dataclasses import asdict, dataclass
from datetime import datetime

from bot.forms import FormState, Value
from bot.registration.form import FORM, REGISTRATION
from bot.settings import LIFETIMES
from bot.visits import Visit
from storage.conversations import SavedDraft, delete_draft, find_draft, save_draft
from storage.sources import find_source
from storage.types import JsonObject


@dataclass(slots=True)
class Draft:
    """A form state with the moment of consent, which decides how long it is kept (`LIFETIMES`).

    It is lost when the person still looks at a question, and what they answered before is deleted.
    """

    state: FormState
    consented_at: datetime | None = None
    is_lost: bool = False


async def open_draft(visit: Visit) -> Draft:
    """The person's draft where they left it, or a new one that knows what their source knows."""
    saved = await _find(visit)
    if saved is None:
        is_lost = visit.place.screen == REGISTRATION
        return Draft(FORM.start(await _known(visit)), is_lost=is_lost)
    return Draft(FORM.resume(_state(saved.state)), saved.consented_at)


async def has_draft(visit: Visit) -> bool:
    """Whether the person began the form and may go on."""
    return await _find(visit) is not None


async def _find(visit: Visit) -> SavedDraft | None:
    """The saved draft, unless it has outlived its time before the job came round to forget it."""
    saved = await find_draft(visit.tx, visit.contact.id, REGISTRATION)
    if saved is None:
        return None
    consented = saved.consented_at is not None
    lasts = LIFETIMES.unfinished_forms if consented else LIFETIMES.unconsented_answers
    return saved if saved.updated_at + lasts > visit.now else None


async def keep_draft(visit: Visit, draft: Draft) -> None:
    """Save a draft."""
    await save_draft(
        visit.tx,
        visit.contact.id,
        REGISTRATION,
        asdict(draft.state),
        visit.now,
        consented_at=draft.consented_at,
    )


async def begin_again(visit: Visit, draft: Draft) -> None:
    """What comes after a loss answers nothing: say what became of the answers, and ask the first question."""
    draft.is_lost = False
    await keep_draft(visit, draft)
    await visit.go(REGISTRATION, lost=True)


async def go_on(visit: Visit, draft: Draft, state: FormState) -> None:
    """Move a draft to this state, and show it."""
    draft.state = state
    await keep_draft(visit, draft)
    await visit.go(REGISTRATION)


async def drop_draft(visit: Visit) -> None:
    """Forget the answers."""
    await delete_draft(visit.tx, visit.contact.id, REGISTRATION)


async def _known(visit: Visit) -> dict[str, str]:
    """What the person's last source says of them; it is confirmed, not asked."""
    code = visit.contact.last_source
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
