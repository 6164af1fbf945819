"""Who uses the embedded server: one small file per process, true even after a process was killed."""

from __future__ import annotations

from pathlib import Path

import psutil

KEEPER = "kept"


class Owners:
    """The processes attached to a server. The caller holds the server's lock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, pid: int) -> None:
        """Puts a process on the list."""
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / str(pid)).write_text(_birth(pid) or "")

    def remove(self, pid: int) -> None:
        """Takes a process off the list."""
        (self._folder / str(pid)).unlink(missing_ok=True)

    def add_keeper(self) -> None:
        """Notes that the server shall run on without users."""
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / KEEPER).touch()

    def remove_keeper(self) -> None:
        """Forgets that."""
        (self._folder / KEEPER).unlink(missing_ok=True)

    def has_keeper(self) -> bool:
        """Whether the server shall run on without users."""
        return (self._folder / KEEPER).exists()

    def alive(self) -> list[int]:
        """Processes that are attached and alive; forgets the dead, also when their number is another's by now."""
        found = []
        for path in sorted(self._folder.glob("[0-9]*")) if self._folder.exists() else ():
            birth = _birth(int(path.name))
            if birth is not None and birth == path.read_text():
                found.append(int(path.name))
            else:
                path.unlink(missing_ok=True)
        return found


def _birth(pid: int) -> str | None:
    """When a process began, as text; None when there is no such process."""
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return None
        return f"{process.create_time():.2f}"
    except psutil.NoSuchProcess:
        return None
