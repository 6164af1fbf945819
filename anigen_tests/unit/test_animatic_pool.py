"""The pool of processes: same films however many there are, and nothing is left behind whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from anigen_assets.errors import StudioError, UsageError
from anigen_assets.story.vocabulary import CameraMove, Framing
from anigen_assets.studio.pool import ScenePool
from anigen_assets.studio.ports import SceneFilm, SceneRequest
from anigen_assets.studio.registry import STUDIO_NAMES, studio_by_name
from anigen_tests.unit.animatic_scenes import request, shot

SCENES = tuple(
    replace(
        request(
            shot(Framing.CLOSE_UP, subjects=(person,), lines=(0,)),
            shot(Framing.MEDIUM, CameraMove.PAN_LEFT, lines=(1,)),
        ),
        seed=seed,
    )
    for seed, person in enumerate(("aoi", "ren", "mika"))
)


@pytest.fixture
def pool() -> Iterator[ScenePool]:
    made = ScenePool(2)
    yield made
    made.close()


def jobs(folder: Path, scenes: tuple[SceneRequest, ...] = SCENES) -> list[tuple[SceneRequest, Path]]:
    return [(scene, folder / f"{index}.mp4") for index, scene in enumerate(scenes)]


def workers_of(process: int) -> list[psutil.Process]:
    """Drawing processes below a process; those of other tests in the same process are left out."""
    children = psutil.Process(process).children(recursive=True)
    drawing = [child for child in children if "anigen_assets.studio.worker" in " ".join(_command(child))]
    return [child for child in drawing if child.pid not in OF_OTHERS]


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:
        return []


OF_OTHERS: set[int] = set()


@pytest.fixture(autouse=True)
def others_workers():
    OF_OTHERS.clear()
    OF_OTHERS.update(worker.pid for worker in workers_of(os.getpid()))


def until(condition, seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_films_do_not_depend_on_the_number_of_processes(tmp_path: Path, pool: ScenePool):
    def films(made: Iterator[tuple[int, object]]) -> dict[int, str]:
        return {index: film.facts.sha256 for index, film in made if isinstance(film, SceneFilm)}

    two = films(pool.make_scenes("animatic", jobs(tmp_path / "two")))
    again = films(pool.make_scenes("animatic", jobs(tmp_path / "again", SCENES[::-1])))
    one = ScenePool(1)
    try:
        alone = films(one.make_scenes("animatic", jobs(tmp_path / "one")))
    finally:
        one.close()
    assert len(two) == 3
    assert two == alone == {2 - index: digest for index, digest in again.items()}


def test_a_failure_comes_back_with_its_index_and_the_others_are_made(tmp_path: Path, pool: ScenePool):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    work = [(SCENES[0], in_the_way / "0.mp4"), (SCENES[1], tmp_path / "1.mp4")]
    outcomes = dict(pool.make_scenes("animatic", work))
    assert isinstance(outcomes[0], Exception)
    assert isinstance(outcomes[1], SceneFilm)


def test_an_unknown_studio_is_a_usage_error(tmp_path: Path, pool: ScenePool):
    (_, outcome), *_ = pool.make_scenes("oil", jobs(tmp_path)[:1])
    assert isinstance(outcome, UsageError)
    assert all(name in str(outcome) for name in STUDIO_NAMES)


def test_every_studio_is_found_by_its_name():
    assert [studio_by_name(name).name for name in STUDIO_NAMES] == list(STUDIO_NAMES)


def test_a_killed_process_costs_one_scene_and_the_pool_goes_on(tmp_path: Path, pool: ScenePool):
    outcomes: dict[int, object] = {}
    made = pool.make_scenes("animatic", jobs(tmp_path))
    first = next(made)
    outcomes[first[0]] = first[1]
    workers_of(os.getpid())[0].send_signal(signal.SIGKILL)
    outcomes.update(made)
    failures = [outcome for outcome in outcomes.values() if isinstance(outcome, StudioError)]
    assert len(outcomes) == 3
    assert len(failures) <= 1
    assert all("ended" in str(failure) for failure in failures)
    assert isinstance(dict(pool.make_scenes("animatic", jobs(tmp_path)[:1]))[0], SceneFilm)


def test_an_iterator_closed_early_leaves_no_process_at_work_and_no_file(tmp_path: Path, pool: ScenePool):
    long = tuple(
        replace(request(*(shot(Framing.WIDE, CameraMove.PUSH_IN),) * 8), seed=seed) for seed in range(3)
    )
    made = pool.make_scenes("animatic", jobs(tmp_path, (SCENES[0], *long)))
    next(made)
    made.close()  # type: ignore[attr-defined]
    names = {path.name for path in tmp_path.iterdir()}
    # One has finished its scene and waits for the next; the one that was drawing is gone.
    assert until(lambda: len(workers_of(os.getpid())) <= 1)
    assert names == {path.name for path in tmp_path.iterdir()} == {"0.mp4"}


def test_closing_the_pool_ends_its_processes(tmp_path: Path):
    pool = ScenePool(2)
    list(pool.make_scenes("animatic", jobs(tmp_path)[:1]))
    assert workers_of(os.getpid())
    pool.close()
    assert not workers_of(os.getpid())


OWNER = """
import sys
from pathlib import Path
from anigen_assets.studio.pool import ScenePool
from anigen_tests.unit.test_animatic_pool import SCENES, jobs
pool = ScenePool(2)
for index, film in pool.make_scenes("animatic", jobs(Path(sys.argv[1]))[:2]):
    print(index, flush=True)
input()
"""


def test_processes_die_with_their_owner_even_when_it_is_killed(tmp_path: Path):
    command = [sys.executable, "-c", OWNER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        owner.stdout.readline()
        workers = workers_of(owner.pid)
        owner.kill()
    assert workers
    assert until(lambda: not any(alive(worker) for worker in workers), 5.0)


def alive(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
