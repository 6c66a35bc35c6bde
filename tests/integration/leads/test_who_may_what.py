"""Role by action by territory: each forbidden cell is tried with a real forged button, and refused."""

from typing import Any

import pytest

from bot.access import PERMISSIONS, Permission
from handlers.features import collect_routes
from storage.contacts import meet_contact
from storage.groups import add_group, find_group_named
from storage.leads import list_leads
from storage.models.groups import GroupKind
from storage.models.reviews import ReviewKind
from storage.models.staff import Role
from storage.models.uploads import UploadState
from storage.models.volunteers import Volunteer
from storage.reviews import list_reviews, open_review
from storage.staff import grant_role
from storage.uploads import add_upload, change_upload
from storage.volunteers import Territory, list_postings, post, unpost
from tests.integration.house_stage import BUDI, RINA, Stage
from tests.integration.leads.field import RT, VILLAGE, delivered, joins_field, lead_comes

ROUTES = collect_routes()
ELSEWHERE = Territory("36.73.01.1001", "001", "001")
NEXT_RT, NEXT_VILLAGE = Territory(VILLAGE, "005", "004"), Territory("36.04.12.2002")
STRANGER, NEXT_DOOR, OF_A_GROUP = STRANGERS = 1020, 1031, 1032
OF_A_PLACE = {"followups", "team", "own-lead", "moves", "papers"}
"""A right is not enough for these: the lead or the volunteer must be of one's own streets."""
OWN = {"home", "profile", "gatherings", "registration", "consents", "privacy", "language", "deputies"}
"""Whoever has the right does it with what is theirs: their hours, their form, an evening of their place."""
FOR_ALL = {"programme", "benefits", "contributions", "explainers", "eligibility", "facilities", "safety"}
"""What everybody may read."""
OF_STAFF = {
    "cases",
    "duty",
    "replies",
    "invitations",
    "groups",
    "territories",
    "rosters",
    "leads",
    "funnel",
    "questions",
    "facts",
    "sayings",
    "sentences",
    "newcomers",  # of one's own invitations alone: test_newcomers
    "reviews",
    "sources",
    "newsource",
    "voices",
    "campaigns",
    "picks",
}
"""Whoever has the right has it for the whole branch; some verbs are everybody's, with what is theirs."""
ROLES = (Role.WORKER, Role.VOLUNTEER, Role.COORDINATOR, Role.CLOSER, Role.OFFICER)


def forbidden_to(role: Role) -> list[tuple[str, str]]:
    """Every button whose right the role has not: whatever a feature registers is here by itself."""
    return [key for key, route in ROUTES.actions.items() if route.permission not in PERMISSIONS[role]]


def of_a_place_to(role: Role) -> list[tuple[str, str]]:
    """Buttons that the role may press, but not for somebody of another place; officers are of all places."""
    if role is Role.OFFICER:
        return []
    return [key for key in ROUTES.actions if key[0] in OF_A_PLACE and key not in forbidden_to(role)]


def test_every_noun_is_in_the_matrix() -> None:
    """A new feature must say whether a right is enough for its buttons; none is told twice."""
    nouns = [*OF_A_PLACE, *OWN, *FOR_ALL, *OF_STAFF]
    assert len(nouns) == len(set(nouns))
    assert set(nouns) == {noun for noun, _verb in ROUTES.actions}


def test_every_right_is_somebodys_and_not_everybodys() -> None:
    """But for using the service: each other right is kept from some role that the matrix tries."""
    for route in ROUTES.actions.values():
        holders = [role for role in ROLES if route.permission in PERMISSIONS[role]]
        assert (len(holders) == len(ROLES)) is (route.permission is Permission.USE_SERVICE)


async def facts(stage: Stage) -> list[Any]:
    """Everything that a tap might have changed."""
    questions = (
        "SELECT state FROM lead",
        "SELECT version FROM lead",
        "SELECT count(*) FROM lead_event",
        "SELECT count(*) FROM volunteer WHERE is_active",
        "SELECT sum(version) FROM volunteer",
        "SELECT count(*) FROM invitation",
        "SELECT count(*) FROM support_case",
        "SELECT count(*) FROM gathering",
        "SELECT count(*) FROM review WHERE state = 'open'",
        "SELECT count(*) FROM upload WHERE state = 'read'",
        "SELECT count(*) FROM worker_group",
        "SELECT count(*) FROM staff_member WHERE deputy_telegram_id IS NOT NULL",
        "SELECT count(*) FROM campaign",
        "SELECT count(*) FROM fact_change",
        "SELECT count(*) FROM voice_note",
        "SELECT count(*) FROM waiting_voice",
        "SELECT count(*) FROM message WHERE kind NOT IN ('lead-offer')",
    )
    return [await stage.value(question) for question in questions]


@pytest.mark.parametrize("role", ROLES)
async def test_a_forbidden_action_changes_and_shows_nothing(stage: Stage, role: Role) -> None:
    """Pak Budi's lead, and every button there is, pressed with another role: those the role has no right to
    from elsewhere, those it has from elsewhere, from next door, and from a group of the same village.
    """
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    for who in STRANGERS:
        await arrives_as(stage, role, who)
    known = {"team": (budi.id.hex,), **await something_to_decide(stage)}
    seen = f"{lead.number}.{lead.version}"
    before = await facts(stage)
    for noun, verb in forbidden_to(role):
        for id_ in known.get(noun, (seen,)):
            await press(stage, noun, verb, id_)
    for noun, verb in of_a_place_to(role):
        await press(stage, noun, verb, "")
        for who in STRANGERS:
            for id_ in fitting(noun, seen, budi.id.hex):
                await press(stage, noun, verb, id_, who)
    assert await facts(stage) == before
    said = "".join(text for who in STRANGERS for text in stage.shown(who))
    assert "Sari" not in said
    assert "0812" not in said


def fitting(noun: str, seen: str, owner: str) -> tuple[str, ...]:
    """What a button of this noun names: a lead as it was seen or by its number, or whose it is."""
    number = seen.partition(".")[0]
    match noun:
        case "team" | "papers":
            return (owner,)
        case "moves":
            return (number, owner, "branch")
        case _:
            return (seen, number)


async def arrives_as(stage: Stage, role: Role, who: int = STRANGER) -> None:
    """A stranger with a role, each of another place; workers and officers have none."""
    if role is Role.WORKER:
        await stage.says(who, "/start")
    elif role is Role.OFFICER:
        await stage.says(who, "/start")
        async with stage.house.database.transaction() as tx:
            await grant_role(tx, who, role, stage.house.service.clock.now())
    else:
        next_door = NEXT_VILLAGE if role is Role.COORDINATOR else NEXT_RT
        where = next_door if who == NEXT_DOOR else ELSEWHERE
        volunteer = await joins_field(stage, who, "Orang Lain", role, where)
        if who == OF_A_GROUP:
            await answers_for_a_group(stage, volunteer)


async def answers_for_a_group(stage: Stage, volunteer: Volunteer) -> None:
    """Fishers of the very village, whom the lead is not one of; and nothing besides."""
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        for posting in await list_postings(tx, volunteer.id):
            await unpost(tx, volunteer.id, posting.id)
        await add_group(tx, GroupKind.FISHERS, "Laut Jaya", now, village_code=VILLAGE)
        group = await find_group_named(tx, "Laut Jaya")
        assert group is not None
        await post(tx, volunteer.id, now, group_id=group.id)


async def test_a_button_of_no_screen_holds_only_where_it_says_so(stage: Stage) -> None:
    """Whoever has every right, too, presses what belongs to a screen on that screen alone."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    await arrives_as(stage, Role.OFFICER)
    before = await facts(stage)
    for (noun, verb), route in ROUTES.actions.items():
        if not route.anywhere:
            id_ = budi.id.hex if noun == "team" else f"{lead.number}.{lead.version}"
            await tap(stage, noun, verb, id_, "-")
    assert await facts(stage) == before
    assert "Sari" not in "".join(stage.shown(STRANGER))


@pytest.mark.parametrize("role", ROLES)
async def test_a_forbidden_command_is_none(stage: Stage, role: Role) -> None:
    """It is answered like one that there is not, with whatever is typed behind it."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await arrives_as(stage, role)
    await stage.says(STRANGER, "/tidakada")
    unknown = stage.last(STRANGER)
    before = await facts(stage)
    for name, command in ROUTES.commands.items():
        if command.permission not in PERMISSIONS[role]:
            await stage.says(STRANGER, f"/{name} {lead.number}")
            assert stage.last(STRANGER) == unknown, name
    assert await facts(stage) == before


async def something_to_decide(stage: Stage) -> dict[str, tuple[str, ...]]:
    """A review, a spreadsheet and a group that stand open, as the buttons of each noun name them."""
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        lead_id = (await list_leads(tx, limit=1))[0].lead.id
        await open_review(tx, ReviewKind.SAMPLE, "of the test", lead_id, "test", now)
        (review,) = await list_reviews(tx, limit=1)
        rina = await meet_contact(tx, RINA, now)
        upload = await add_upload(tx, rina.id, "BQACfile", now, is_xlsx=False)
        await change_upload(tx, upload, UploadState.READ)
        await add_group(tx, GroupKind.FISHERS, "Mina Bahari", now)
        group = await find_group_named(tx, "Mina Bahari")
        assert group is not None
    return {
        "reviews": (f"{review.id.hex}.1", review.id.hex),
        "rosters": (f"{upload.id.hex}.2",),
        "groups": (group.id.hex,),
        "invitations": ("officer",),
    }


async def press(stage: Stage, noun: str, verb: str, id_: str, who: int = STRANGER) -> None:
    """Press it as one of the screen the person looks at, and as a notice's button where it may be one."""
    if ROUTES.actions[noun, verb].anywhere:
        await tap(stage, noun, verb, id_, "-", who)
    version = await stage.value(
        "SELECT version FROM conversation JOIN contact ON contact.id = conversation.contact_id "
        f"WHERE telegram_id = {who}"
    )
    await tap(stage, noun, verb, id_, str(version), who)


async def tap(stage: Stage, noun: str, verb: str, id_: str, bound: str, who: int = STRANGER) -> None:
    assert (await stage.receives(stage.tapped(who, f"{noun}:{verb}:{id_}:{bound}"))).status == 200


async def test_the_same_village_is_not_the_same_lead(stage: Stage) -> None:
    """A volunteer of the next RT neither opens nor takes Pak Budi's lead; a coordinator sees no phone."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await joins_field(stage, STRANGER, "Orang Lain", where=Territory(VILLAGE, "005", "004"))
    await joins_field(stage, 1021, "Koordinator", Role.COORDINATOR, Territory(VILLAGE))
    for verb in ("show", "phone", "take", "history", "note", "cannot"):
        await press(stage, "followups", verb, f"{lead.number}.{lead.version}")
        await press(stage, "followups", verb, lead.number)
    assert "Sari" not in "".join(stage.shown(STRANGER))
    await stage.receives(stage.tapped(1021, f"followups:show:{lead.number}:-"))
    assert "Sari Wulandari" in stage.last(1021)
    version = stage.button(1021, "🕘 Riwayat").rpartition(":")[2]
    await stage.receives(stage.tapped(1021, f"followups:phone:{lead.number}:{version}"))
    await delivered(stage)
    assert "0812" not in "".join(stage.shown(1021))


@pytest.mark.parametrize(
    ("role", "where", "moves"),
    [
        (Role.VOLUNTEER, RT, False),
        (Role.CLOSER, Territory(), False),
        (Role.COORDINATOR, ELSEWHERE, False),
        (Role.COORDINATOR, Territory("36.04"), True),
        (Role.OFFICER, Territory(), True),
    ],
)
async def test_a_lead_is_moved_by_whoever_answers_for_its_place(
    stage: Stage, role: Role, where: Territory, moves: bool
) -> None:
    """The same real buttons, pressed one after the other by each role and territory."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    ujang = await joins_field(stage, 1022, "Ujang", where=Territory(VILLAGE, "005"))
    await joins_field(stage, STRANGER, "Orang Lain", role, where)
    for noun, verb, id_ in (
        ("followups", "show", lead.number),
        ("moves", "one", lead.number),
        ("moves", "to", ujang.id.hex),
    ):
        await press(stage, noun, verb, id_)
    owner = await stage.value("SELECT owner_id FROM lead")
    assert str(owner).replace("-", "") == (ujang if moves else budi).id.hex
