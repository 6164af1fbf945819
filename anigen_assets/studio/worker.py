"""A process that makes scenes, one after another, for the pool that started it.

Run as `python -m anigen_assets.studio.worker DESCRIPTOR PARENT`. It takes jobs from the connection and
answers each; it ends when the connection closes, and with its parent, however that ends.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType

from anigen_assets.errors import AniGenError, StudioError
from anigen_assets.studio.ports import SceneFilm, SceneRequest
from anigen_assets.studio.registry import studio_by_name

_PR_SET_PDEATHSIG = 1
_PARENT_CHECK_SECONDS = 1.0


@dataclass(frozen=True)
class SceneJob:
    """One scene to make."""

    studio: str
    request: SceneRequest
    target: Path


def main(descriptor: int, parent: int) -> None:
    """Serves jobs until the connection closes."""
    _die_with(parent)
    # Ctrl-C reaches the whole terminal; whether to stop is the parent's decision.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    try:
        with Connection(descriptor) as connection:
            while True:
                try:
                    job: SceneJob = connection.recv()
                except EOFError:
                    return
                connection.send(outcome_of(job))
    finally:
        # The parent closes the connection and asks us to end: no exception in the middle of Python's own end.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def outcome_of(job: SceneJob) -> SceneFilm | AniGenError:
    """Makes a scene; a failure is returned, for it has to travel back to the parent."""
    try:
        return studio_by_name(job.studio).make_scene(job.request, job.target)
    except AniGenError as error:
        return error
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        scene = job.request.scene.slot
        return StudioError(
            f"Scene {scene} of {job.request.hour_key} could not be made by the {job.studio} studio: "
            f"{type(error).__name__}: {error} ({Path(last.filename).name}, line {last.lineno})."
        )


def _die_with(parent: int) -> None:
    """Sees to it that this process never outlives its parent, not even after `kill -9`."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    # Elsewhere, and if the parent was gone before the request to the kernel: look now and then.
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        threading.Event().wait(_PARENT_CHECK_SECONDS)
    os._exit(1)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """Ends through the blocks that are open, so that a half-written file is removed."""
    raise SystemExit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
