"""The registration form: which questions, in which steps, and which answers lead out of it."""

from bot.forms import ANEW, Answers, Form, Question

REGISTRATION = "registration"
ON_BEHALF = "on-behalf"  # the same questions, asked by a volunteer of somebody without Telegram

OCCUPATIONS = ("transport", "trader", "farmer", "fisher", "business", "daily", "other")
AGES = ("under18", "upto39", "upto63", "from64")
"""Named by the bounds of when the form was made; what they are today is told by `ages`."""
YES_NO = ("yes", "no")
CONSENTS = ("volunteers", "office", "no")
ABOUT_THE_WORKER = ("occupation", "employees", "work", "age", "covered", "name")
"""What was asked of "Bapak/Ibu" before it was known that somebody in the family is to be registered."""

CHECKS = frozenset({"theirs"})
"""Questions that ask about other answers: what is answered to them is no answer to be read over."""

CALL_TIMES = ("morning", "noon", "afternoon", "evening")


def _has_business(answers: Answers) -> bool:
    return answers.get("occupation") == "business"


def _is_for_family(answers: Answers) -> bool:
    return answers.get("whose") == "family"


def _is_other(answers: Answers) -> bool:
    return answers.get("occupation") == "other"


FORM = Form(
    name=REGISTRATION,
    version=2,
    questions=(
        Question("occupation", 1, OCCUPATIONS),
        Question("employees", 1, YES_NO, when=_has_business),
        Question("work", 1, reader="work", when=_is_other),
        Question("age", 2, AGES),
        Question("covered", 3, ("yes", "no", "unknown")),
        Question("consent", 4, CONSENTS),
        Question("name", 5, reader="name"),
        Question("phone", 6, reader="phone"),
        Question("whose", 6, ("self", "family")),
        Question("theirs", 6, ("yes", ANEW), when=_is_for_family, follows="whose", redoes=ABOUT_THE_WORKER),
        Question("village", 7, reader="village"),
        Question("neighbourhood", 7, reader="neighbourhood", follows="village"),
        Question("calltime", 8, CALL_TIMES),
    ),
)

EXITS: dict[tuple[str, str], str] = {
    ("age", "under18"): "young",
    ("age", "from64"): "old",
    ("covered", "yes"): "covered",
    ("consent", "no"): "declined",
}
"""Answers that end the form kindly: (question, answer) to the name of the way out."""

HAND_OVERS = frozenset({"young", "old"})
"""Ways out that a person takes over at once (PDP law: a guardian; the age ceiling is not settled)."""
