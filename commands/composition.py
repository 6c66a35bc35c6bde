"""The composition root: settings -> storage -> bot -> handlers; real parts, each replaceable by a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog
from telegram.ext import ExtBot

from bot.branch import Branch, load_branch
from bot.broadcasting import IN_FLIGHT_PAID, Broadcaster, Tempo
from bot.campaigns.budget import budget_messages
from bot.campaigns.live import LiveBoard
from bot.clock import Clock
from bot.errors import ConfigurationError
from bot.facts_board import FactsBoard
from bot.leadership import Leadership
from bot.menu import MenuBoard
from bot.metrics import FLOODS
from bot.notices import RENDERERS
from bot.outbox import Outbox
from bot.pacing import Pacer, Rates
from bot.places import PlaceIndex
from bot.programme.facts import Facts
from bot.questions.answers import Answers
from bot.questions.lexicon import load_lexicon
from bot.questions.matching import Questions
from bot.schedule import Desk
from bot.service import Service
from bot.settings import Settings
from bot.sharing import Sharing
from bot.spool import Spool
from bot.telegram_api.limiter import OnFlood, PacedLimiter
from bot.telegram_api.menus import CommandMenus
from bot.telegram_api.messenger import TelegramMessenger
from bot.telegram_api.transport import CONNECTIONS, build_polling_request, build_request
from bot.texts import TEXTS_DIRECTORY, Texts
from commands.asking import patiently
from commands.databases import open_database
from handlers.application import RaisingApplication, build_application
from handlers.features import collect_routes
from handlers.intake import Intake
from handlers.routes import Routes
from storage.database import Database, in_transaction
from storage.errors import StorageUnavailable
from storage.models.messages import Lane
from storage.schema import require_schema

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """Everything one process is made of."""

    settings: Settings
    database: Database
    service: Service
    routes: Routes
    bot: ExtBot[Lane]
    application: RaisingApplication
    messenger: TelegramMessenger
    leadership: Leadership
    desk: Desk
    outbox: Outbox
    broadcaster: Broadcaster
    intake: Intake


def load_facts(settings: Settings, branch: Branch) -> Facts:
    """The project's facts with the branch's corrections, if its file names any. Raises FactsUnreadable."""
    return Facts.load(overlay=settings.branch_file.with_name(branch.facts) if branch.facts else None)


def build_service(
    settings: Settings, clock: Clock, bot_username: str, board: FactsBoard | None = None
) -> Service:
    """The knowledge of a deployment, read from its files."""
    branch = load_branch(settings.branch_file)
    places = PlaceIndex(branch.areas)  # first: what reading all of Indonesia takes is used again for the rest
    return Service(
        branch=branch,
        shipped=Texts.load(TEXTS_DIRECTORY),
        board=board or FactsBoard(load_facts(settings, branch)),
        questions=Questions(Answers.load(TEXTS_DIRECTORY), load_lexicon()),
        places=places,
        clock=clock,
        bot_username=bot_username,
        zone=settings.zone,
        paid_messages=budget_messages(settings.paid_stars) if settings.paid_broadcast else None,
        bulk_per_second=_bulk_per_second(settings),
    )


def build_bot(settings: Settings, pacer: Pacer, leadership: Leadership | None) -> ExtBot[Lane]:
    """The bot on our transport, behind our limiter; nothing is fetched yet."""
    if not settings.bot_token.get_secret_value():
        raise ConfigurationError("BOT_TOKEN is missing: @BotFather gives one")
    base = settings.bot_api_url.rstrip("/")
    return ExtBot(
        token=settings.bot_token.get_secret_value(),
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=build_request(in_transaction.get, connections=_connections(settings)),
        get_updates_request=build_polling_request(in_transaction.get),
        rate_limiter=PacedLimiter(pacer, on_flood=_flood_reporter(leadership)),
    )


def _flood_reporter(leadership: Leadership | None) -> OnFlood:
    async def report(seconds: float) -> None:
        FLOODS.inc()
        if leadership is None:
            return
        try:
            await leadership.report_flood(seconds)
        except StorageUnavailable:
            log.warning("a flood could not be told to the other replicas")

    return report


@asynccontextmanager
async def open_house(settings: Settings, clock: Clock | None = None) -> AsyncIterator[House]:
    """Build everything, learn the bot's name - patiently -, and close it all at the end.

    ConfigurationError when a setting or the token cannot be used, SchemaMismatch for another schema.
    """
    async with open_database(settings) as database:
        await require_schema(database)
        leadership = Leadership(database)
        rates = Rates.up_to(settings.rate_per_second)
        pacer = Pacer(rates if settings.is_production else rates.with_quick_chats())
        bot = build_bot(settings, pacer, leadership)
        routes = collect_routes()
        application = build_application(bot, routes)
        try:
            await patiently(application.initialize)
            yield _furnish(settings, database, leadership, pacer, bot, routes, application, clock or Clock())
        finally:
            await application.shutdown()
            await bot.shutdown()  # where the application could not begin it leaves the connections open


def _furnish(  # noqa: PLR0917 - reason: the parts of the house, passed once
    settings: Settings,
    database: Database,
    leadership: Leadership,
    pacer: Pacer,
    bot: ExtBot[Lane],
    routes: Routes,
    application: RaisingApplication,
    clock: Clock,
) -> House:
    service = build_service(settings, clock, bot.username)
    messenger = TelegramMessenger(bot, paid_broadcast=settings.paid_broadcast)
    menus = MenuBoard(service, CommandMenus(bot), routes.menu())
    outbox = Outbox(database, service, messenger, RENDERERS, leadership)
    intake = Intake(database, service, application, messenger, routes.screens, outbox)
    return House(
        settings=settings,
        database=database,
        service=service,
        routes=routes,
        bot=bot,
        application=application,
        messenger=messenger,
        leadership=leadership,
        desk=Desk(
            database,
            service,
            leadership,
            pacer,
            menus,
            files=messenger,
            sharing=Sharing(database, leadership, pacer),
            live=LiveBoard(service, messenger),
        ),
        outbox=outbox,
        broadcaster=Broadcaster(
            database, service, messenger, leadership, Spool(Path(settings.spool_dir)), _tempo(settings)
        ),
        intake=intake,
    )


def _tempo(settings: Settings) -> Tempo:
    """How fast campaigns go: their part of the rate."""
    return Tempo.of(_bulk_per_second(settings), is_paid=settings.paid_broadcast)


def _bulk_per_second(settings: Settings) -> float:
    return Rates.up_to(settings.rate_per_second).bulk_per_second


def _connections(settings: Settings) -> int:
    """Room for the calls of a campaign and the replies beside them."""
    return CONNECTIONS + (IN_FLIGHT_PAID if settings.paid_broadcast else 0)
