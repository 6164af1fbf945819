"""What every command shares: one sentence for an error, one JSON document on standard output, a clean exit."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import typer
from rich.console import Console

from anigen_assets.errors import AniGenError
from anigen_assets.logs import configure_logging
from anigen_assets.services.application import Application, open_application
from anigen_assets.settings import Settings, load_settings

P = ParamSpec("P")
R = TypeVar("R")

console = Console(stderr=True, highlight=False, soft_wrap=True)
"""Progress, sentences and errors: standard error."""
output = Console(highlight=False)
"""What was asked for, as a table: standard output."""


OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES})
"""What a folder may refuse anywhere, and people can mend."""


def command(function: Callable[P, R]) -> Callable[P, R]:
    """Turns AniGen's errors into one sentence and an exit code: 1 something is wrong, 2 wrong usage."""

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except AniGenError as error:
            console.print(f"[red]anigen:[/red] {_escape(str(error))}")
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            console.print("Stopped.")
            raise typer.Exit(130) from None
        except BrokenPipeError:
            sys.stderr.close()
            raise typer.Exit(0) from None
        except OSError as error:
            if error.errno not in OF_THE_DISK:
                raise
            said = f"{error.filename or 'The disk'}: {error.strerror}."
            console.print(f"[red]anigen:[/red] {_escape(said)}")
            raise typer.Exit(1) from None

    return wrapped


def settings_from_environment(**overrides: Any) -> Settings:
    """Settings, with logging set up by them."""
    settings = load_settings(**{k: v for k, v in overrides.items() if v is not None})
    configure_logging(settings.log_level)
    return settings


@contextmanager
def application(**overrides: Any) -> Iterator[Application]:
    """An open application, given back at the end. Looking begins no series: that is for `up` and `make`."""
    app = open_application(settings_from_environment(**overrides))
    try:
        yield app
    finally:
        app.close()


def emit_json(document: Any) -> None:
    """Writes one JSON document to standard output, and nothing else."""
    sys.stdout.write(json.dumps(document, indent=2, ensure_ascii=False, default=str) + "\n")


def emit_text(text: str) -> None:
    """Writes plain text to standard output."""
    sys.stdout.write(text.rstrip("\n") + "\n")


def _escape(text: str) -> str:
    from rich.markup import escape

    return escape(text)
