"""Real processes for end-to-end tests: started as a terminal or a container would, watched, and gone at the end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import psutil

from anigen_assets.commands.ports import free_port

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
FOREIGN = ("ANIGEN_", "DAGSTER_", "PG")

T = TypeVar("T")


@dataclass
class Started:
    """A process in a session of its own, with its output in a file."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def said(self) -> str:
        """Everything it has written so far."""
        return self.log.read_text(errors="replace")

    def end(self, how: signal.Signals = signal.SIGTERM, seconds: float = 60.0) -> int:
        """Asks it to end and gives its exit code.

        Raises:
            AssertionError: It runs on.
        """
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(
                f"{self.name} still runs {seconds:.0f} s after {how.name}:\n{self.said()}"
            ) from None


def bare_environment(**more: str) -> dict[str, str]:
    """The environment without whatever would lead AniGen elsewhere; programs of this Python come first."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(FOREIGN) and name != "DATABASE_URL"
    }
    return kept | {"PATH": f"{PROGRAMS}:{os.environ.get('PATH', '')}"} | more


@contextlib.contextmanager
def running(
    name: str, command: Sequence[str], environment: Mapping[str, str], log: Path, cwd: Path = CHECKOUT
) -> Iterator[Started]:
    """A process that is killed at the end with its whole session, should the test have left it running."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            list(command),
            env=dict(environment),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_hear_signals,  # noqa: PLW1509  (it only resets signals)
        )
    started = Started(name, process, log)
    try:
        yield started
    finally:
        kill_session(process.pid)
        process.wait()


def kill_session(session: int) -> None:
    """Kills whatever is left of a session."""
    for pid in psutil.pids():
        try:
            if os.getsid(pid) == session:
                os.kill(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def traces_of(folder: Path) -> list[psutil.Process]:
    """Live processes that work in a folder, or were told of it."""
    found, text = [], str(folder)
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            told = " ".join((*process.cmdline(), *process.environ().values(), process.cwd()))
            if text in told and process.status() != psutil.STATUS_ZOMBIE and process.pid != os.getpid():
                found.append(process)
    return found


def cut_the_power(folder: Path) -> None:
    """Kills every process that works in a folder, and again those that were being born meanwhile."""
    while found := traces_of(folder):
        for process in found:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        time.sleep(0.05)  # a killed process lingers a moment


def free_ports(count: int) -> list[int]:
    """Ports of the loopback address that nobody listens on; far from the defaults, different in each process."""
    start = 20_000 + os.getpid() * 97 % 12_000  # workers are started one after the other
    found: list[int] = []
    while len(found) < count:
        found.append(free_port("127.0.0.1", start, frozenset(found)))
    return found


def wait_until(question: Callable[[], T | None], what: str, seconds: float, *alive: Started) -> T:
    """Asks until there is an answer.

    Raises:
        AssertionError: There is none in time, or one of the processes that must be alive has ended.
    """
    deadline = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        for started in alive:
            if started.process.poll() is not None:
                raise AssertionError(f"{started.name} ended while we waited for {what}:\n{started.said()}")
        if time.monotonic() > deadline:
            logs = "\n".join(f"--- {s.name}\n{s.said()[-4000:]}" for s in alive)
            raise AssertionError(f"No {what} within {seconds:.0f} s.\n{logs}")
        time.sleep(0.2)


def _hear_signals() -> None:
    # A shell that runs the tests in the background has us ignore interrupts, and Dagster then ignores SIGTERM too.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
