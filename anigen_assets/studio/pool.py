"""A pool of processes that make scenes side by side.

Processes and not threads, because drawing holds Python's lock. They are started afresh (no fork of a process
that has threads or connections), import only a studio, stay for the next call so that what they have drawn
is used again, and end with the pool or its process.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
from collections.abc import Hashable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path

import anigen_assets
from anigen_assets.errors import AniGenError, StudioError
from anigen_assets.studio.ports import SceneFilm, SceneRequest
from anigen_assets.studio.worker import SceneJob

_GRACE_SECONDS = 3.0
_SINGLE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class ScenePool:
    """Makes scenes in up to `workers` processes. Calls from several threads share them."""

    def __init__(self, workers: int | None = None) -> None:
        """Opens a pool; no process is started before there is work.

        Args:
            workers: Most processes at once; None is one for each core this process may use.
        """
        self._count = max(1, workers if workers is not None else _cores())
        self._open()

    def _open(self) -> None:
        self._owner = os.getpid()
        self._seats: queue.Queue[_Worker | None] = queue.Queue()
        for _ in range(self._count):
            self._seats.put(None)
        # Linux ends a child with the thread that started it, so one thread that lives as long as the pool
        # starts them all.
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="scene-pool")

    def make_scenes(
        self, studio_name: str, jobs: Sequence[tuple[SceneRequest, Path]]
    ) -> Iterator[tuple[int, SceneFilm | AniGenError]]:
        """Yields (index of the job, its film or its failure) as the scenes are done, in any order.

        The films do not depend on the number of processes. When the iterator is closed early, scenes in the
        making are abandoned and leave nothing behind.
        """
        if self._owner != os.getpid():
            # A fork of the process that opened the pool: the workers are not ours.
            self._open()
        waiting = [
            (index, SceneJob(studio_name, request, target)) for index, (request, target) in enumerate(jobs)
        ]
        busy: dict[Connection, tuple[int, SceneJob, _Worker]] = {}
        try:
            while waiting or busy:
                while waiting and (worker := self._seat(block=not busy)) is not None:
                    index, job = waiting.pop(_choice(waiting, worker, busy.values()))
                    busy[worker.connection] = (index, job, worker)
                    worker.give(job)
                for connection in wait(list(busy)):
                    assert isinstance(connection, Connection)
                    index, job, worker = busy.pop(connection)
                    outcome = worker.take(job)
                    self._seats.put(worker if worker.alive else None)
                    yield index, outcome
        finally:
            for _, _, worker in busy.values():
                worker.stop()
                self._seats.put(None)

    def close(self) -> None:
        """Ends the processes; the pool may be used again, with new ones."""
        for _ in range(self._count):
            with contextlib.suppress(queue.Empty):
                worker = self._seats.get_nowait()
                if worker is not None:
                    worker.stop()
                self._seats.put(None)

    def _seat(self, *, block: bool) -> _Worker | None:
        """A worker, started if need be; None when all are busy and the caller does not wait."""
        try:
            worker = self._seats.get(block=block)
        except queue.Empty:
            return None
        if worker is not None and worker.alive:
            return worker
        try:
            return self._starter.submit(_Worker).result()
        except BaseException:
            self._seats.put(None)
            raise


class _Worker:
    """One process and the connection to it.

    Attributes:
        set_up: The set it drew last.
    """

    def __init__(self) -> None:
        self.set_up: Hashable = None
        self.connection, theirs = Pipe()
        environment = os.environ | dict.fromkeys(_SINGLE_THREAD, "1")
        roots = [str(Path(anigen_assets.__file__).parents[1]), environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, roots))
        command = [
            sys.executable,
            "-m",
            "anigen_assets.studio.worker",
            str(theirs.fileno()),
            str(os.getpid()),
        ]
        with theirs:
            # Its own process group: a Ctrl-C in the terminal is for the parent alone.
            self._process = subprocess.Popen(
                command,
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                env=environment,
                process_group=0,
            )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None and not self.connection.closed

    def give(self, job: SceneJob) -> None:
        self.set_up = _set_of(job)
        # A worker that died while it was idle is noticed when its answer is taken.
        with contextlib.suppress(OSError):
            self.connection.send(job)

    def take(self, job: SceneJob) -> SceneFilm | AniGenError:
        try:
            outcome: SceneFilm | AniGenError = self.connection.recv()
        except (EOFError, OSError):
            self.stop()
            return StudioError(
                f"The process that made scene {job.request.scene.slot} of {job.request.hour_key} ended "
                f"(code {self._process.returncode}): make it again; if it was killed for memory, use fewer "
                "processes or a smaller picture."
            )
        return outcome

    def stop(self) -> None:
        self.connection.close()
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _set_of(job: SceneJob) -> Hashable:
    """What a process has to paint before it can shoot a scene, and may use again for the next."""
    scene = job.request.scene
    return job.request.place.look, scene.time_of_day, scene.weather, job.request.quality


def _choice(
    waiting: list[tuple[int, SceneJob]], worker: _Worker, busy: Iterable[tuple[int, SceneJob, _Worker]]
) -> int:
    """Which waiting job a worker takes: one in the set it has, else one in a set no other is busy with."""
    sets = [_set_of(job) for _, job in waiting]
    if worker.set_up in sets:
        return sets.index(worker.set_up)
    taken = [other.set_up for _, _, other in busy]
    return next((place for place, each in enumerate(sets) if each not in taken), 0)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
