"""A spreadsheet of volunteers sent to the bot: every wrong row is named, and all or none are taken on."""

from bot.uploads import UploadReader
from playground.shapes import Upload
from storage.groups import add_group
from storage.models.groups import GroupKind
from storage.models.staff import Role
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.leads.field import delivered, joins_field, newest_sheet
from tests.integration.outbox.sending import owner_arrives

HEADER = "Nama;HP;Peran;Desa;RW;RT;Kelompok\n"
GOOD = HEADER + "Pak Budi;0813-0000-7802;;Desa Pontang;5;3;\nBu Imas;;koordinator;Desa Pontang;;;\n"
WRONG = GOOD + "Pak Udin;12;;Desa Pontang;;;\n;;;;;;\nTarjo;;;Atlantis;;;\nUjang;;;;;;Mina Bahari\n"


async def sends_sheet(stage: Stage, who: int, content: str, name: str = "relawan.csv") -> None:
    """Somebody sends a document; the job reads it, and what it says arrives."""
    stored = stage.world.files.keep("document", Upload(name, "text/csv", content.encode()))
    update = stage.sent(who, document={"file_name": name})
    update["message"]["document"] |= {"file_id": stored.file_id}
    assert (await stage.receives(update)).status == 200
    await is_read(stage)


async def is_read(stage: Stage) -> None:
    house = stage.house
    await UploadReader(house.database, house.service, house.messenger).run_due()
    await delivered(stage)


async def test_every_wrong_row_is_named_and_nobody_is_taken_on(stage: Stage) -> None:
    """By the number the spreadsheet has, in plain words; the row of an unknown group too."""
    await owner_arrives(stage)
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, WRONG)
    said = stage.last(RINA)
    assert "Ada 3 baris yang salah" in said
    for line in ('Baris 4: hp: "12" bukan', 'Baris 6: desa: "Atlantis" tidak ada', "Baris 7: kelompok:"):
        assert line in said
    assert await stage.count("volunteer") == 0


async def test_a_row_is_shown_with_all_its_faults_and_a_file_with_its_missing_columns(stage: Stage) -> None:
    """Nothing has to be sent again to learn the next fault."""
    await owner_arrives(stage)
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, HEADER + "Pak Udin;0812;bupati;Xyz;;abc;\n")
    assert "Ada 1 baris yang salah" in stage.last(RINA)
    assert all(f"{column}: " in stage.last(RINA) for column in ("hp", "peran", "desa", "rt"))
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, "a")
    assert "kolom yang belum ada: nama, desa" in stage.last(RINA)


async def test_all_are_taken_on_after_a_yes_and_invited_by_a_file(stage: Stage) -> None:
    """The link in the file makes Pak Budi a volunteer of his RT; pressing again takes nobody on twice."""
    await owner_arrives(stage)
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, GOOD)
    assert "Semua 2 baris benar" in stage.last(RINA)
    assert await stage.count("volunteer") == 0
    yes = stage.button(RINA, "✅ Masukkan semua")
    await stage.receives(stage.tapped(RINA, yes))
    await stage.receives(stage.tapped(RINA, yes))
    await is_read(stage)
    assert await stage.count("volunteer") == 2
    _names, budi, _imas = newest_sheet(stage, RINA)
    await stage.says(BUDI, f"/start {str(budi[2]).rpartition('start=')[2]}")
    await stage.presses(BUDI, "🤝 Setuju dan ikut")
    assert await stage.count("volunteer") == 2
    assert await stage.value("SELECT count(*) FROM volunteer WHERE contact_id IS NOT NULL") == 1


async def takes_on(stage: Stage, content: str) -> None:
    """Bu Rina sends a file and says yes."""
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, content)
    await stage.presses(RINA, "✅ Masukkan semua")
    await is_read(stage)


async def test_the_same_file_twice_makes_nobody_two_people(stage: Stage) -> None:
    """Who is known is named before; a new link is made for whoever has not joined, and the old one ends."""
    await owner_arrives(stage)
    await takes_on(stage, GOOD)
    first = str(newest_sheet(stage, RINA)[1][2]).rpartition("start=")[2]
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, GOOD)
    assert "2 baris sudah tercatat (baris 2, 3)" in stage.last(RINA)
    await stage.presses(RINA, "✅ Masukkan semua")
    await is_read(stage)
    assert (await stage.count("volunteer"), await stage.count("posting")) == (2, 2)
    second = str(newest_sheet(stage, RINA)[1][2]).rpartition("start=")[2]
    await stage.says(BUDI, f"/start {first}")
    assert "Setuju" not in str(stage.messages(BUDI)[-1]["inline_keyboard"])
    await stage.says(BUDI, f"/start {second}")
    await stage.presses(BUDI, "🤝 Setuju dan ikut")
    await takes_on(stage, GOOD.replace("5;3;", "5;4;"))
    assert (await stage.count("volunteer"), await stage.count("posting")) == (2, 3)
    assert "0 relawan baru" in stage.last(RINA)
    assert [row[0] for row in newest_sheet(stage, RINA)[1:]] == ["Bu Imas"]


async def test_one_person_on_two_rows_is_one_person(stage: Stage) -> None:
    """Two territories, one link; another person on the same phone stays another, and no role changes so."""
    await owner_arrives(stage)
    rows = "Pak Budi;0813-0000-7802;;Desa Pontang;5;3;\nPak Budi;0813-0000-7802;;Desa Pontang;5;4;\n"
    await takes_on(stage, HEADER + rows + "Bu Budi;0813-0000-7802;;Desa Pontang;5;3;\n")
    assert (await stage.count("volunteer"), await stage.count("posting")) == (2, 3)
    assert len(newest_sheet(stage, RINA)) == 3
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, HEADER + "Pak Budi;0813-0000-7802;koordinator;Desa Pontang;;;\n")
    assert "sudah tercatat dengan peran lain" in stage.last(RINA)


async def test_a_group_in_the_roster_is_found_by_name(stage: Stage) -> None:
    """A row without a village may name a group that there is."""
    await owner_arrives(stage)
    async with stage.house.database.transaction() as tx:
        await add_group(tx, GroupKind.FISHERS, "Mina Bahari", stage.house.service.clock.now())
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, HEADER + "Tarjo;;;;;;mina bahari\n")
    await stage.presses(RINA, "✅ Masukkan semua")
    await is_read(stage)
    assert await stage.value("SELECT count(*) FROM posting WHERE group_id IS NOT NULL") == 1


async def test_many_wrong_rows_come_as_a_file(stage: Stage) -> None:
    """A list longer than a screen is no screen."""
    await owner_arrives(stage)
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, HEADER + "Pak Udin;12;;Desa Pontang;;;\n" * 40)
    assert len(newest_sheet(stage, RINA)) == 41
    assert newest_sheet(stage, RINA)[1][0] == "2"


async def test_what_is_no_table_is_refused_kindly(stage: Stage) -> None:
    """Neither a picture nor a broken file does any harm."""
    await owner_arrives(stage)
    await stage.says(RINA, "/impor")
    await stage.receives(stage.sent(RINA, photo=True))
    assert "bukan berkas tabel" in stage.last(RINA)
    await sends_sheet(stage, RINA, "PK nothing", "relawan.xlsx")
    assert "tidak bisa dibaca" in stage.last(RINA)


async def test_only_whoever_may_invite_sends_rosters(stage: Stage) -> None:
    """For a volunteer the file is just a file, and somebody else's yes does nothing."""
    await owner_arrives(stage)
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, "/impor")
    await sends_sheet(stage, BUDI, GOOD)
    assert await stage.count("upload") == 0
    await stage.says(RINA, "/impor")
    await sends_sheet(stage, RINA, GOOD)
    await joins_field(stage, SARI, "Petugas", Role.OFFICER)
    await stage.receives(stage.tapped(SARI, stage.button(RINA, "✅ Masukkan semua")))
    await is_read(stage)
    assert await stage.count("volunteer") == 2  # those who joined by themselves
