"""Stopping: Ctrl-C, `kill` and a closed terminal end a command cleanly, whoever handles signals meanwhile."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable, Iterator
from types import FrameType

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def stop_on_signals() -> None:
    """Has each of STOPS raise KeyboardInterrupt, also where the shell had it ignored."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    for number in STOPS:
        signal.signal(number, interrupt)


@contextlib.contextmanager
def hearing_stops() -> Iterator[Callable[[], None]]:
    """Gives a function that raises KeyboardInterrupt when a stop was asked for since the block began.

    Dagster puts handlers of its own in place while it executes a run: they end the step at hand, make the run a
    failed one, and forget a signal that comes between steps. This descriptor hears every signal all the same.
    """
    stop_on_signals()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.setblocking(False)

        def check() -> None:
            with contextlib.suppress(BlockingIOError):
                if set(ours.recv(4096)) & set(STOPS):
                    raise KeyboardInterrupt

        before = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
        try:
            yield check
        finally:
            signal.set_wakeup_fd(before)
