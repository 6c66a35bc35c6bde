"""What tests of changed facts do: propose one in the chat, and have it approved by somebody else."""

from tests.integration.house_stage import BUDI, RINA, Stage


async def proposes(stage: Stage, who: int, id_: str, value: str) -> None:
    """Somebody walks from /fakta to a proposal that only has to be sent."""
    await stage.says(who, f"/fakta {id_}")
    await stage.presses(who, "✏️ Usulkan perubahan")
    await stage.says(who, value, "Permenaker 9/2026")
    await stage.presses(who, "20 November 2026")


async def is_approved(stage: Stage) -> None:
    """Bu Rina sends what she has proposed, Pak Budi approves it, and every process has looked since."""
    await stage.presses(RINA, "✅ Ajukan")
    while await stage.house.outbox.drain():
        pass
    await stage.presses(BUDI, "Buka")
    await stage.presses(BUDI, "✅ Setujui")
    async with stage.house.database.transaction(read_only=True) as tx:
        await stage.house.service.board.renew(tx)  # as its job does every two seconds
