"""Child processes of `anigen up`: they die with their parent, end in order, and are told apart in the log."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

PR_SET_PDEATHSIG = 1
DEATH_SECONDS = 5
"""How long a killed process may take to be gone."""
GRACE_SECONDS = 20.0
LOG_BYTES = 20_000_000
"""A log that has grown beyond this goes to `.1` beside it, in place of what was there."""


@dataclass
class Child:
    """A running part of the system.

    Attributes:
        log: File that its output goes to.
    """

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def ended(self) -> int | None:
        """Exit code, or None while it runs."""
        return self.process.poll()


def start(name: str, arguments: Sequence[str], environment: Mapping[str, str], log: Path, cwd: Path) -> Child:
    """Starts a child in a process group of its own, with its output in a log file."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        process = subprocess.Popen(
            list(arguments),
            env={**os.environ, **environment},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509  (one thread, and it only calls prctl)
        )
    return Child(name, process, log)


def stop(children: Sequence[Child]) -> None:
    """Asks all to end (SIGTERM), waits, and ends the stubborn with their whole group."""
    for child in children:
        if child.ended() is None:
            child.process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0.1, deadline - time.monotonic()))
        _kill_group(child.process.pid)
        child.process.wait()


def trim(log: Path) -> None:
    """Moves the content of a long log aside. Its child writes on: the file is open for appending."""
    with contextlib.suppress(OSError):  # a full disk, or somebody else's broom
        if log.stat().st_size > LOG_BYTES:
            shutil.copyfile(log, log.with_name(f"{log.name}.1"))
            os.truncate(log, 0)


def tail(path: Path, lines: int = 12) -> str:
    """The last lines of a log."""
    try:
        return "\n".join(path.read_text(errors="replace").splitlines()[-lines:])
    except FileNotFoundError:
        return ""


def _kill_group(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
    # Who is about to die still counts as a user of the database, which would then be left running.
    deadline = time.monotonic() + DEATH_SECONDS
    while _lives(group) and time.monotonic() < deadline:
        time.sleep(0.05)


def _lives(group: int) -> bool:
    for process in psutil.process_iter(["status"]):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if process.info["status"] != psutil.STATUS_ZOMBIE and os.getpgid(process.pid) == group:
                return True
    return False


def _die_with_parent() -> None:
    # Dagster ends a run by an interrupt, which a shell that started us in the background has told us to ignore.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
