"""Films deleted, cut short or altered behind our back: noticed by the checks, and made again as they were."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from anigen_assets.services.application import Application
from anigen_assets.services.draw_sheets import draw_sheets
from anigen_assets.services.standing_hour import hour_stands
from anigen_assets.services.verdicts import episode_verdicts, scene_verdicts
from anigen_tests.faults.home import Home, files_of, fresh_home
from anigen_tests.postgres import TestServer
from anigen_tests.show import hour, small_show, tell

FILES = ("film.mp4", "film.vtt", "poster.jpg", "thumbnail.jpg", "manifest.json")
HOURS = 3


def delete(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def flip(path: Path) -> None:
    """Alters one bit in the middle; the length stays."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGES: tuple[Callable[[Path], None], ...] = (delete, cut, empty, flip)


@pytest.fixture(scope="module")
def told(postgres_server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """A show with one hour told."""
    with postgres_server.fresh() as url, small_show(url, tmp_path_factory.mktemp("told")) as app:
        tell(app, 1)
        yield app


@contextlib.contextmanager
def damaged(path: Path, damage: Callable[[Path], None]) -> Iterator[None]:
    """A file that is not what it was; given back at the end."""
    content = path.read_bytes()
    damage(path)
    try:
        yield
    finally:
        path.write_bytes(content)


def folder_of(app: Application, number: int) -> Path:
    (film,) = app.settings.media_path.glob(f"*/{hour(number)[:-3]}/*.film.mp4")
    return film.parent


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("slot", [1, 6])
def test_the_check_of_a_scene_notices(told: Application, slot: int, damage: Callable[[Path], None]) -> None:
    (path,) = folder_of(told, 1).glob(f"scene_{slot}.*.mp4")
    assert all(verdict.passed for verdict in scene_verdicts(told, hour(1)).values())
    with damaged(path, damage):
        verdicts = scene_verdicts(told, hour(1))
    assert [s for s, verdict in verdicts.items() if not verdict.passed] == [slot]
    assert path.name in verdicts[slot].sentence


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("kind", FILES)
def test_the_check_of_an_episode_notices(
    told: Application, kind: str, damage: Callable[[Path], None]
) -> None:
    (path,) = folder_of(told, 1).glob(f"episode.*.{kind}")
    assert episode_verdicts(told, hour(1))["episode_is_whole"].passed
    with damaged(path, damage):
        verdict = episode_verdicts(told, hour(1))["episode_is_whole"]
    assert not verdict.passed
    assert path.name in verdict.sentence


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("kind", ["scene_3.*.mp4", *(f"episode.*.{kind}" for kind in FILES)])
def test_an_hour_does_not_stand_on_a_damaged_file(
    told: Application, kind: str, damage: Callable[[Path], None]
) -> None:
    (path,) = folder_of(told, 1).glob(kind)
    assert hour_stands(told, hour(1), read=True)
    with damaged(path, damage):
        # At a glance a file of the right length is taken for what it was: reading all of a thousand films takes long.
        assert hour_stands(told, hour(1)) == (damage is flip)
        assert not hour_stands(told, hour(1), read=True)


@pytest.fixture
def home(postgres_server: TestServer, tmp_path: Path) -> Iterator[tuple[Home, Application]]:
    """A home with HOURS hours told."""
    folder = tmp_path / "home"
    with (
        postgres_server.fresh() as url,
        postgres_server.fresh(migrated=False) as dagster_url,
        fresh_home(folder, DATABASE_URL=url, ANIGEN_DAGSTER_DATABASE_URL=dagster_url) as opened,
        small_show(url, folder) as app,
    ):
        for number in range(1, HOURS + 1):
            tell(app, number)
            draw_sheets(app, hour(number))
        yield opened, app


@pytest.mark.e2e
def test_what_was_damaged_is_made_again_byte_for_byte(home: tuple[Home, Application]) -> None:
    here, app = home
    before = files_of(here.media)
    folders = [folder_of(app, number) for number in range(1, HOURS + 1)]
    shutil.rmtree(folders[0])
    for damage, folder in ((cut, folders[1]), (flip, folders[2])):
        for path in (*folder.glob("scene_2.*"), *folder.glob("episode.*")):
            damage(path)
    changed = {name for name, digest in before.items() if files_of(here.media).get(name) != digest}
    altered = {name for name in changed if folders[2].name in name}

    quick = here.make(HOURS)
    assert quick.returncode == 0, quick.stderr
    assert {name for name, d in before.items() if files_of(here.media).get(name) != d} == altered

    thorough = here.make(HOURS, "--verify")
    assert thorough.returncode == 0, thorough.stderr
    assert files_of(here.media) == before
    assert here.half_written() == []
