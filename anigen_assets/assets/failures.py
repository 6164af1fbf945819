"""How an error becomes a Dagster failure: permanent ones are not retried, transient ones are, boundedly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from anigen_assets.errors import AniGenError

RETRIES = dg.RetryPolicy(max_retries=2, delay=2, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS)
"""Of a step; crashes of a whole run are retried by `run_retries` in dagster.yaml, and failed hours by the sensor."""


@contextmanager
def as_failures() -> Iterator[None]:
    """Turns an error into a Dagster failure that says its sentence first.

    What is not one of ours is a mistake of ours or of a library: trying again would only repeat it.
    """
    try:
        yield
    except AniGenError as error:
        raise dg.Failure(
            description=str(error),
            metadata={"error": type(error).__name__, "trying again can help": not error.permanent},
            allow_retries=not error.permanent,
        ) from error
    except Exception as error:
        raise dg.Failure(
            description=f"Unexpected {type(error).__name__}: {error}",
            metadata={"error": type(error).__name__, "trying again can help": False},
            allow_retries=False,
        ) from error
