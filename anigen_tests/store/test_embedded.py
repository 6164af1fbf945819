"""The embedded server: shared, taken over, recovered; nothing committed is ever lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from anigen_assets.errors import DatabaseUnavailableError
from anigen_assets.settings import Settings
from anigen_assets.store.embedded import EmbeddedPostgres, resolve_urls
from anigen_tests.postgres import TestServer, run_folder

FAST = {"fsync": "off"}
"""A killed process loses nothing that the system has; only a power cut would."""
NOBODY = 65534

OWNER = """
import sys, time
from pathlib import Path
import psycopg
from anigen_assets.store.embedded import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]), {"fsync": "off"})
server.start()
with psycopg.connect(server.url(driver=None)) as connection:
    connection.execute("CREATE TABLE IF NOT EXISTS notes (text text)")
    connection.execute("INSERT INTO notes VALUES ('from the owner')")
print("ready", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """A home folder of its own; its server is stopped and everything removed. Not pytest's: see `run_folder`."""
    folder = Path(tempfile.mkdtemp(prefix="anigen-home-"))
    yield folder
    EmbeddedPostgres(folder).stop(if_unused=False)
    shutil.rmtree(folder)


def _owner(home: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", OWNER, str(home)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert "ready\n" in iter(child.stdout.readline, "")
    return child


def _kill(child: subprocess.Popen[str]) -> None:
    child.kill()
    child.communicate()


def _notes(server: EmbeddedPostgres) -> int:
    with psycopg.connect(server.url(driver=None)) as connection:
        row = connection.execute("SELECT count(*) FROM notes").fetchone()
    assert row is not None
    return int(row[0])


def _postmaster(home: Path) -> psutil.Process:
    return psutil.Process(int((home / "postgres" / "data" / "postmaster.pid").read_text().split()[0]))


def test_a_killed_owner_loses_nothing_and_the_next_start_takes_over(home: Path) -> None:
    _kill(_owner(home))
    server = EmbeddedPostgres(home, FAST)
    assert server.is_running()
    server.start()
    assert _notes(server) == 1
    server.stop()
    assert not server.is_running()


def test_a_killed_server_recovers_what_was_committed(home: Path) -> None:
    child = _owner(home)
    postmaster = _postmaster(home)
    postmaster.kill()
    psutil.wait_procs([postmaster], timeout=10)
    _kill(child)
    server = EmbeddedPostgres(home, FAST)
    server.start()
    assert _notes(server) == 1


def test_the_server_stays_as_long_as_another_process_uses_it(home: Path) -> None:
    child = _owner(home)
    server = EmbeddedPostgres(home, FAST)
    server.start()
    server.stop()
    assert server.is_running()
    child.communicate("done\n")
    assert not server.is_running()


def test_the_server_can_be_told_to_stay_and_to_go(home: Path) -> None:
    server = EmbeddedPostgres(home, FAST)
    server.start()
    server.start()
    server.keep()
    server.stop()
    assert server.is_running()
    server.let_go()
    assert not server.is_running()


def test_the_server_can_be_stopped_whoever_uses_it(home: Path) -> None:
    child = _owner(home)
    EmbeddedPostgres(home).stop(if_unused=False)
    assert not EmbeddedPostgres(home).is_running()
    _kill(child)


@pytest.mark.parametrize("other", ["a program", "another server"])
def test_a_stale_pid_file_that_names_another_process_does_no_harm(
    home: Path, postgres_server: TestServer, other: str
) -> None:
    taken = os.getpid() if other == "a program" else _postmaster(run_folder()).pid
    server = EmbeddedPostgres(home, FAST)
    server.start()
    pid_file = home / "postgres" / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    postmaster = _postmaster(home)
    postmaster.kill()
    psutil.wait_procs([postmaster], timeout=10)
    pid_file.write_text("\n".join([str(taken), *lines[1:]]) + "\n")
    assert not server.is_running()
    server.start()
    assert server.is_running()


def test_a_home_with_a_very_long_path_with_spaces_works(home: Path) -> None:
    deep = home / "a folder with spaces" / ("x" * 120) / 'it\'s "quoted"'
    server = EmbeddedPostgres(deep, FAST)
    server.start()
    with psycopg.connect(server.url(driver=None)) as connection:
        assert connection.info.dbname == "anigen"
    server.stop(if_unused=False)


def test_a_half_made_data_folder_is_made_again(home: Path) -> None:
    half = home / "postgres" / "data.new.123"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    server = EmbeddedPostgres(home, FAST)
    server.start()
    assert server.is_running()
    assert not half.exists()


def test_without_an_address_the_embedded_server_is_meant(home: Path) -> None:
    urls = resolve_urls(Settings(_env_file=None, home=home))
    assert urls.embedded
    with psycopg.connect(urls.viewer.replace("+psycopg", "")) as viewer:
        assert viewer.info.user == "anigen_watch"
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            viewer.execute("CREATE TABLE mine ()")
    with psycopg.connect(urls.dagster_psycopg2.replace("+psycopg2", "")) as dagster:
        assert dagster.info.dbname == "dagster"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_it_works_as_a_normal_user_too(home: Path) -> None:
    os.chown(home, NOBODY, NOBODY)
    child = os.fork()  # and not a new interpreter: that may lie in a folder that is root's alone
    if child == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        server = EmbeddedPostgres(home, FAST)
        server.start()
        running = server.is_running()
        server.stop()
        os._exit(0 if running and not server.is_running() else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert (home / "postgres" / "data").stat().st_uid == NOBODY


def test_a_home_that_cannot_be_written_gets_one_sentence(home: Path) -> None:
    (home / "file").write_text("not a folder")
    with pytest.raises(DatabaseUnavailableError, match="ANIGEN_HOME"):
        EmbeddedPostgres(home / "file").start()
