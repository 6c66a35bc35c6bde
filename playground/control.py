"""The control API: what the page and the tests see and move."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from playground import phones
from playground.crowd import gather, view_crowd
from playground.people import Person
from playground.shapes import Json
from playground.views import view_chat, view_message, view_state
from playground.world import World

STREAM_WAIT = 20.0
LONGEST_WAIT = 50.0
SAFE_TO_SHOW = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/webp", "audio/wav", "audio/ogg", "audio/mpeg"}
)

Act = Callable[[World, Json], object]
PersonAct = Callable[[World, Person, Json], object]


def _world(request: Request) -> World:
    world = request.app.state.world
    assert isinstance(world, World)
    return world


def _person(request: Request) -> Person:
    person = _world(request).people.find(request.path_params["person_id"])
    if person is None:
        raise HTTPException(404, "no such person")
    return person


async def _body(request: Request) -> Json:
    raw = await request.body()
    try:
        parsed = json.loads(raw) if raw else {}
    except ValueError as problem:
        raise HTTPException(400, "the body is not JSON") from problem
    if not isinstance(parsed, dict):
        raise HTTPException(400, "the body is not a JSON object")
    return parsed


def _attempt(act: Callable[[], object]) -> Response:
    """What cannot be done, or was asked wrongly, is a 400 that says so."""
    try:
        return JSONResponse(act())
    except phones.Impossible as problem:
        raise HTTPException(400, str(problem)) from problem
    except (KeyError, TypeError, ValueError) as problem:
        raise HTTPException(400, f"bad request: {problem!r}") from problem


def _post(path: str, act: Act) -> Route:
    async def endpoint(request: Request) -> Response:
        body = await _body(request)
        return _attempt(lambda: act(_world(request), body))

    return Route(path, endpoint, methods=["POST"])


def _person_post(verb: str, act: PersonAct) -> Route:
    async def endpoint(request: Request) -> Response:
        person, body = _person(request), await _body(request)
        return _attempt(lambda: act(_world(request), person, body))

    return Route(f"/api/people/{{person_id:int}}/{verb}", endpoint, methods=["POST"])


async def get_state(request: Request) -> Response:
    return JSONResponse(view_state(_world(request)))


async def get_crowd(request: Request) -> Response:
    return JSONResponse(view_crowd(_world(request)))


async def get_chat(request: Request) -> Response:
    """Looking at a chat reads it, unless one only peeks (?peek=1)."""
    world, person = _world(request), _person(request)
    if person.unread and "peek" not in request.query_params:
        person.unread = 0
        world.events.emit("people")
    return JSONResponse(view_chat(world, person))


async def get_clock(request: Request) -> Response:
    return JSONResponse(_world(request).clock.state())


async def get_events(request: Request) -> Response:
    world = _world(request)
    after, wait = _number(request, "after"), _number(request, "wait")
    events = await world.events.wait(int(after), min(wait, LONGEST_WAIT))
    return JSONResponse({"seq": world.events.seq, "events": events})


async def get_calls(request: Request) -> Response:
    return JSONResponse({"calls": _world(request).calls.after(int(_number(request, "after")))})


def _number(request: Request, name: str) -> float:
    try:
        return float(request.query_params.get(name, 0))
    except ValueError as problem:
        raise HTTPException(400, f"{name} is not a number") from problem


async def get_stream(request: Request) -> Response:
    world = _world(request)
    after = request.headers.get("last-event-id", "")
    seq = int(after) if after.isdecimal() else world.events.seq
    return StreamingResponse(_stream(world, seq), media_type="text/event-stream")


async def _stream(world: World, seq: int) -> AsyncIterator[str]:
    yield ": connected\n\n"
    while not world.events.closed:
        events = await world.events.wait(seq, STREAM_WAIT)
        seq = world.events.seq
        if events:
            yield "".join(f"id: {event['seq']}\ndata: {json.dumps(event)}\n\n" for event in events)
        else:
            yield ": still here\n\n"


async def get_media(request: Request) -> Response:
    stored = _world(request).files.find(request.path_params["file_id"])
    if stored is None:
        raise HTTPException(404, "no such file")
    kind = stored.shown_type()
    if kind in SAFE_TO_SHOW:
        return Response(stored.upload.content, media_type=kind)
    headers = {"Content-Disposition": "attachment"}
    return Response(stored.upload.content, media_type="application/octet-stream", headers=headers)


def add_person(world: World, wanted: Json) -> Json:
    known = ("first_name", "last_name", "username", "language_code", "phone", "role")
    unknown = set(wanted) - {*known, "id"}
    if unknown:
        raise ValueError(f"unknown fields: {sorted(unknown)}")
    fields = {name: wanted[name] for name in known if wanted.get(name)}
    person = world.people.add(Person(int(wanted.get("id") or world.people.free_id()), **fields))
    world.events.emit("people")
    return person.state()


def add_crowd(world: World, wanted: Json) -> Json:
    gather(world, int(wanted["count"]))
    return view_crowd(world)


def open_chat(world: World, person: Person, wanted: Json) -> Json:
    message = phones.press_start(world, person, wanted.get("start"))
    world.events.emit("people")
    return view_message(message)


def write(world: World, person: Person, wanted: Json) -> Json:
    return view_message(phones.write(world, person, wanted))


def tap(world: World, person: Person, wanted: Json) -> Json:
    forged = bool(wanted.get("forged"))
    return {
        "query_id": phones.tap(world, person, int(wanted["message_id"]), str(wanted["data"]), forged=forged)
    }


def edit(world: World, person: Person, wanted: Json) -> Json:
    return view_message(phones.edit(world, person, int(wanted["message_id"]), str(wanted["text"])))


def _state_after(act: Callable[[World, Person], None]) -> PersonAct:
    def endpoint(world: World, person: Person, _wanted: Json) -> Json:
        act(world, person)
        return person.state()

    return endpoint


def move_clock(world: World, wanted: Json) -> Json:
    seconds = int(wanted.get("advance_seconds", 0)) + 86_400 * int(wanted.get("advance_days", 0))
    world.clock.advance(seconds)
    world.events.emit("clock")
    return world.clock.state()


def cause_trouble(world: World, wanted: Json) -> Json:
    world.trouble.cause(wanted)
    world.events.emit("trouble")
    return world.trouble.state()


def forge_update(world: World, wanted: Json) -> Json:
    """Deliver this update as it stands; Telegram's own ids go on counting."""
    update = dict(wanted["update"])
    update.setdefault("update_id", world.updates.new_id())
    if type(update["update_id"]) is not int or update["update_id"] < 0:
        raise ValueError("update_id is a number, as Telegram's are")
    waiting = world.updates.add_raw(update, _chat_of(update))
    world.webhook.offer(waiting)
    return {"update_id": update["update_id"]}


def _chat_of(update: Json) -> int:
    payload = next((value for value in update.values() if isinstance(value, dict)), {})
    about = payload.get("message") or payload
    chat = about.get("chat") or payload.get("from") or {}
    return int(chat.get("id", 0))


async def reset(request: Request) -> Response:
    await _world(request).reset()
    return JSONResponse(view_state(_world(request)))


ROUTES = [
    Route("/api/state", get_state),
    Route("/api/stream", get_stream),
    Route("/api/events", get_events),
    Route("/api/calls", get_calls),
    Route("/api/clock", get_clock),
    Route("/api/crowd", get_crowd),
    Route("/api/people/{person_id:int}/chat", get_chat),
    Route("/media/{file_id}", get_media),
    _post("/api/people", add_person),
    _post("/api/crowd", add_crowd),
    _person_post("open", open_chat),
    _person_post("messages", write),
    _person_post("tap", tap),
    _person_post("edit", edit),
    _person_post("block", _state_after(phones.block)),
    _person_post("unblock", _state_after(phones.unblock)),
    _person_post("deactivate", _state_after(phones.deactivate)),
    _post("/api/clock", move_clock),
    _post("/api/trouble", cause_trouble),
    _post("/api/updates", forge_update),
    Route("/api/reset", reset, methods=["POST"]),
]
