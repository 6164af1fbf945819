"""Files that appear whole or not at all: a temporary name beside the target, fsync, rename.

The one way in which anything that matters is written to a disk. Formats belong elsewhere.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from anigen_assets.errors import DiskFullError, MediaError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_SUFFIX = ".part"


@contextlib.contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Gives a temporary path; when the block ends well, its content becomes `target`.

    Missing folders are made. When the block raises, the temporary file is removed and `target` is as before.
    The temporary file is locked while it is written, so that what a killed process left behind is told from
    another process's work and removed by the next writer of the same target.

    Raises:
        DiskFullError: No room for the file.
        MediaError: The file cannot be written for another reason.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        temporary, descriptor = _open_temporary(target)
    except OSError as error:
        raise _plain(target, error) from error
    try:
        yield temporary
        os.fsync(descriptor)
        os.replace(temporary, target)
        _sync(target.parent)
    except OSError as error:
        raise _plain(target, error) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        os.close(descriptor)


def write_whole(target: Path, content: bytes) -> None:
    """Writes bytes to `target`, whole or not at all.

    Raises:
        DiskFullError: No room for the file.
        MediaError: The folder cannot be written to.
    """
    with whole_file(target) as temporary:
        temporary.write_bytes(content)


def move_whole(source: Path, target: Path) -> None:
    """Makes a finished file on the same file system `target`, whole or not at all.

    Raises:
        DiskFullError: No room.
        MediaError: The source is missing or the folder cannot be written to.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sync(source)
        os.replace(source, target)
        _sync(target.parent)
    except OSError as error:
        raise _plain(target, error) from error


def _prefix(target: Path) -> str:
    # Room for prefix and suffix within the 255 bytes that file systems allow; 40 characters are at most 160.
    return f".{target.name[:40]}."


def _open_temporary(target: Path) -> tuple[Path, int]:
    while True:
        path = target.with_name(f"{_prefix(target)}{secrets.token_hex(4)}{_SUFFIX}")
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
        # A file system without locks only loses the sweeping of leftovers.
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if path.exists():
            return path, descriptor
        # Another writer swept the file between its creation and its lock.
        os.close(descriptor)


def _sweep(target: Path) -> None:
    prefix = _prefix(target)
    for entry in sorted(os.listdir(target.parent)):
        if entry.startswith(prefix) and entry.endswith(_SUFFIX):
            _remove_if_abandoned(target.with_name(entry))


def _remove_if_abandoned(path: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
        finally:
            os.close(descriptor)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _plain(target: Path, error: OSError) -> DiskFullError | MediaError:
    if error.errno in _FULL:
        return DiskFullError(
            f"There is no room on the disk for {target}: nothing half written was left; "
            "free some space and try again."
        )
    return MediaError(f"{target} cannot be written: {(error.strerror or str(error)).lower()}.")
