"""The command menus, from the table that registers the handlers: one a language and role."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.access import Permission, is_allowed
from bot.service import Service
from storage.database import Database
from storage.models.staff import Role
from storage.staff import list_former_staff, list_staff

REST_AFTER_FAILURE = timedelta(minutes=1)

Own = tuple[Role, str] | None  # whose menu a chat has of its own, in which language; None: everybody's


class Menus(Protocol):
    """Where command menus are shown."""

    async def publish(self, commands: list[tuple[str, str]], language: str, chat_id: int | None) -> bool:
        """Set the menu of everybody, or of one chat; whether that worked."""
        ...

    async def withdraw(self, chat_id: int) -> bool:
        """Take a chat's own menu away, so that it shows everybody's; whether that worked."""
        ...

    async def introduce(self, description: str, short: str, language: str) -> bool:
        """Set what people read before they start; whether that worked."""
        ...


class MenuBoard:
    """Keeps the menus as they should be; remembers only what Telegram took."""

    def __init__(self, service: Service, menus: Menus, commands: Mapping[str, Permission]) -> None:
        self._service = service
        self._menus = menus
        self._commands = commands
        self._published: dict[str, str] = {}  # by language: what the bot says of itself beside the menu
        self._shown: dict[int, Own] = {}
        self._rests_until = datetime.min.replace(tzinfo=UTC)

    async def refresh(self, database: Database) -> None:
        """Set whatever is not as it should be; what Telegram did not take is tried again a minute later."""
        now = self._service.clock.now()
        if now < self._rests_until:
            return
        taken = [await self._refresh_everybody(), await self._refresh_staff(database)]
        if not all(taken):
            self._rests_until = now + REST_AFTER_FAILURE

    async def _refresh_everybody(self) -> bool:
        """Everybody's menu in each language, and what the bot says of itself before it is started."""
        for language in self._service.texts.languages():
            said = self._description(language)
            if self._published.get(language) != said and await self._publish(said, language):
                self._published[language] = said
        return self._published.keys() >= self._service.texts.languages()

    def _description(self, language: str) -> str:
        """What stands in the empty chat; published anew when the number in it changes."""
        service = self._service
        return service.texts.plain(
            language, "start-description", branch=service.branch.name, phone=service.call_centre
        )

    async def _publish(self, description: str, language: str) -> bool:
        short = self._service.texts.plain(
            language, "start-description-short", branch=self._service.branch.short_name
        )
        introduced = await self._menus.introduce(description, short, language)
        return await self._menus.publish(self._menu(Role.WORKER, language), language, None) and introduced

    async def _refresh_staff(self, database: Database) -> bool:
        """A menu of their own in the chats of staff, and none any more in those of former staff."""
        wanted = await self._wanted(database)
        for chat_id, own in wanted.items():
            if (chat_id not in self._shown or self._shown[chat_id] != own) and await self._show(chat_id, own):
                self._shown[chat_id] = own
        return wanted.items() <= self._shown.items()

    async def _wanted(self, database: Database) -> dict[int, Own]:
        """Former staff of before this start, too: they were demoted by the settings that it began with."""
        async with database.transaction(read_only=True) as tx:
            staff = await list_staff(tx, Role)
            former = await list_former_staff(tx)
        wanted: dict[int, Own] = dict.fromkeys(former)
        return wanted | {contact.telegram_id: (role, contact.language) for contact, role in staff}

    async def _show(self, chat_id: int, own: Own) -> bool:
        if own is None:
            return await self._menus.withdraw(chat_id)
        role, language = own
        return await self._menus.publish(self._menu(role, language), language, chat_id)

    def _menu(self, role: Role, language: str) -> list[tuple[str, str]]:
        """The commands a role may use, each with what it does in a few words."""
        return [
            (name, self._service.texts.plain(language, f"command-{name}"))
            for name, permission in self._commands.items()
            if is_allowed(role, permission)
        ]
