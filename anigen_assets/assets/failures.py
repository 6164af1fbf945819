"""How an error becomes a Dagster failure: permanent ones are not retried, transient ones are, boundedly.

Steps ask for their retries themselves. A RetryPolicy would also retry a step that a person has just terminated
in the UI, since Dagster treats the interrupt as one more failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from anigen_assets.errors import AniGenError
from anigen_assets.store.faults import translated

MAX_RETRIES = 2
"""Of a step; crashes of a whole run are retried by `run_retries` in dagster.yaml, and failed hours by the sensor."""
PAUSE_SECONDS = 3.0


ERROR_KIND = "error"
"""Metadata of a failure: the name of the error's class."""


@contextmanager
def as_failures(context: dg.AssetExecutionContext) -> Iterator[None]:
    """Turns an error into a Dagster failure that says its sentence first, or into one more try.

    What is not one of ours is a mistake of ours or of a library: trying again would only repeat it.
    """
    try:
        yield
    except AniGenError as error:
        if not error.permanent and context.retry_number < MAX_RETRIES:
            context.log.warning(f"{error} Trying again.")
            pause = PAUSE_SECONDS * 2**context.retry_number
            raise dg.RetryRequested(max_retries=MAX_RETRIES, seconds_to_wait=pause) from error
        raise dg.Failure(
            description=str(error),
            metadata={ERROR_KIND: type(error).__name__, "trying again can help": not error.permanent},
            allow_retries=False,
        ) from error
    except Exception as error:
        raise dg.Failure(
            description=f"Unexpected {type(error).__name__}: {error}",
            metadata={ERROR_KIND: type(error).__name__, "trying again can help": False},
            allow_retries=False,
        ) from error


@contextmanager
def database_faults(where: str) -> Iterator[None]:
    """Says in one sentence of ours what ails Dagster's own database; any other error passes as it is.

    Args:
        where: Its server and name, without credentials.

    Raises:
        DatabaseUnavailableError: It went away or cannot be reached.
    """
    try:
        yield
    except AniGenError:
        raise
    except Exception as error:
        cause: BaseException | None = error
        while cause is not None:
            fault = translated(cause, where)
            if fault is not None:
                raise fault from error
            cause = cause.__cause__ or cause.__context__
        raise
