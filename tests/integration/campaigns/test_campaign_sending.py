"""A campaign from its approval to its last recipient, on both engines."""

from storage.models.campaigns import CampaignState
from tests.integration.campaigns.crowd import FIRST, Desk, delivered, people_agree, started
from tests.integration.house_stage import Stage


async def test_everybody_who_agreed_gets_it_once(stage: Stage) -> None:
    """Canary first, then the others; each of them has it exactly once, and it is over by itself."""
    desk = Desk.of(stage.house)
    await people_agree(stage.house.database, desk.now, 45)
    for number in range(45):
        stage.person(FIRST + number)
    campaign = await started(desk)
    assert campaign.state is CampaignState.RUNNING
    assert (campaign.audience, campaign.released) == (45, 20)
    assert await delivered(stage, campaign) == {"sent": 45}
    assert (await desk.campaign(campaign.id)).state is CampaignState.FINISHED
    for number in range(45):
        assert len(stage.shown(FIRST + number)) == 1
