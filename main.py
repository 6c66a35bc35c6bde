"""The command line; what it knows is in `commands`."""

import gc


def main() -> None:
    """Run a command.

    Nothing that is only being loaded is garbage: without looking for some, each start is a quarter quicker.
    """
    gc.disable()
    from commands.app import run_command  # noqa: PLC0415 - reason: it is what takes long to load

    gc.freeze()
    gc.enable()
    run_command()


if __name__ == "__main__":
    main()
