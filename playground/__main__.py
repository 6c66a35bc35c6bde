"""`python -m playground --port 8080`: an offline Telegram of one's own."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys

from playground.floods import Limits
from playground.server import serve
from playground.settings import Settings


def main() -> None:
    options = _options()
    settings = Settings(
        token=options.token,
        limits=None if options.no_limits else Limits(),
        keep_history=not options.benchmark,
        anyone=options.benchmark,
    )
    sys.stdout.write(f"The playground is open: http://{options.host}:{options.port}\n")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(options.host, options.port, settings))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="playground", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--token", help="the only token to accept; any well-formed one when left out")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429")
    parser.add_argument(
        "--benchmark", action="store_true", help="any chat id, and counters in place of messages"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
