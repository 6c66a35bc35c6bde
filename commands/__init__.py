"""The command line: one file a noun, each a Typer app that main.py puts together."""
