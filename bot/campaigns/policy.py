"""What a campaign may say, as data: policy.toml beside this file, and what the branch adds to it."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, field_validator

from bot.patterns import any_of
from bot.service import Service

POLICY_FILE = Path(__file__).with_name("policy.toml")
TEXT_LIMIT = 4096  # UTF-16 units after entities (Bot API: sendMessage)
CAPTION_LIMIT = 1024
MOST_BUTTONS = 3
LABEL_LIMIT = 40  # what a cheap phone shows of a button without cutting it
NAME_LIMIT = 60  # of a campaign, for staff alone


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AccountRules(_Frozen):
    """How many digits in a row are taken for an account number, and how many beside a word that names one."""

    digits: int
    digits_near_words: int
    words: tuple[str, ...]


class ForwardingRules(_Frozen):
    """Regular expressions of what asks people to pass a message on."""

    patterns: tuple[str, ...]


class PoliticalRules(_Frozen):
    """Words of election campaigns, whole words each."""

    words: tuple[str, ...]


class DemandRules(_Frozen):
    """What may only be warned of, and by which words asking and warning are told apart."""

    things: tuple[str, ...]
    spelled: tuple[str, ...]
    harmless: tuple[str, ...]
    asks: tuple[str, ...]
    requests: tuple[str, ...]
    pays: tuple[str, ...]
    towards: tuple[str, ...]
    payees: tuple[str, ...]
    denials: tuple[str, ...]
    between: tuple[str, ...]
    others: tuple[str, ...]
    lists: tuple[str, ...]
    ands: tuple[str, ...]
    turns: tuple[str, ...]
    exceptions: tuple[str, ...]
    bare: tuple[str, ...]


class PromiseRules(_Frozen):
    """Words of certainty, whole words each."""

    words: tuple[str, ...]


class SumRules(_Frozen):
    """Near which words - so many characters before or after - a typed sum is refused, and for which field."""

    before: int
    after: int
    fields: tuple[tuple[str, tuple[str, ...]], ...]

    @field_validator("fields", mode="before")
    @classmethod
    def _as_pairs(cls, table: object) -> object:
        return tuple(table.items()) if isinstance(table, dict) else table


class PolicyFile(_Frozen):
    """policy.toml as it stands."""

    shorteners: tuple[str, ...]
    link_endings: tuple[str, ...]
    program_endings: tuple[str, ...]
    program_patterns: tuple[str, ...]
    document_endings: tuple[str, ...]
    accounts: AccountRules
    forwarding: ForwardingRules
    politics: PoliticalRules
    demands: DemandRules
    promises: PromiseRules
    sums: SumRules


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules for one branch, ready to be applied."""

    file: PolicyFile
    hosts: tuple[str, ...]  # and whatever stands below them
    bot_username: str
    words: tuple[str, ...]  # refused: politics, and what the branch added
    own_numbers: tuple[str, ...]  # digits of the branch's own phones

    def word_pattern(self) -> re.Pattern[str]:
        """Any refused word, whole."""
        return _any_word(self.words)

    def promise_pattern(self) -> re.Pattern[str]:
        """Any word of certainty, whole."""
        return _any_word(self.file.promises.words)


@cache
def read_policy() -> PolicyFile:
    """The project's own rules, read once."""
    return PolicyFile.model_validate(tomllib.loads(POLICY_FILE.read_text(encoding="utf-8")))


def policy_for(service: Service) -> Policy:
    """The project's rules with the branch's hosts and words."""
    file, branch = read_policy(), service.branch
    numbers = (re.sub(r"\D", "", number) for number in (service.call_centre, branch.phone))
    return Policy(
        file=file,
        hosts=tuple(host.casefold() for host in branch.campaigns.hosts),
        bot_username=service.bot_username.casefold(),
        words=tuple(sorted({*file.politics.words, *map(str.casefold, branch.campaigns.refused_words)})),
        own_numbers=tuple(number for number in numbers if number),
    )


@cache
def _any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)")
