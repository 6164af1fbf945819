"""Keeps Dagster's own voice off the terminal of a command; the instance has it all on record."""

from __future__ import annotations

import logging
import warnings

from dagster import BetaWarning, PreviewWarning


def quiet_dagster() -> None:
    """Shows only errors of Dagster on the terminal, and no notes about how finished its parts are."""
    for name in ("dagster", "dagster.builtin"):
        logging.getLogger(name).setLevel(logging.ERROR)
    # What Dagster says to the root logger (connecting to its database again) would go to standard error.
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore", PreviewWarning)
    warnings.simplefilter("ignore", BetaWarning)
