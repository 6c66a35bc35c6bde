"""The commands, put together; nothing happens at import."""

import sys

import typer

from bot.errors import ConfigurationError
from commands import campaigns, check, demo, imports, keys, migrations, run, sources
from commands.databases import in_plain_words
from storage.errors import PerisaiError

app = typer.Typer(
    help="Layanan Telegram BPJS Ketenagakerjaan Serang: protection explained, interest registered.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)
app.command()(run.run)
app.command()(check.check)
app.command()(keys.keys)
app.command()(keys.rekey)
app.command()(migrations.migrate)
app.command()(demo.demo)
app.add_typer(sources.app, name="source")
app.add_typer(imports.app, name="import")
app.add_typer(campaigns.app, name="campaign")


def run_command() -> None:
    """Run what was typed; what is wrong is said in a sentence, without a trace, and the exit code is 1."""
    try:
        app()
    except PerisaiError as error:
        typer.secho(_sentence(error), fg="red", err=True)
        sys.exit(1)


def _sentence(error: PerisaiError) -> str:
    return f"{'Settings' if isinstance(error, ConfigurationError) else 'Stopped'}: {in_plain_words(error)}"
