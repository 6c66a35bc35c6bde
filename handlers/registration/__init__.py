"""Registration: /daftar and /status, the questions, the summary, and the consents asked after it."""

from bot.registration.form import REGISTRATION
from handlers.registration import actions, consents, places, status
from handlers.registration.questions import registration_screen
from handlers.registration.typed import read_answer, read_contact
from handlers.routes import Routes


def register(routes: Routes) -> None:
    routes.screen(REGISTRATION, registration_screen, read_answer, digits=True)
    routes.shared_contact(REGISTRATION, read_contact)
    actions.register(routes)
    places.register(routes)
    consents.register(routes)
    status.register(routes)
