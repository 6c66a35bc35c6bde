"""Plays a journey on a stage: people act, the service comes to rest, each phone is compared."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.campaigns.fields import FIELDS
from bot.clock import JAKARTA
from bot.programme.contributions import Group, this_month
from bot.programme.facts import Facts
from bot.programme.formats import long_date, month_year, rupiah
from bot.working_hours import BranchCalendar
from tests.cast import CAST, Json, Person, Telegram, drawn, keyboard_drawn
from tests.integration.campaigns.crowd import agree_to_campaigns
from tests.journeys.transcripts import Journey, differences, filled, misses
from tests.stage import BEAT, Stage, database_of

MONTH = timedelta(days=30)
CROWD = 1_000  # a journey's cast have accounts below, its crowd from here on
LATER = ("yesterday", "today", "tomorrow", "in_two_days", "in_three_days", "in_four_days")
WAITS = 60.0  # seconds until what should come by itself has not come
PARTING = "\n---\n"


class Phone:
    """What somebody has on the phone and has not looked at yet."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._known: dict[int, str] = {}
        self._keyboard = ""
        self._toast: str | None = None

    async def look(self, telegram: Telegram) -> str:
        """Everything new or changed since the last look, as transcripts draw it."""
        chat = await telegram.chat(self.person)
        shown = {m["message_id"]: drawn(m) for m in chat["messages"] if m["from"] == "bot"}
        new = [text for id_, text in shown.items() if self._known.get(id_) != text]
        self._known = shown
        return PARTING.join(part for part in (self._notice(chat), *new, self._new_keyboard(chat)) if part)

    def _notice(self, chat: Json) -> str:
        toast = chat["toast"] or {"id": None}
        is_new, self._toast = toast["id"] != self._toast, toast["id"]
        return f"💬 {toast['text']}" if is_new and toast["id"] else ""

    def _new_keyboard(self, chat: Json) -> str:
        before, self._keyboard = self._keyboard, keyboard_drawn(chat)
        return self._keyboard if self._keyboard != before else ""


class Performance:
    """One playing of one journey."""

    def __init__(self, journey: Journey, stage: Stage) -> None:
        self._stage = stage
        self._telegram = stage.telegram
        self._journey = journey
        self.people = {name: CAST[name].in_journey(journey.number) for name in journey.people}
        self._phones = {name: Phone(person) for name, person in self.people.items()}
        self._words = known_words(self.people.values(), stage.service.today())
        self._acts: dict[str, Callable[[Person, Any], Awaitable[None]]] = {
            "opens": lambda person, start: self._telegram.opens(person, filled(start, self._words)),
            "says": lambda person, text: self._telegram.says(person, filled(text, self._words)),
            "sends": self._telegram.sends,
            "taps": lambda person, label: self._telegram.taps(person, filled(label, self._words)),
            "taps_stale": self._telegram.taps_stale,
            "forges": lambda person, data: self._telegram.forges(person, filled(data, self._words)),
            "shares": self._share,
            "blocks": lambda person, _: self._telegram.blocks(person),
            "unblocks": lambda person, _: self._telegram.unblocks(person),
            "registers": self._register,
            "invites": self._invite,
        }
        self._checks: dict[str, Callable[[str, Any], Awaitable[None]]] = {
            "sees": self._sees,
            "reads": self._reads,
            "waits": self._waits,
            "menu": self._menu,
            "file": self._file,
        }

    async def play(self) -> None:
        """Play all steps; AssertionError at the first that goes otherwise than told."""
        for person in self.people.values():
            await self._telegram.joins(person)
        for number, step in enumerate(self._journey.steps, start=1):
            try:
                await self._play_step(dict(step))
            except AssertionError as failed:
                raise AssertionError(
                    f"{self._journey.name}, step {number} {_told(step)}:\n{failed}"
                ) from None
        await self._nothing_is_left()

    async def _play_step(self, step: dict[str, Any]) -> None:
        await self._happens(step.get("happens", ""))
        step = {name: doing for name, doing in step.items() if name not in {"happens", "note"}}
        for name, doing in step.items():
            await self._act(name, doing)
        for name, doing in step.items():
            for verb, expected in doing.items():
                if verb in self._checks:
                    await self._checks[verb](name, expected)

    async def _act(self, name: str, doing: dict[str, Any]) -> None:
        for verb, what in doing.items():
            if verb in self._acts:
                await self._acts[verb](self.people[name], what)
                await self._stage.settles()
            elif verb not in self._checks:
                raise AssertionError(f"nobody can {verb!r}")

    async def _happens(self, what: str) -> None:
        """What happens to the service, or to Telegram."""
        service = self._stage.service
        match what.split():
            case []:
                return
            case ["the", "service", "is", "killed", *_]:
                await service.is_killed()
                service.starts()
            case ["thirty", "days", "pass"]:
                await service.stops()
                service.passes(MONTH)
                await self._stage.opens()
                self._words |= date_words(service.today())
            case ["the", "clock", "says", hour]:
                await self._passes(0, hour)
            case ["it", "is", "Monday,", hour]:
                await self._passes(_days_to_monday(self._stage.service.today()), hour)
            case [days, "days" | "day", "later", "it", "is", hour]:
                await self._passes(int(days), hour)
            case [count, "others", "agree", "to", "campaigns"]:
                await self._others_agree(int(count))
            case ["Telegram", "floods", "for", seconds, *_]:
                await self._telegram.floods(float(seconds))
            case _:
                raise AssertionError(f"{what!r} cannot happen here")

    async def _passes(self, days: int, hour: str) -> None:
        """On to an hour of the branch's day, so many days from now; what is due by then happens."""
        service = self._stage.service
        now = service.now().astimezone(JAKARTA)
        wanted = datetime.combine(now.date(), time.fromisoformat(hour.replace(".", ":")), JAKARTA)
        wanted += timedelta(days=days + (1 if days == 0 and wanted <= now else 0))
        await service.stops()
        service.passes(wanted - now)
        await self._stage.opens()
        self._words |= date_words(service.today())
        await self._stage.settles()

    async def _others_agree(self, count: int) -> None:
        """A crowd with phones of their own, which the journey does not look at."""
        someone = next(iter(self.people.values()))
        crowd = [replace(someone, id=someone.id + CROWD + number) for number in range(count)]
        for person in crowd:
            await self._telegram.joins(person)
            await self._telegram.opens(person)
        await self._stage.settles()
        async with database_of(self._stage.service.environment) as database, database.transaction() as tx:
            for person in crowd:
                await agree_to_campaigns(tx, person.id, self._stage.service.now())

    async def _invite(self, officer: Person, wanted: dict[str, str]) -> None:
        """The quickest way to have somebody in the field; whoever is invited agrees at once."""
        await self._does(officer, says="/undang")
        await self._does(officer, taps=wanted["role"])
        if "place" in wanted:
            await self._does(officer, says=wanted["place"])
        else:
            await self._does(officer, taps="Seluruh wilayah cabang")
        await self._does(officer, taps="✅ Buat undangan")
        code = (await self._telegram.last(officer))["text"].rpartition("start=")[2].strip()
        invited = self.people[wanted["person"]]
        await self._telegram.opens(invited, code)
        await self._stage.settles()
        await self._does(invited, taps="🤝 Setuju dan ikut")
        await self._does(invited, taps="Sudah")
        await self._does(invited, says="Lewati")

    async def _does(self, person: Person, *, says: str = "", taps: str = "") -> None:
        await (self._telegram.says(person, says) if says else self._telegram.taps(person, taps))
        await self._stage.settles()

    async def _share(self, person: Person, whose: str) -> None:
        """ "own", somebody else's card, or "<somebody>, forwarded"."""
        name, _, forwarded = whose.partition(", ")
        if name == "own":
            await self._telegram.shares_contact(person)
        else:
            await self._telegram.shares_contact_of(person, self.people[name], forwarded=bool(forwarded))

    async def _register(self, person: Person, answers: dict[str, str]) -> None:
        """The quickest way through the form, for journeys that are about what comes after it."""
        phone = filled(answers.get("phone", person.phone), self._words)
        name = filled(answers.get("name", person.first_name), self._words)
        said = ["/start", "/daftar", "petani", "2", "belum", answers.get("consent", "kantor"), name]
        where = answers.get("village", "desa pontang"), answers.get("near", "rt 1 rw 2")
        said += [phone, "sendiri", where[0], "ya", where[1], "pagi", "kirim"]
        for text in said:  # typed ahead: nobody waits for the answers
            await self._telegram.says(person, text)

    async def _sees(self, name: str, expected: str) -> None:
        failed = differences(expected, await self._phones[name].look(self._telegram), self._words)
        assert not failed, f"{name}'s phone\n{failed}"

    async def _reads(self, name: str, expected: str) -> None:
        await self._phones[name].look(self._telegram)
        failed = misses(expected, await self._telegram.screen(self.people[name]), self._words)
        assert not failed, f"{name}'s phone\n{failed}"

    async def _waits(self, name: str, expected: str) -> None:
        """Until a message with this in it stands on the phone: what a job does comes when it comes."""
        try:
            async with asyncio.timeout(WAITS):
                while not await self._stands(name, expected):
                    await self._telegram.news(BEAT)
        except TimeoutError:
            newest = await self._telegram.screen(self.people[name])
            raise AssertionError(f"{name} waits for {expected!r}; the newest is\n{newest}") from None
        await self._stage.settles()
        await self._phones[name].look(self._telegram)

    async def _stands(self, name: str, expected: str) -> bool:
        chat = await self._telegram.chat(self.people[name])
        shown = [drawn(message) for message in chat["messages"] if message["from"] == "bot"]
        return any(not misses(expected, text, dict(self._words)) for text in shown)

    async def _menu(self, name: str, expected: list[str]) -> None:
        chat = await self._telegram.chat(self.people[name])
        assert ["/" + entry["command"] for entry in chat["commands"]] == expected

    async def _file(self, name: str, expected: list[str]) -> None:
        """The newest file that came holds each of these."""
        chat = await self._telegram.chat(self.people[name])
        newest = next(message["document"] for message in reversed(chat["messages"]) if "document" in message)
        content = await self._telegram.media(newest["url"])
        missing = [text for text in expected if filled(text, self._words).encode() not in content]
        assert not missing, f"{newest['file_name']} does not hold {missing}"

    async def _nothing_is_left(self) -> None:
        for name, phone in self._phones.items():
            unseen = await phone.look(self._telegram)
            assert not unseen, f"{self._journey.name}: {name}'s phone shows what is not told:\n{unseen}"


def _days_to_monday(today: date) -> int:
    """How far ahead the next Monday is before a fortnight without a holiday: those change what comes when."""
    calendar = BranchCalendar(JAKARTA)
    ahead = -today.weekday() % 7 or 7
    while any(calendar.holiday(today + timedelta(days=ahead + days)) for days in range(14)):
        ahead += 7
    return ahead


def _told(step: Mapping[str, Any]) -> str:
    """What is done in a step, without what is seen."""
    return str(
        {
            name: {v: w for v, w in doing.items() if v != "sees"} if isinstance(doing, dict) else doing
            for name, doing in step.items()
        }
    )


def known_words(people: Iterable[Person], today: date) -> dict[str, str]:
    """What transcripts may name in braces from the start."""
    words = date_words(today) | {name: f"{{{name}}}" for name in FIELDS}
    for person in people:
        words |= {
            f"{person.name}.phone": person.shown_phone,
            f"{person.name}.typed": person.phone,
            f"{person.name}.spaced": f"{person.phone[:4]} {person.phone[4:8]} {person.phone[8:]}",
            f"{person.name}.name": f"{person.first_name} {person.last_name}",
            f"{person.name}.link": f"+62{person.phone[1:]}",
            f"{person.name}.digits": f"62{person.phone[1:]}",
        }
    return words


def date_words(today: date) -> dict[str, str]:
    """The day, and what the protection costs on it."""
    facts = Facts.load()
    prices = {
        f"price.{group.value}": _price(facts, group, today)
        for group in (Group.TRANSPORT, Group.OTHER, Group.OWNER)
    }
    days = {word: long_date(today + timedelta(days=ahead)) for ahead, word in enumerate(LATER, start=-1)}
    return {**days, "month": month_year(today), **prices}


def _price(facts: Facts, group: Group, today: date) -> str:
    quote = this_month(facts, group, today)
    if quote.ask_staff:
        return f"Bulan ini mulai {rupiah(quote.price_now)} sebulan. Apakah ada potongan, tanyakan petugas."
    if quote.discounted_until is None:
        return f"Bulan ini mulai {rupiah(quote.price_now)} sebulan."
    until = month_year(quote.discounted_until)
    price, normal = rupiah(quote.price_now), rupiah(quote.normal_price)
    return f"Bulan ini mulai {price} sebulan, biasanya {normal}. Potongan ini sampai iuran bulan {until}."
