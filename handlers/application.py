"""Builds PTB's Application: our routes in it, its errors raised, its own updater and job queue left out."""

from typing import Any

from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    MessageHandler,
    filters,
)

from handlers.context import Context
from handlers.dispatch import Dispatch
from handlers.routes import Routes

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


class RaisingApplication(Application[Any, Context, Any, Any, Any, Any]):
    """PTB swallows what handlers raise; here it goes up to the intake, which rolls back."""

    async def process_error(
        self,
        update: object,  # noqa: ARG002 - reason: PTB's signature
        error: Exception,
        job: object = None,  # noqa: ARG002 - reason: as above
        coroutine: object = None,  # noqa: ARG002 - reason: as above
    ) -> bool:
        """Raise."""
        raise error


def build_application(bot: ExtBot[Any], routes: Routes) -> RaisingApplication:
    """The application for a bot that main has built; nothing is started, nothing is fetched."""
    application = (
        ApplicationBuilder()
        .bot(bot)
        .application_class(RaisingApplication)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    if not isinstance(application, RaisingApplication):
        raise TypeError(type(application).__name__)
    add_handlers(application, routes)
    return application


def add_handlers(application: Application[Any, Context, Any, Any, Any, Any], routes: Routes) -> None:
    """One handler a kind of update, taps first, of which there are most; no groups, no block=False."""
    dispatch = Dispatch(routes)
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    application.add_handler(CallbackQueryHandler(dispatch.button))
    for name in routes.commands:
        application.add_handler(CommandHandler(name, dispatch.command(name), filters=private))
    application.add_handler(MessageHandler(private & filters.COMMAND, dispatch.unknown_command))
    application.add_handler(MessageHandler(private & filters.TEXT, dispatch.text))
    application.add_handler(MessageHandler(private & filters.CONTACT, dispatch.contact))
    application.add_handler(MessageHandler(private & filters.VOICE, dispatch.voice))
    application.add_handler(MessageHandler(private, dispatch.other))
    edits = filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE
    application.add_handler(MessageHandler(edits, dispatch.edited))
