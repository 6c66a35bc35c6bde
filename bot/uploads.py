"""Rosters that staff send to the bot: read by a job, shown row by row, taken on all or none."""

import asyncio
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

import structlog

from bot.errors import Stale
from bot.messenger import FileAway, FileGone, Files
from bot.posters import deep_link
from bot.recruits import Invited, find_known, import_roster
from bot.rosters import Entry, Fault, read_roster
from bot.screens import Action, Button, Media, MediaKind, Screen
from bot.service import Service
from bot.sheets import BYTES_AT_MOST, SheetRefused, read_sheet, write_sheet
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Database, Transaction
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.models.uploads import Upload, UploadState
from storage.outbox import params_of, queue_message
from storage.types import JsonObject
from storage.uploads import add_upload, change_upload, find_upload, list_uploads_to_do

log = structlog.get_logger(__name__)

UPLOAD_READ = "upload-read"
UPLOAD_FAULTS = "upload-faults"
UPLOAD_DONE = "upload-done"
KINDS_OF_FILE = (".csv", ".xlsx")
AT_ONCE = 5
GIVEN_UP_AFTER = timedelta(hours=1)
FAULTS_SHOWN = 10  # in the message; the file has all
FAULTS_KEPT = 2_000
KNOWN_SHOWN = 20  # rows of those who are known already


async def take_file(visit: Visit, file_id: str, name: str) -> bool:
    """Have a file read by the next tick; False when its name says that it is no spreadsheet."""
    if not name.casefold().endswith(KINDS_OF_FILE):
        return False
    is_xlsx = name.casefold().endswith(".xlsx")
    await add_upload(visit.tx, visit.contact.id, file_id, visit.now, is_xlsx=is_xlsx)
    return True


async def confirm_upload(visit: Visit, upload_id: UUID, version: str, *, agreed: bool) -> None:
    """Its sender says whether everybody in it is to be taken on; Stale for anybody else, or a second time."""
    upload = await find_upload(visit.tx, upload_id)
    if upload is None or upload.contact_id != visit.contact.id or upload.state is not UploadState.READ:
        raise Stale
    state = UploadState.CONFIRMED if agreed else UploadState.REFUSED
    if str(upload.version) != version or not await change_upload(visit.tx, upload, state):
        raise Stale


class UploadReader:
    """Reads what was sent and takes on what was confirmed; a file is fetched anew and never kept."""

    def __init__(self, database: Database, service: Service, files: Files) -> None:
        self._database = database
        self._service = service
        self._files = files

    async def run_due(self) -> int:
        """Do what there is to do; how many files that were. Raises StorageUnavailable."""
        async with self._database.transaction(read_only=True) as tx:
            uploads = await list_uploads_to_do(tx, limit=AT_ONCE)
        for upload in uploads:
            await self._work(upload)
        return len(uploads)

    async def _work(self, upload: Upload) -> None:
        now = self._service.clock.now()
        try:
            entries, faults = await self._read(upload)
        except FileAway:
            if now - upload.sent_at > GIVEN_UP_AFTER:
                await self._refuse(upload, now, why="away")
            return
        except FileGone:
            await self._refuse(upload, now, why="gone")
            return
        except SheetRefused:
            await self._refuse(upload, now, why="unreadable")
            return
        await self._settle(upload, entries, faults, now)

    async def _read(self, upload: Upload) -> tuple[list[Entry], list[Fault]]:
        content = await self._files.fetch(upload.file_id, at_most=BYTES_AT_MOST)
        name = "roster.xlsx" if upload.is_xlsx else "roster.csv"
        table = await asyncio.to_thread(read_sheet, content, name)
        return await asyncio.to_thread(read_roster, table, self._service.places)

    async def _refuse(self, upload: Upload, now: datetime, *, why: str) -> None:
        async with self._database.transaction() as tx:
            if await change_upload(tx, upload, UploadState.REFUSED):
                await _tell(tx, upload, UPLOAD_FAULTS, now, {"why": why})

    async def _settle(self, upload: Upload, entries: list[Entry], faults: list[Fault], now: datetime) -> None:
        """In one transaction: everybody is taken on and the invitations are on their way, or nothing is."""
        async with self._database.transaction() as tx:
            known, more = await find_known(tx, entries)
            faults = [*faults, *more]
            if faults or not entries:
                if await change_upload(tx, upload, UploadState.REFUSED):
                    await _tell(tx, upload, UPLOAD_FAULTS, now, _told(faults))
            elif upload.state is UploadState.SENT:
                if await change_upload(tx, upload, UploadState.READ):
                    await _tell(tx, upload, UPLOAD_READ, now, {"count": len(entries), "known": known})
            elif await change_upload(tx, upload, UploadState.DONE):
                done = await import_roster(tx, entries, now, invited_by=upload.contact_id)
                told: dict[str, object] = {"added": done.added, "known": done.known}
                told["invited"] = [_row(one) for one in done.invited]
                await _tell(tx, upload, UPLOAD_DONE, now, told)


def _told(faults: list[Fault]) -> dict[str, object]:
    rows = sorted(faults, key=lambda fault: fault.row)[:FAULTS_KEPT]
    return {"why": "faults" if faults else "empty", "faults": [[f.row, f.problem, f.value] for f in rows]}


def _row(one: Invited) -> list[str]:
    return [one.name, one.phone, one.code]


async def _tell(tx: Transaction, upload: Upload, kind: str, now: datetime, params: dict[str, object]) -> None:
    await queue_message(tx, upload.contact_id, Lane.REPLY, kind, now, subject_id=upload.id, params=params)


async def render_read(tx: Transaction, service: Service, contact: Contact, message: Message) -> Screen | None:
    """Nothing is wrong: how many there are, and whether they are to be taken on."""
    upload = await find_upload(tx, message.subject_id) if message.subject_id else None
    if upload is None or upload.state is not UploadState.READ:
        return None
    words = Wording(service.texts, contact.language)
    id_ = f"{upload.id.hex}.{upload.version}"
    yes = Button(words.label("rosters-take"), Action("rosters", "take", id_))
    no = Button(words.label("rosters-leave"), Action("rosters", "leave", id_))
    params = params_of(tx, message)
    right = words.render("rosters-right", count=str(params.get("count")))
    text = words.joined(_known_text(words, params), right)
    return Screen(UPLOAD_READ, text, ((yes,), (no,)), protected=True)


def _known_text(words: Wording, params: JsonObject) -> str:
    """Which rows are people of the field already."""
    rows = params.get("known")
    if not isinstance(rows, list) or not rows:
        return ""
    shown = ", ".join(str(row) for row in rows[:KNOWN_SHOWN]) + (", ..." if len(rows) > KNOWN_SHOWN else "")
    return words.render("rosters-known", count=str(len(rows)), rows=shown)


async def render_faults(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Every wrong row with its reason; more than a few come as a file."""
    words, params = Wording(service.texts, contact.language), params_of(tx, message)
    found = params.get("faults")
    lines = _fault_lines(words, found if isinstance(found, list) else [])
    shown = "\n".join(
        words.render("rosters-row", row=row, reason=reason) for row, reason in lines[:FAULTS_SHOWN]
    )
    text = words.joined(words.render(f"rosters-why-{params.get('why')}", count=str(len(lines))), shown)
    media = None
    if len(lines) > FAULTS_SHOWN:
        names = (words.label("rosters-column.row"), words.label("rosters-column.reason"))
        content = partial(write_sheet, words.label("rosters-title"), names, lines)
        media = Media(MediaKind.DOCUMENT, content, "baris-salah.xlsx")
    return Screen(UPLOAD_FAULTS, text, media=media, protected=True)


def _fault_lines(words: Wording, found: list[object]) -> list[tuple[str, str]]:
    """A line for each wrong row, with all that is wrong with it."""
    reasons: dict[str, list[str]] = {}
    for fault in found:
        row, problem, value = fault if isinstance(fault, list) else (0, "name", "")
        reason = words.label(f"rosters-fault-{problem}", value=str(value) or "-")
        reasons.setdefault(str(row), []).append(reason)
    return [(row, "; ".join(said)) for row, said in reasons.items()]


async def render_done(tx: Transaction, service: Service, contact: Contact, message: Message) -> Screen | None:
    """The invitations as a file: a link for each, good once; the sealed row forgets them when it is sent."""
    params = params_of(tx, message)
    invited = params.get("invited")
    if not isinstance(invited, list):
        return None
    words = Wording(service.texts, contact.language)
    added = words.render("rosters-added", count=str(params.get("added", len(invited))))
    if not invited:
        return Screen(UPLOAD_DONE, words.joined(added, _known_text(words, params)), protected=True)
    rows = [(name, phone, deep_link(service.bot_username, code)) for name, phone, code in invited]
    names = tuple(words.label(f"rosters-column.{name}") for name in ("name", "phone", "link"))
    content = partial(write_sheet, words.label("rosters-title"), names, rows)
    media = Media(MediaKind.DOCUMENT, content, "undangan.xlsx")
    text = words.joined(added, words.render("rosters-done", count=str(len(rows))))
    return Screen(UPLOAD_DONE, text, media=media, protected=True)
