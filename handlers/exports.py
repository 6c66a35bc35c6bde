"""/siapdaftar: the ready ones as a spreadsheet, for closers and officers."""

from bot.access import Permission, is_allowed
from bot.leads.exporting import request_ready_sheet
from bot.visits import Visit
from handlers.routes import Routes


async def ready(visit: Visit, _argument: str) -> None:
    """Officers get everybody's, a closer their own."""
    everybodys = is_allowed(visit.role, Permission.SEE_LEADS)
    count = await request_ready_sheet(visit.tx, visit.contact.id, visit.now, everybodys=everybodys)
    await visit.again(visit.words.render("exports-coming" if count else "exports-none"))


def register(routes: Routes) -> None:
    routes.command("siapdaftar", ready, Permission.COMPLETE_REGISTRATION)
