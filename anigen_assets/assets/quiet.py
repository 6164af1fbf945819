"""Keeps Dagster's own event log off the terminal of a headless command; the instance has it all on record."""

from __future__ import annotations

import logging


def quiet_dagster() -> None:
    """Shows only warnings and errors of Dagster on the terminal."""
    for name in ("dagster", "dagster.builtin"):
        logging.getLogger(name).setLevel(logging.WARNING)
