"""`anigen version`."""

from __future__ import annotations

from anigen_assets import __version__
from anigen_assets.commands.console import command, emit_text


@command
def version() -> None:
    """Prints the version."""
    emit_text(__version__)
