"""Proposed words are decided by a second person: approved, given back with a reason, or refused."""

from bot.access import Permission, is_allowed
from bot.errors import NotFound
from bot.screens import Action, Button, Rows, Screen
from bot.sentences.catalogue import Sentence
from bot.sentences.changing import REASONS, get_words, settle_words
from bot.visits import Visit
from bot.voice_notices import tell_outdated
from handlers.routes import Routes
from handlers.sentences.telling import CHANGE, MAY, NEW, RETURN, shown, side_by_side
from storage.models.facts import FactChange, FactChangeState
from storage.types import JsonObject


async def show_change(visit: Visit, number: str) -> None:
    await get_words(visit, number)
    await visit.go(CHANGE, number=number)


async def change_screen(visit: Visit, params: JsonObject) -> Screen:
    """A proposal: old and new, where it stands, and - for a second person - the decision."""
    visit.require(MAY)
    words = visit.words
    change, sentence = await get_words(visit, str(params.get("number")))
    open_ = change.state is FactChangeState.PROPOSED
    told = (
        side_by_side(visit, sentence, change.value, change.valid_from)
        if open_
        else shown(visit, sentence, change.value)
    )
    at = visit.service.moment(change.proposed_at, visit.language)
    text = words.joined(
        told,
        words.render(f"facts-state-{change.state}", at=at),
        words.render(f"sentences-reason.{change.reason}") if change.reason else "",
        _anew(visit, change, sentence) if open_ else "",
    )
    back = (words.button("facts-back", "sentences", "open", sentence.key),)
    rows = (*_decision(visit, change, sentence), *_again(visit, change), back, words.ways_out())
    return Screen(CHANGE, text, rows, protected=True)


def _anew(visit: Visit, change: FactChange, sentence: Sentence) -> str:
    """That what it was proposed against has been written anew: then it can only be refused."""
    is_old = change.shipped != sentence.shipped_hash
    return visit.words.render("sentences-outdated") if is_old else ""


def _decision(visit: Visit, change: FactChange, sentence: Sentence) -> Rows:
    """Only for somebody else than who proposed it, and only as long as it is open."""
    may = is_allowed(visit.role, Permission.APPROVE) and change.proposed_by != visit.contact.id
    if change.state is not FactChangeState.PROPOSED or not may:
        return ()
    words, number = visit.words, change.number
    no = words.button("facts-reject", "sentences", "reject", number)
    if change.shipped != sentence.shipped_hash:
        return ((no,),)
    yes = words.button("facts-approve", "sentences", "approve", number)
    return ((yes, no), (words.button("sentences-return", "sentences", "return", number),))


def _again(visit: Visit, change: FactChange) -> Rows:
    """Whoever proposed what was given back may write it again, from what it was."""
    is_theirs = change.proposed_by == visit.contact.id
    if change.state is not FactChangeState.RETURNED or not is_theirs:
        return ()
    return ((visit.words.button("sentences-rewrite", "sentences", "again", change.number),),)


async def approve(visit: Visit, number: str) -> None:
    await _settle(visit, number, FactChangeState.APPROVED)


async def reject(visit: Visit, number: str) -> None:
    await _settle(visit, number, FactChangeState.REJECTED)


async def ask_reason(visit: Visit, number: str) -> None:
    await get_words(visit, number)
    await visit.go(RETURN, number=number)


async def return_screen(visit: Visit, params: JsonObject) -> Screen:
    """Why it is given back, with one tap."""
    visit.require(Permission.APPROVE)
    words, number = visit.words, str(params.get("number"))
    reasons = tuple(
        (Button(words.label(f"sentences-reason.{reason}"), Action("sentences", "because", reason)),)
        for reason in REASONS
    )
    back = (words.button("facts-back", "sentences", "change", number),)
    return Screen(RETURN, words.render("sentences-why-return"), (*reasons, back, words.ways_out()))


async def give_back(visit: Visit, reason: str) -> None:
    """To whoever proposed it, with the reason."""
    if visit.place.screen != RETURN or reason not in REASONS:
        raise NotFound("no such reason")
    await _settle(visit, str(visit.place.params.get("number")), FactChangeState.RETURNED, reason)


async def _settle(visit: Visit, number: str, state: FactChangeState, reason: str | None = None) -> None:
    if await settle_words(visit, number, state, reason):
        await tell_outdated(visit, number)
    else:
        visit.toast = visit.words.label("facts-stale")
    await visit.go(CHANGE, number=number)


async def write_again(visit: Visit, number: str) -> None:
    """The same words to begin with, against what is shipped now."""
    change, sentence = await get_words(visit, number)
    await visit.go(NEW, key=sentence.key, lang=sentence.language, words=change.value)


def register(routes: Routes) -> None:
    routes.screen(CHANGE, change_screen)
    routes.screen(RETURN, return_screen)
    routes.action("sentences", "change", show_change, MAY, anywhere=True)
    routes.action("sentences", "approve", approve, Permission.APPROVE)
    routes.action("sentences", "reject", reject, Permission.APPROVE)
    routes.action("sentences", "return", ask_reason, Permission.APPROVE)
    routes.action("sentences", "because", give_back, Permission.APPROVE)
    routes.action("sentences", "again", write_again, MAY)
