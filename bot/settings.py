"""Settings: the only reader of the environment; each secret may also come from a file named by NAME_FILE."""

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot.branch import DEFAULT_BRANCH_FILE
from bot.clock import Months
from bot.errors import ConfigurationError

TELEGRAM_API_URL = "https://api.telegram.org"
DEFAULT_DATABASE_URL = "sqlite+aiosqlite:///data/bot.db"


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long everything is kept that no branch decides on; its own table is [retention] in the branch file.

    docs/privacy.md tells it to people who ask.
    """

    unconsented_answers: timedelta
    unfinished_forms: timedelta
    screen_params: timedelta
    seen_updates: timedelta
    quarantine: timedelta
    unanswered_questions: timedelta
    expired_invitations: timedelta
    uploads: timedelta
    messages: Months
    silent_accounts: Months


LIFETIMES = Lifetimes(
    unconsented_answers=timedelta(hours=24),
    unfinished_forms=timedelta(days=90),
    screen_params=timedelta(days=90),
    seen_updates=timedelta(hours=48),  # Telegram redelivers for 24 hours
    quarantine=timedelta(days=7),
    unanswered_questions=timedelta(days=180),  # read by staff, an answer written: half a year is enough
    expired_invitations=timedelta(days=30),
    uploads=timedelta(days=7),
    messages=Months(12),
    silent_accounts=Months(24),  # of people who never registered
)


class Settings(BaseSettings):
    """Everything a deployment decides, typed and frozen; `.env.example` documents each."""

    model_config = SettingsConfigDict(frozen=True, env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr = SecretStr("")
    bot_api_url: str = TELEGRAM_API_URL
    database_url: str = DEFAULT_DATABASE_URL
    data_keys: SecretStr = SecretStr("")
    index_key: SecretStr = SecretStr("")
    owner_ids: Annotated[tuple[int, ...], NoDecode] = ()
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8000, ge=0, le=65535)
    timezone: str = "Asia/Jakarta"
    log_level: str = "INFO"
    rate_per_second: float = Field(default=28, gt=0, le=1000)
    paid_broadcast: bool = False
    paid_stars: int = Field(default=1_000, ge=1)
    spool_dir: str = "data/spool"
    branch_file: Path = DEFAULT_BRANCH_FILE

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = value.replace(",", " ").split()
        if not all(part.isascii() and part.isdecimal() for part in parts):
            raise ValueError("Telegram ids are numbers, with commas between them")
        return tuple(map(int, parts))

    @field_validator("bot_api_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        try:
            url = urlsplit(value)
            is_one = url.scheme in {"http", "https"} and bool(url.hostname) and url.port != 0
        except ValueError:
            is_one = False
        if not is_one:
            raise ValueError(f"it begins with http:// or https://; Telegram's own is {TELEGRAM_API_URL}")
        return value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{value!r} is no time zone; Asia/Jakarta is one") from error
        return value

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("LOG_LEVEL is DEBUG, INFO, WARNING or ERROR")
        return value.upper()

    @property
    def is_production(self) -> bool:
        """Whether real people are on the other side: the Bot API is Telegram's own."""
        return self.bot_api_url.rstrip("/") == TELEGRAM_API_URL

    @property
    def zone(self) -> ZoneInfo:
        """The zone that the branch's days are in."""
        return ZoneInfo(self.timezone)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - reason: the signature is pydantic's
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given in code wins, then the environment, then NAME_FILE, then `.env`."""
        return init_settings, env_settings, _NamedFiles(settings_cls), dotenv_settings


class _NamedFiles(PydanticBaseSettingsSource):
    """Reads BOT_TOKEN from the file that BOT_TOKEN_FILE names, and so for every setting."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 - reason: pydantic's signature
        path = os.environ.get(f"{field_name.upper()}_FILE")  # noqa: TID251 - reason: this is the one reader
        return (Path(path).read_text(encoding="utf-8").strip() if path else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        values = {
            name: self.get_field_value(field, name)[0]
            for name, field in self.settings_cls.model_fields.items()
        }
        return {name: value for name, value in values.items() if value is not None}


def load_settings(**overrides: Any) -> Settings:  # noqa: ANN401 - reason: any setting may be overridden
    """Read the settings; ConfigurationError names each one that cannot be used, never its value."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        problems = [f"{item['loc'][0]}".upper() + f": {item['msg']}" for item in error.errors()]
        raise ConfigurationError("; ".join(problems).replace("Value error, ", "")) from None
    except UnicodeDecodeError:
        raise ConfigurationError("`.env`, or a file that a NAME_FILE names, is no text in UTF-8") from None
    except OSError as error:
        raise ConfigurationError(f"cannot read {error.filename}: {error.strerror}") from None
