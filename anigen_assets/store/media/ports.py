"""What a media store does, whatever lies behind it; and which keys it takes.

Files go in whole and do not change afterwards: a new take has a new key.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from anigen_assets.errors import MediaError

MAXIMUM_KEY_BYTES = 512
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._:-]{0,119}")


@dataclass(frozen=True)
class StoredFile:
    """A file as it lies in the store."""

    key: str
    bytes: int
    sha256: str


class MediaStore(Protocol):
    """A place for media files, addressed by keys such as `<series>/<hour>/episode.take1.film.mp4`.

    Every method raises MediaError for a key that is not one (see `checked_key`).
    """

    def staging_root(self) -> Path:
        """A local folder for work in progress; it exists, and putting files from it is cheap."""
        ...

    def staging_path(self, key: str) -> Path:
        """A local path to make a file at before it is put; its folder exists, the file need not.

        It is always the same for a key, so what a killed process left there is replaced.
        """
        ...

    def staging_folder(self, key: str) -> AbstractContextManager[Path]:
        """An empty local folder to make files in before they are put; it is removed after the block.

        One process at a time may use it for a key; what a killed process left there is cleared first.
        """
        ...

    def put_file(self, path: Path, key: str) -> StoredFile:
        """Takes a local file into the store, whole or not at all, in place of what was there.

        A file below `staging_root` is moved, any other one is copied.

        Raises:
            MediaError: The file cannot be read.
            DiskFullError: No room; what was there before is as it was.
        """
        ...

    def local_path(self, key: str) -> Path:
        """A local path that holds the file's content, for reading only.

        Raises:
            MediaError: There is no such file.
        """
        ...

    def path_or_url(self, key: str) -> str:
        """Where another program finds the file; nothing is checked."""
        ...

    def exists(self, key: str) -> bool:
        """Whether there is such a file."""
        ...

    def size(self, key: str) -> int | None:
        """Its length in bytes; None when there is no such file. Cheap: nothing is read."""
        ...

    def verify(self, key: str, *, sha256: str, bytes: int) -> None:
        """Reads the whole file and compares.

        Raises:
            MediaError: It is missing, or of another length or content; the sentence says which.
        """
        ...

    def delete(self, key: str) -> bool:
        """Removes the file; False when there was none."""
        ...


def checked_key(key: str) -> str:
    """The key itself, if it is one: names of letters, digits and `. _ : -` between slashes, none hidden.

    Such keys cannot leave a store's root, and mean the same in a folder, an object store and an address.

    Raises:
        MediaError: It is not.
    """
    if len(key.encode()) > MAXIMUM_KEY_BYTES or not all(_NAME.fullmatch(name) for name in key.split("/")):
        raise MediaError(
            f"'{key[:80]}' is not a media key: it takes names of letters, digits and . _ : - between slashes."
        )
    return key


def key_name(text: str) -> str:
    """A name for use in a key, from any text: what is not allowed becomes `_`; the same text, the same name."""
    name = re.sub(r"[^A-Za-z0-9._:-]+", "_", text)[:120].lstrip(".:-")
    return name or "_"
