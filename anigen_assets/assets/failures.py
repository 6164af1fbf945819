"""How a use case's error becomes a Dagster failure: permanent ones are not retried, transient ones are, boundedly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from anigen_assets.errors import AniGenError

RETRIES = dg.RetryPolicy(max_retries=2, delay=2, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS)
"""Of a step; crashes of a whole run are retried by `run_retries` in dagster.yaml, and failed hours by the sensor."""


@contextmanager
def as_failures() -> Iterator[None]:
    """Turns AniGen's errors into Dagster failures with their sentence and no traceback to wade through."""
    try:
        yield
    except AniGenError as error:
        raise dg.Failure(
            description=str(error),
            metadata={"error": type(error).__name__, "trying again can help": not error.permanent},
            allow_retries=not error.permanent,
        ) from error
