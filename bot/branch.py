"""The branch this deployment speaks for: its name, areas, offices and duties, from a TOML file."""

import tomllib
from datetime import date, time
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.errors import ConfigurationError

DEFAULT_BRANCH_FILE = Path(__file__).with_name("serang.toml")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Controller(_Frozen):
    """Who is responsible for personal data, and how to reach them."""

    name: str = ""
    contact: str = ""


class Retention(_Frozen):
    """How many months leads and cases are kept; 0 means the branch has not decided."""

    lead_months: int = Field(default=0, ge=0, le=120)
    case_months: int = Field(default=0, ge=0, le=120)


class Office(_Frozen):
    """A place one can walk into."""

    name: str
    address: str


class Goals(_Frozen):
    """What the branch wants to reach; /tim and the weekly funnel measure against it.

    `contacted_in` is for areas with a goal of their own, by code at any level: "36.04", "36.04.12".
    """

    contacted_percent: int = Field(default=80, ge=0, le=100)  # of new leads, within three days
    contacted_in: dict[str, Annotated[int, Field(ge=0, le=100)]] = Field(default_factory=dict)
    first_payments_a_month: int = Field(default=0, ge=0)  # 0: not set

    def contacted_goal(self, area_code: str) -> int:
        """The percentage for an area: of the smallest one with a goal that it lies in, else the branch's."""
        around = (code for code in self.contacted_in if area_code == code or area_code.startswith(f"{code}."))
        nearest = max(around, key=len, default=None)
        return self.contacted_percent if nearest is None else self.contacted_in[nearest]


Hour = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3])\.[0-5][0-9]$")]


class Opening(_Frozen):
    """When people of the branch answer: the days of the week (0 is Monday) and from when to when."""

    days: tuple[Annotated[int, Field(ge=0, le=6)], ...] = Field(default=(0, 1, 2, 3, 4), min_length=1)
    opens: Hour
    closes: Hour

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("it closes before it opens")
        return self


class CampaignRules(_Frozen):
    """What campaigns of this branch may say, and when and how often they may come.

    `hosts` may be linked to; `refused_words` come on top of the project's own. Hours are the recipients'.
    """

    hosts: tuple[str, ...] = ()
    refused_words: tuple[str, ...] = ()
    sends_from: time = time(8)
    sends_until: time = time(20)
    at_most: int = Field(default=1, ge=1, le=100)  # campaigns a person ...
    in_days: int = Field(default=7, ge=0, le=365)  # ... in so many days
    canary_size: int = Field(default=20, ge=1, le=1000)  # get it first; the others once all was well


class Branch(_Frozen):
    """What the branch says of itself; empty strings are not known."""

    name: str
    short_name: str
    areas: tuple[str, ...] = Field(min_length=1)
    phone: str = ""
    hours: str = ""
    opening: Opening | None = None  # the same for the service to reckon with; None: not known
    controller: Controller = Controller()
    retention: Retention = Retention()
    facts: str = ""  # the name of a file beside this one, with the branch's corrections of facts
    offices: tuple[Office, ...] = ()
    goals: Goals = Goals()
    campaigns: CampaignRules = CampaignRules()
    holidays: dict[date, str] = Field(default_factory=dict)
    working_days: tuple[date, ...] = ()  # days that the calendar takes for holidays, and that are none


def load_branch(path: Path) -> Branch:
    """Read a branch file; ConfigurationError says which line or field is wrong."""
    try:
        return Branch.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigurationError(f"BRANCH_FILE: cannot read {path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"BRANCH_FILE: {path.name} is no TOML: {error}") from None
    except ValidationError as error:
        fields = [f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors()]
        raise ConfigurationError(f"BRANCH_FILE: {path.name}: {'; '.join(fields)}") from None
