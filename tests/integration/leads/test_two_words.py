"""The two words go with the person who comes: whoever had the lead before proves nothing with theirs."""

import re

from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, SARI, Stage
from tests.integration.intake.script import SEND
from tests.integration.leads.field import VILLAGE, delivered, joins_field
from tests.integration.leads.test_on_behalf import budi_registers_sari
from tests.integration.privacy.test_privacy_in_the_field import THROUGH_RT

UJANG = 1011
OLD_ONES = "Dua kata yang lama tidak berlaku lagi."


def words_told(stage: Stage) -> list[str]:
    """The two words of each message that told Sari some, the oldest first."""
    told = re.findall(r"Dua kata kita: (\w+ \w+)\.", "\n".join(stage.shown(SARI)))
    return [str(words) for words in told]


async def sari_goes_to_ujang(stage: Stage) -> None:
    """Pak Budi had taken her, and hands her back."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(SARI, "/start", *THROUGH_RT, SEND)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE))
    await stage.presses(BUDI, "Kembalikan")
    await stage.presses(BUDI, "Sedang sibuk")
    await delivered(stage)


async def test_whoever_comes_next_has_other_words(stage: Stage) -> None:
    """Sari hears them once Ujang has taken her, and that the old ones are over; Ujang's card has the same."""
    await sari_goes_to_ujang(stage)
    assert len(words_told(stage)) == 1
    assert OLD_ONES not in stage.last(SARI)
    await stage.presses(UJANG, "✅ Terima")
    await delivered(stage)
    first, second = words_told(stage)
    assert first != second
    assert OLD_ONES in stage.last(SARI)
    assert f"supaya tidak dikira penipu: {second}" in "".join(stage.shown(UJANG))


async def test_the_office_has_its_own_and_the_worker_hears_at_once(stage: Stage) -> None:
    """Nobody there is asked whether they take her: Sari is told who comes, with words nobody had before."""
    await sari_goes_to_ujang(stage)
    await stage.presses(UJANG, "✅ Terima")
    await delivered(stage)
    await stage.presses(UJANG, "📝 Catat hasilnya")
    await stage.presses(UJANG, "💛 Mau, belum sanggup")
    await delivered(stage)
    assert "Petugas kantor kami akan menghubungi" in stage.last(SARI)
    assert len(set(words_told(stage)[1:])) == 2


async def test_who_has_no_telegram_keeps_the_words_they_were_told(stage: Stage) -> None:
    """Ujang has the record now; Sari takes it over with the words that Pak Budi read out."""
    words, payload = await budi_registers_sari(stage)
    await delivered(stage)
    await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE))
    await stage.presses(BUDI, "📝 Catat hasilnya")
    await stage.presses(BUDI, "Kembalikan")
    await stage.presses(BUDI, "Sedang sibuk")
    await delivered(stage)
    assert "Sari" in stage.last(UJANG)
    await stage.says(SARI, f"/start {payload}", words)
    assert await stage.value("SELECT count(*) FROM lead WHERE contact_id IS NOT NULL") == 1
