"""A full disk: a sentence that names the place, nothing half written, and all is well once there is room."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from anigen_tests.e2e.processes import traces_of
from anigen_tests.faults.conftest import HOURS
from anigen_tests.faults.home import Home, Made, fresh_home

pytestmark = pytest.mark.e2e


class SmallDisk:
    """A file system in memory that is as large as it is told to be."""

    def __init__(self, folder: Path, size: str) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        done = self._mount(f"size={size},mode=755")
        if done.returncode:
            pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")

    def grow(self, size: str) -> None:
        """Makes room."""
        assert self._mount(f"remount,size={size}").returncode == 0

    def remove(self) -> None:
        """Takes it away, whoever still looks at it."""
        subprocess.run(["umount", "--lazy", str(self._folder)], check=True)

    def _mount(self, options: str) -> subprocess.CompletedProcess[str]:
        words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(self._folder)]
        return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.fixture
def small_disk() -> Iterator[Callable[[Path, str], SmallDisk]]:
    """Mounts small disks, and takes them away at the end."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("mounting a small disk takes root")
    mounted: list[SmallDisk] = []

    def mount(folder: Path, size: str) -> SmallDisk:
        mounted.append(SmallDisk(folder, size))
        return mounted[-1]

    yield mount
    for disk in mounted:
        disk.remove()


def ends_in_a_sentence(home: Home) -> None:
    """The command fails with one sentence that names the full disk, and leaves nothing behind."""
    done = home.make(HOURS)
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert "Traceback" not in done.stderr
    (told,) = [line for line in done.stderr.splitlines() if "disk" in line]
    assert str(home.folder) in told
    assert "no room" in told or "is full" in told
    assert home.half_written() == []
    assert traces_of(home.folder) == []


def all_is_made(home: Home, undisturbed: Made) -> None:
    """A repeat makes what an undisturbed run would have made."""
    done = home.make(HOURS)
    assert done.returncode == 0, done.stderr
    assert home.made() == undisturbed


def test_a_full_disk_for_films(
    small_disk: Callable[[Path, str], SmallDisk], undisturbed: Made, tmp_path: Path
) -> None:
    folder = tmp_path / "home"
    disk = small_disk(folder / "media", "3m")
    with fresh_home(folder) as home:
        ends_in_a_sentence(home)
        assert home.anigen("canon", "verify").returncode == 0
        doctor = home.anigen("doctor")
        assert doctor.returncode == 1
        assert f"free for {home.media}: make room" in doctor.stdout
        disk.grow("300m")
        all_is_made(home, undisturbed)


@pytest.mark.parametrize("size", ["10m", "42m"], ids=["no room for a database", "no room in the database"])
def test_a_full_disk_for_everything(
    small_disk: Callable[[Path, str], SmallDisk], undisturbed: Made, size: str
) -> None:
    # Short enough for the server's socket to lie in it, by which the server is known.
    folder = Path(tempfile.mkdtemp(prefix="anigen-full-")) / "home"
    disk = small_disk(folder, size)
    with fresh_home(folder) as home:
        ends_in_a_sentence(home)
        disk.grow("600m")
        all_is_made(home, undisturbed)
