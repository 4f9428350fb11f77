"""The command line: each command parses its arguments, calls a plain function and prints."""

from kg.cli.main import app

__all__ = ["app"]
