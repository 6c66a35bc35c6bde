"""A volunteer registers somebody without Telegram, who may take the record over later."""

from datetime import timedelta

import pytest

from bot.names import normalise_words, same_name_key
from storage.lead_events import list_events, open_details
from storage.leads import list_leads
from storage.models.leads import Lead, LeadState, Routing
from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import VILLAGE, delivered, joins_field, lead_comes

UJANG = 1011
PHONE = "0812 3456 7801"
READ_OUT = ("/daftarkan", *REGISTRATION[1:4], "lewat RT/RW", *REGISTRATION[5:])


async def budi_registers_sari(stage: Stage) -> tuple[str, str]:
    """The two words and the payload of the claim's link, as Pak Budi is told them."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, *READ_OUT, SEND)
    said = stage.last(BUDI)
    assert "Tercatat" in said
    words = said.partition("Dua katanya: ")[2].partition(".")[0]
    return words, said.rpartition("start=")[2].strip()


async def test_the_lead_is_the_recorders_and_the_consent_is_written_down(stage: Stage) -> None:
    """Nothing of it is the volunteer's own: not the consent, not the registration."""
    await budi_registers_sari(stage)
    assert await stage.value("SELECT state FROM lead") == LeadState.ACCEPTED.value
    assert await stage.value("SELECT count(*) FROM lead WHERE contact_id IS NULL AND recorded_by IS NOT NULL")
    assert await stage.count("consent") == 0
    assert await stage.count("submission") == 0
    events = "SELECT count(*) FROM lead_event WHERE kind = 'registered on behalf' AND details IS NOT NULL"
    assert await stage.value(events) == 1
    await delivered(stage)
    assert "0812-3456-7801" in "".join(stage.shown(BUDI))


async def at_summary(stage: Stage, **said: str) -> str:
    """What Pak Budi reads before Kirim, with these answers instead of Sari's."""
    answers = {
        "Sari Wulandari": said.get("name", "Sari Wulandari"),
        "0812 3456 7801": said.get("phone", PHONE),
    }
    await stage.says(BUDI, *(answers.get(word, word) for word in READ_OUT))
    return stage.last(BUDI).partition("Bacakan sekali lagi")[0]


async def test_the_same_person_is_said_to_be_known_before(stage: Stage) -> None:
    """Not "somebody else": it is Sari, whose lead Pak Budi has; sending it again makes no second one."""
    await budi_registers_sari(stage)
    number = await stage.value("SELECT number FROM lead")
    said = await at_summary(stage)
    assert "Orang ini sudah tercatat, nama dan nomornya sama." in said
    assert f"Yang tercatat: Sari Wulandari, nomor {number}." in said
    assert "atas nama lain" not in said
    await stage.says(BUDI, SEND)
    assert await stage.count("lead") == 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sari Wulandari", "Orang ini sudah tercatat"),
        ("Ibu Sari", "dengan nama yang mirip"),
        ("Tarjo", "atas nama lain"),
    ],
)
async def test_what_is_not_theirs_is_said_in_kind_alone(stage: Stage, name: str, kind: str) -> None:
    """A phone of the office's own is known by what it has in common; neither name nor number is told."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage, phone="+6281234567801", routing=Routing.OFFICE)
    said = await at_summary(stage, name=name)
    assert kind in said
    assert "Yang tercatat" not in said
    assert lead.number not in said


async def test_an_alike_name_of_the_village_is_found_before(stage: Stage) -> None:
    """With another phone, and named, since Pak Budi has the lead."""
    await joins_field(stage, BUDI, "Pak Budi")
    own = await alike_comes(stage)
    said = await at_summary(stage)
    assert "Di desa ini sudah tercatat nama yang mirip, dengan nomor lain." in said
    assert f"Yang tercatat: Sari Wulan Dari, nomor {own.number}." in said


async def test_that_a_neighbouring_street_has_an_alike_name_is_all_that_is_told(stage: Stage) -> None:
    """Ujang has the lead, in another RT of the village: whose it is Pak Budi does not learn."""
    await joins_field(stage, BUDI, "Pak Budi")
    await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "007", "001"))
    await alike_comes(stage, rw="007", rt="001")
    said = await at_summary(stage)
    assert "nama yang mirip" in said
    assert "Yang tercatat" not in said


@pytest.mark.parametrize(
    ("routing", "works_in"), [(Routing.OFFICE, VILLAGE), (Routing.VOLUNTEERS, "36.04.01.2001")]
)
async def test_a_guessed_name_finds_nobody(stage: Stage, routing: Routing, works_in: str) -> None:
    """Neither whoever asked for the office alone, nor anybody of a village the volunteer does not work in."""
    await joins_field(stage, BUDI, "Pak Budi", where=Territory(works_in, "005", "003"))
    await alike_comes(stage, routing=routing)
    assert "mirip" not in await at_summary(stage)


async def alike_comes(stage: Stage, **changes: object) -> Lead:
    """A lead of the same village whose name is much like Sari's, with another phone."""
    name = "Sari Wulan Dari"
    words = {"name": name, "name_key": same_name_key(name), "name_words": normalise_words(name)}
    return await lead_comes(stage, **words | changes)  # type: ignore[arg-type]  # reason: any field


async def test_the_volunteers_own_form_is_another(stage: Stage) -> None:
    """What is begun for a neighbour does not get into the volunteer's own registration."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, "/daftarkan", "nelayan", "/daftar")
    assert "Langkah 1 dari 8" in stage.last(BUDI)
    await stage.says(BUDI, "/daftarkan")
    assert "Langkah 2 dari 8" in stage.last(BUDI)
    assert "Bacakan" in stage.last(BUDI)


@pytest.mark.parametrize(
    "said", ["tidak punya", "gak punya hp", "ga punya", "tidak ada nomor", "ora duwe hp"]
)
async def test_a_neighbours_number_will_do(stage: Stage, said: str) -> None:
    """However it is said that there is no phone, whose may be given instead is said; the question stays."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, *READ_OUT[:6], said)
    assert "nomor keluarga atau tetangga" in stage.last(BUDI)
    assert "Langkah 6 dari 8" in stage.last(BUDI)


async def test_a_worker_is_no_volunteer(stage: Stage) -> None:
    """The command is not theirs."""
    await stage.says(SARI, "/start", "/daftarkan")
    assert "perintah itu tidak ada" in stage.last(SARI)


async def test_the_worker_takes_the_record_over_with_two_words(stage: Stage) -> None:
    """The link alone shows nothing; with the words the record is hers, and cannot be taken again."""
    words, code = await budi_registers_sari(stage)
    await stage.says(SARI, f"/start {code}")
    assert "Sari Wulandari" not in stage.last(SARI)
    await stage.says(SARI, words.upper())
    assert "milik Bapak/Ibu sendiri" in stage.last(SARI)
    assert await stage.value("SELECT count(*) FROM lead WHERE contact_id IS NOT NULL") == 1
    await stage.says(UJANG, f"/start {code}")
    await stage.says(UJANG, words)
    assert "tidak bisa dipakai" in stage.last(UJANG)


async def sari_claims(stage: Stage) -> None:
    """Sari has a telephone of her own by now, the link, and the two words."""
    words, code = await budi_registers_sari(stage)
    await delivered(stage)
    await stage.says(SARI, f"/start {code}", words)


async def test_whoever_took_a_record_over_sees_and_corrects_it(stage: Stage) -> None:
    """She is a trader, not a farmer: the same lead says so, with its number, and there is no second one."""
    await sari_claims(stage)
    number = await stage.value("SELECT number FROM lead")
    await stage.says(SARI, "/data_saya")
    assert number in "".join(stage.shown(SARI))
    await stage.says(SARI, "/daftar", "pedagang pasar", *READ_OUT[2:], SEND)
    assert await stage.count("lead") == 1
    assert await stage.value("SELECT occupation FROM lead") == "trader"
    assert await stage.value("SELECT number FROM lead") == number
    assert await stage.value("SELECT count(*) FROM lead WHERE recorded_by IS NOT NULL") == 1
    stage.house.service.clock.move(timedelta(seconds=1))
    await delivered(stage)
    assert f"Tanda terima nomor {number}" in stage.last(SARI)


async def test_the_consent_that_was_read_out_is_taken_over(stage: Stage) -> None:
    """By a tap of her own, with the words she saw; a stranger who forges it has agreed to nothing."""
    await sari_claims(stage)
    assert await stage.count("consent") == 0
    agree = stage.button(SARI, "👍 Setuju")
    await stage.says(UJANG, "/start")
    await stage.receives(stage.tapped(UJANG, agree))
    assert await stage.count("consent") == 0
    await stage.receives(stage.tapped(SARI, agree))
    assert await stage.value("SELECT choice FROM consent WHERE granted AND purpose = 'registration'") == (
        await stage.value("SELECT routing FROM lead")
    )
    hash_ = stage.house.service.texts.hash("id", "claims-consent")
    assert await stage.value("SELECT text_hash FROM consent") == hash_


async def test_whoever_took_a_record_over_erases_it(stage: Stage) -> None:
    """With it goes the number from Pak Budi's card."""
    await sari_claims(stage)
    card = stage.messages(BUDI)[-1]
    assert "0812-3456-7801" in card["text"]
    await stage.says(SARI, "/hapus_data", "ya")
    await delivered(stage)
    assert await stage.count("lead") == 0
    (edited,) = [message for message in stage.messages(BUDI) if message["message_id"] == card["message_id"]]
    assert "0812-3456-7801" not in str(edited)


@pytest.mark.parametrize("forged", [False, True])
async def test_who_only_guesses_gets_nothing(stage: Stage, *, forged: bool) -> None:
    """Three wrong pairs close the link; a link of one's own making opens nothing."""
    _words, code = await budi_registers_sari(stage)
    await stage.says(UJANG, f"/start {code[:-4]}aaaa" if forged else f"/start {code}")
    for _ in range(3):
        await stage.says(UJANG, "gajah transparan")
    await stage.says(UJANG, f"/start {code}")
    assert ("tidak bisa dipakai" in stage.last(UJANG)) is not forged
    assert "Sari" not in "".join(stage.shown(UJANG))


async def test_what_is_read_out_is_said_to_the_worker(stage: Stage) -> None:
    """No word of a button or of this account; the consent's hash is of the words that were read out."""
    await joins_field(stage, BUDI, "Pak Budi")
    begun = len(stage.shown(BUDI))
    await stage.says(BUDI, *READ_OUT)
    said = "".join(stage.shown(BUDI)[begun:])
    for wrong in (
        "Tekan tombol di bawah",
        "akun Telegram ini",
        "Tekan nama di bawah",
        "/hapus_data",
        "pilih di bawah",
    ):
        assert wrong not in said, wrong
    assert "bahwa saya yang mencatatnya" in said
    assert "Bacakan sekali lagi ke orangnya" in said
    await stage.says(BUDI, SEND)
    async with stage.house.database.transaction(read_only=True) as tx:
        lead = (await list_leads(tx, limit=1))[0].lead
        details = [open_details(tx, event) for event in await list_events(tx, lead.id)]
    hashes = {one["text_hash"] for one in details if "text_hash" in one}
    assert hashes == {stage.house.service.texts.hash("id", "onbehalf-consent")}


async def test_a_no_that_was_read_out_is_answered_to_the_volunteer(stage: Stage) -> None:
    """Nothing is kept, and nobody is told to tap "Daftar minat" for themselves."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, *READ_OUT[:4], "tidak dulu")
    assert "tidak ada yang dicatat" in stage.last(BUDI)
    assert "Daftar minat" not in stage.last(BUDI).partition("[")[0]
    assert await stage.count("lead") == 0
