"""The command line as a person meets it: words and settings go in; exit code, output and errors come out."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import structlog
from typer.testing import CliRunner

from anigen_assets.cli import app
from anigen_assets.commands.stopping import STOPS
from anigen_tests.e2e.processes import FOREIGN


@dataclass(frozen=True)
class Said:
    """What a command came to.

    Attributes:
        out: Standard output.
        err: Standard error, with the spaces of its frames folded.
    """

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


def anigen(*words: str, **settings: str) -> Said:
    """Runs a command in this process with these settings and no others.

    Raises:
        AssertionError: It would have shown a traceback.
    """
    foreign = [name for name in os.environ if name.upper().startswith(FOREIGN) or name == "DATABASE_URL"]
    environment: Mapping[str, str | None] = dict.fromkeys(foreign) | {"COLUMNS": "400"} | settings
    with _as_it_was():
        result = CliRunner().invoke(app, list(words), env=environment)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise AssertionError(f"anigen {' '.join(words)} shows a traceback") from result.exception
    return Said(result.exit_code, result.stdout, " ".join(result.stderr.replace("│", " ").split()))


@contextmanager
def _as_it_was() -> Iterator[None]:
    """Gives back what commands set for their whole process: handlers of signals, and where logs go."""
    before = {number: signal.getsignal(number) for number in STOPS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        structlog.reset_defaults()
