"""/periksa for staff: what may be double or invented, side by side, and what was found."""

from functools import partial
from uuid import UUID

from bot.access import Permission
from bot.desk import Desk
from bot.errors import NotAllowed, NotFound, Stale
from bot.leads.merging import may_go_into, merge_leads
from bot.leads.notices import describe_lead
from bot.leads.review_policy import RESULTS
from bot.phones import mask_phone
from bot.screens import Action, Button, Rows, Screen
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.leads import LeadCard, find_lead
from storage.models.reviews import Review, ReviewKind, ReviewState
from storage.reviews import count_reviews, find_review, list_reviews, settle_review
from storage.types import JsonObject
from storage.volunteers import find_volunteer, find_volunteer_of

REVIEWS = "reviews"
REVIEW = "review"
ALL = "all"
FOUND = tuple(dict.fromkeys(result for results in RESULTS.values() for result in results))


async def begin(visit: Visit, _argument: str) -> None:
    await visit.go(REVIEWS, page=0)


async def page(visit: Visit, number: str) -> None:
    await visit.go(REVIEWS, page=page_number(number), kind=visit.place.params.get("kind"))


async def filter_kind(visit: Visit, kind: str) -> None:
    if kind not in {*ReviewKind, ALL}:
        raise NotFound(kind)
    await visit.go(REVIEWS, page=0, kind=kind)


async def reviews_screen(visit: Visit, params: JsonObject) -> Screen:
    """What is to be looked at, the oldest first, with a filter for each kind."""
    visit.require(Permission.SEE_LEADS)
    words, number = visit.words, page_of(params)
    kind = ReviewKind(str(params["kind"])) if params.get("kind") in set(ReviewKind) else None
    found = await list_reviews(visit.tx, kind, limit=FETCHED, offset=number * PAGE)
    counts = await count_reviews(visit.tx)
    rows = page_rows(words, "reviews", number, found, partial(_button, visit))
    filters = tuple(
        Button(f"{words.label(f'reviews-short.{k}')} {counts[k]}", Action("reviews", "kind", k))
        for k in ReviewKind
        if counts.get(k)
    )
    text = words.render("reviews-list") if found else words.render("reviews-none")
    rows += (filters[:3], filters[3:]) if len(counts) > 1 else ()
    return Screen(REVIEWS, text, (*(row for row in rows if row), words.ways_out()), protected=True)


def _button(visit: Visit, review: Review) -> Button:
    label = visit.words.label(f"reviews-kind.{review.kind}")
    return Button(
        f"{label} · {visit.service.short_moment(review.opened_at)}", Action("reviews", "show", review.id.hex)
    )


async def show(visit: Visit, id_: str) -> None:
    """Open one; of the phones only the last digits stand on it, enough to compare them."""
    await _get(visit, id_)
    await visit.go(REVIEW, id=id_)


async def _get(visit: Visit, id_: object) -> Review:
    try:
        review = await find_review(visit.tx, UUID(hex=str(id_)))
    except ValueError:
        raise NotFound("no id") from None
    if review is None:
        raise NotFound("no such review")
    return review


async def _cards(visit: Visit, review: Review) -> list[LeadCard]:
    ids = [review.lead_id, *([review.other_id] if review.other_id else [])]
    return [card for card in [await find_lead(visit.tx, id_) for id_ in ids] if card is not None]


async def review_screen(visit: Visit, params: JsonObject) -> Screen:
    """One or two leads as they stand, why they are shown, and what may be found."""
    visit.require(Permission.SEE_LEADS)
    review, words = await _get(visit, params.get("id")), visit.words
    cards = await _cards(visit, review)
    recorder = await find_volunteer_of(visit.tx, review.recorder_id) if review.recorder_id else None
    text = words.joined(
        words.render(f"reviews-why-{review.kind}"),
        *[await _lead_text(visit, card, mark) for mark, card in zip("AB", cards, strict=False)],
        words.render("reviews-recorder", name=recorder.name) if recorder else "",
        words.render("reviews-rule", rule=review.rule),
    )
    back = (words.button("reviews-back", "reviews", "page", "0"),)
    rows = _rows(visit, review, cards) if review.state is ReviewState.OPEN else ()
    about = tuple(card.lead.id for card in cards)
    return Screen(REVIEW, text, (*rows, back, words.ways_out()), protected=True, about=about)


async def _lead_text(visit: Visit, card: LeadCard, mark: str) -> str:
    owner = await find_volunteer(visit.tx, card.lead.owner_id) if card.lead.owner_id else None
    words = visit.words
    return words.render(
        "reviews-lead-card",
        mark=mark,
        number=card.lead.number,
        phone=mask_phone(card.phone),
        state=words.label(f"followups-state.{card.lead.state.value}"),
        at=visit.service.short_moment(card.lead.submitted_at),
        owner=owner.name if owner else words.label("gatherings-office"),
        **describe_lead(words, visit.service, card),
    )


def _rows(visit: Visit, review: Review, cards: list[LeadCard]) -> Rows:
    words, id_ = visit.words, f"{review.id.hex}.{review.version}"
    merges: list[Button] = []
    if review.kind is ReviewKind.DUPLICATE and len(cards) == 2:
        for verb, gone, kept in (("keep-a", cards[1], cards[0]), ("keep-b", cards[0], cards[1])):
            if may_go_into(gone.lead, kept.lead):
                label = words.label("reviews-keep", number=kept.lead.number)
                merges.append(Button(label, Action("reviews", verb, id_)))
    call: Rows = ()
    if review.kind is ReviewKind.SAMPLE:
        call = ((words.button("reviews-call", "reviews", "call", id_),),)
    results = tuple(
        Button(words.label(f"reviews-result.{result}"), Action("reviews", f"is-{result}", id_))
        for result in RESULTS[review.kind]
    )
    return (*((button,) for button in merges), *call, results)


async def _seen(visit: Visit, id_: str) -> Review:
    """The review as it was shown; Stale when somebody settled it meanwhile."""
    hex_, _, version = id_.partition(".")
    review = await _get(visit, hex_)
    if review.state is not ReviewState.OPEN or str(review.version) != version:
        raise Stale
    return review


async def settle(visit: Visit, id_: str, result: str) -> None:
    """Write down what was found, and go on with the next."""
    try:
        review = await _seen(visit, id_)
    except Stale:
        await _stale(visit)
        return
    if result not in RESULTS[review.kind]:
        raise NotFound(result)
    if not await settle_review(visit.tx, review, result, visit.contact.id, visit.now):
        await _stale(visit)
        return
    visit.toast = visit.words.label("reviews-settled")
    await visit.go(REVIEWS, page=0)


async def _stale(visit: Visit) -> None:
    visit.toast = visit.words.label("followups-stale")
    await visit.go(REVIEWS, page=0)


async def merge(visit: Visit, id_: str, kept: int) -> None:
    """The one with this place stands for both from now on."""
    try:
        review = await _seen(visit, id_)
        cards = await _cards(visit, review)
        if review.kind is not ReviewKind.DUPLICATE or len(cards) != 2:
            raise NotFound(id_)
        desk = Desk.of(visit)
        await merge_leads(desk, cards[1 - kept], cards[kept])
    except (Stale, NotAllowed):
        await _stale(visit)
        return
    visit.toast = visit.words.label("reviews-merged")
    await visit.go("task", number=cards[kept].lead.number, history=True)


async def call(visit: Visit, id_: str) -> None:
    """The card from which whom the lot fell on is called."""
    cards = await _cards(visit, await _get(visit, id_.partition(".")[0]))
    if cards:
        await visit.go("lead", number=cards[0].lead.number)
    else:
        await visit.go(REVIEWS, page=0)


def register(routes: Routes) -> None:
    routes.command("periksa", begin, Permission.SEE_LEADS)
    routes.screen(REVIEWS, reviews_screen)
    routes.screen(REVIEW, review_screen)
    routes.action("reviews", "page", page, Permission.SEE_LEADS)
    routes.action("reviews", "kind", filter_kind, Permission.SEE_LEADS)
    routes.action("reviews", "show", show, Permission.SEE_LEADS)
    routes.action("reviews", "call", call, Permission.SEE_LEADS)
    routes.action("reviews", "keep-a", partial(merge, kept=0), Permission.SEE_LEADS)
    routes.action("reviews", "keep-b", partial(merge, kept=1), Permission.SEE_LEADS)
    for result in FOUND:
        routes.action("reviews", f"is-{result}", partial(settle, result=result), Permission.SEE_LEADS)
