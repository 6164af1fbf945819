"""Drawing the next hour's scenes while Dagster joins, checks and records the one before.

Dagster's runs are made one after another in the main thread: two at once in one process wait for each other in
Python's logging and take each other's output. The pictures need no run: they are drawn by the same use case, and
the run that asks for them finds them standing.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from anigen_assets.errors import AniGenError
from anigen_assets.logs import get_logger
from anigen_assets.services.application import Application
from anigen_assets.services.produce_scenes import produce_scenes

HOURS_AHEAD = 2
"""How many hours may be drawn that no run has asked for yet."""

GRACE_SECONDS = 10.0
"""A scene takes a few seconds; a thread that waits for another process's hour is left behind."""


class DrawingAhead:
    """Draws planned hours in order, a few ahead of those that are done. Failures are left for the run to meet."""

    def __init__(self, app: Application, hour_keys: Sequence[str]) -> None:
        self._app = app
        self._hour_keys = tuple(hour_keys)
        self._may_draw = threading.Semaphore(HOURS_AHEAD)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._draw, name="drawing-ahead", daemon=True)

    def __enter__(self) -> DrawingAhead:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Draws no further hour; of one in the making, the scene at hand is waited for and the rest given up."""
        self._stopping.set()
        self._may_draw.release()
        self._thread.join(GRACE_SECONDS)

    def done(self) -> None:
        """Tells that a run has ended, so that one more hour may be drawn."""
        self._may_draw.release()

    def _draw(self) -> None:
        slots = range(1, self._app.bible.format.scenes_per_episode + 1)
        for key in self._hour_keys:
            self._may_draw.acquire()
            if self._stopping.is_set():
                return
            try:
                for _scene in produce_scenes(self._app, key, slots, record_failure=False):
                    if self._stopping.is_set():
                        return
            except AniGenError as error:
                get_logger("studio").debug("drawing ahead failed", hour=key, error=str(error))
