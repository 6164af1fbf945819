"""A folder as media store."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from anigen_assets.errors import MediaError
from anigen_assets.store.media.ports import StoredFile, checked_key
from anigen_assets.whole_file import move_whole, whole_file

_STAGING = ".staging"
_SEPARATOR = "~"  # in no key, so no two keys share a staging path


class LocalMediaStore:
    """Keeps files below a root folder, one file a key.

    Work in progress lies in a hidden folder of the same root, so that putting a file is a rename.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()

    def staging_root(self) -> Path:
        """The folder for work in progress; it is made."""
        folder = self._root / _STAGING
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise MediaError(f"{folder} cannot be made: {(error.strerror or str(error)).lower()}.") from error
        return folder

    def staging_path(self, key: str) -> Path:
        """A path in `staging_root`, always the same for a key."""
        return self.staging_root() / checked_key(key).replace("/", _SEPARATOR)

    @contextlib.contextmanager
    def staging_folder(self, key: str) -> Iterator[Path]:
        """An empty folder in `staging_root`, removed after the block."""
        folder = self.staging_path(key)
        # A killed process may have left it: whoever makes the same thing again clears it.
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def put_file(self, path: Path, key: str) -> StoredFile:
        """Moves a staged file, copies any other one; see MediaStore."""
        target = self._path(key)
        stored = StoredFile(key, *_measured(path))
        if self._is_staged(path):
            move_whole(path, target)
        else:
            with whole_file(target) as temporary:
                shutil.copyfile(path, temporary)
        return stored

    def local_path(self, key: str) -> Path:
        """The file itself."""
        path = self._path(key)
        if not path.is_file():
            raise MediaError(f"{path} is missing: make it again.")
        return path

    def path_or_url(self, key: str) -> str:
        """The file's absolute path."""
        return str(self._path(key))

    def exists(self, key: str) -> bool:
        """Whether there is such a file."""
        return self._path(key).is_file()

    def size(self, key: str) -> int | None:
        """Its length in bytes; None when there is no such file."""
        try:
            return self._path(key).stat().st_size
        except (FileNotFoundError, NotADirectoryError):
            return None

    def verify(self, key: str, *, sha256: str, bytes: int) -> None:
        """Reads the whole file and compares; see MediaStore."""
        path = self.local_path(key)
        length, digest = _measured(path)
        if length != bytes:
            raise MediaError(f"{path} has {length} bytes and not {bytes}: make it again.")
        if digest != sha256:
            raise MediaError(f"{path} has been changed since it was made: make it again.")

    def delete(self, key: str) -> bool:
        """Removes the file; False when there was none."""
        path = self._path(key)
        try:
            path.unlink()
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True

    def _path(self, key: str) -> Path:
        return self._root / checked_key(key)

    def _is_staged(self, path: Path) -> bool:
        return path.resolve().is_relative_to((self._root / _STAGING).resolve())


def _measured(path: Path) -> tuple[int, str]:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return file.tell(), digest
    except OSError as error:
        raise MediaError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from error
