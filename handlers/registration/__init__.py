"""Registration: /daftar and /status, the questions, the summary, and the consents asked after it."""

from bot.registration.form import ON_BEHALF, REGISTRATION
from handlers.registration import actions, claims, consents, on_behalf, places, status, ways_out
from handlers.registration.questions import registration_screen
from handlers.registration.typed import asks_for_digits, read_answer, read_contact
from handlers.routes import Routes


def register(routes: Routes) -> None:
    routes.screen(REGISTRATION, registration_screen, read_answer, digits=asks_for_digits)
    routes.screen(ON_BEHALF, on_behalf.form_screen, read_answer, digits=asks_for_digits)
    routes.shared_contact(REGISTRATION, read_contact)
    actions.register(routes)
    ways_out.register(routes)
    places.register(routes)
    consents.register(routes)
    status.register(routes)
    on_behalf.register(routes)
    claims.register(routes)
