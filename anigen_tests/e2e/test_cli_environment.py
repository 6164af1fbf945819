"""Settings, folders and database addresses that cannot be: one sentence that names them, and no traceback."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from anigen_assets.store import server
from anigen_tests.e2e.command_line import anigen
from anigen_tests.e2e.network_postgres import network_postgres
from anigen_tests.e2e.processes import free_ports

HOUR = "2026-01-01-00:00"
PASSWORD = "it's p@ss/word"


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No `.env` of a checkout, and no waiting for a server that will not come."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(server.open_connection, "__defaults__", ((),))


@pytest.mark.parametrize(
    ("variable", "value", "allowed"),
    [
        ("ANIGEN_QUALITY", "4k", "'480p', '540p', '720p' or '1080p'"),
        ("anigen_quality", "4k", "'480p', '540p', '720p' or '1080p'"),
        ("ANIGEN_VIDEO", "veo", "'animatic' or 'slate'"),
        ("ANIGEN_WORKERS", "-1", "greater than or equal to 0"),
        ("ANIGEN_WORKERS", "65", "less than or equal to 64"),
        ("ANIGEN_BURN_SUBTITLES", "perhaps", "boolean"),
        ("ANIGEN_BUDGET_DAY_USD", "NaN", "finite"),
        ("ANIGEN_FIRST_HOUR", "yesterday", "YYYY-MM-DD-HH:00"),
        ("ANIGEN_HOME", "~nobody-of-this-name/x", "a folder's path"),
        ("ANIGEN_HOME", "x" * 300, "a folder's path"),
    ],
)
def test_a_wrong_setting_is_named_with_its_value_and_what_is_allowed(
    variable: str, value: str, allowed: str
) -> None:
    for words in (("library",), ("make",), ("doctor",), ("env", "--stop")):
        said = anigen(*words, **{variable: value})
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith(f"anigen: {variable.upper()}: '{value}' is not allowed")
        assert allowed in said.err
        assert not said.err.endswith("..")


def test_an_unknown_setting_is_refused_with_the_nearest_name() -> None:
    said = anigen("library", ANIGEN_QUALTY="720p")
    assert said.code == 2
    assert "ANIGEN_QUALTY is not a setting" in said.err
    assert "ANIGEN_QUALITY" in said.err


@pytest.mark.parametrize("words", [("make", "--from", HOUR), ("library",), ("env",)], ids=" ".join)
def test_a_home_that_cannot_be_written_is_named(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    said = anigen(*words, ANIGEN_HOME=str(tmp_path / "file" / "home"), ANIGEN_VIDEO="slate")
    assert (said.code, said.out) == (1, "")
    assert str(tmp_path / "file" / "home") in said.err
    assert "set ANIGEN_HOME to a folder that you can write to" in said.err


def test_the_doctor_names_every_fault_of_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    said = anigen("doctor", "--json", ANIGEN_HOME=str(tmp_path / "file" / "home"), ANIGEN_VIDEO="slate")
    assert said.code == 1
    failed = {check["name"] for check in said.document["checks"] if not check["ok"]}
    assert failed == {"storage", "database"}


@pytest.mark.parametrize(
    ("url", "code", "told"),
    [
        ("nonsense", 2, "DATABASE_URL: its value is not allowed: must begin with postgresql://"),
        ("mysql://nagi:hunter2@db/anigen", 2, "must begin with postgresql://"),
        ("postgresql://", 2, "names no database: add /anigen at its end"),
        ("postgresql://nagi:hunter2@db", 2, "names no database: add /anigen at its end"),
        ("postgresql://nagi:hunter2@db:port/anigen", 2, "cannot be read"),
        ("postgresql://[::1/anigen", 2, "cannot be read"),
        ("postgresql://nagi:hunter2@127.0.0.1:99999/anigen", 1, "invalid port number"),
        ("postgresql://nagi:hunter2@127.0.0.1:{closed}/anigen", 1, "Connection refused"),
        ("postgresql:///anigen?host=/nonexistent", 1, "No such file or directory"),
        ("postgresql://nagi:hunter2@127.0.0.1:{closed}/anigen?nonsense=1", 2, 'parameter: "nonsense"'),
    ],
)
def test_a_database_address_that_leads_nowhere_is_told_without_its_password(
    url: str, code: int, told: str
) -> None:
    address = url.format(closed=free_ports(1)[0])
    for words in (("library", "--json"), ("make", "--from", HOUR)):
        said = anigen(*words, DATABASE_URL=address, ANIGEN_VIDEO="slate")
        assert (said.code, said.out) == (code, "")
        assert told in said.err
        assert "hunter2" not in said.err


def test_a_server_that_does_not_let_us_in_is_told_without_the_password(tmp_path: Path) -> None:
    with network_postgres("anigen", PASSWORD) as postgres:
        where = f"127.0.0.1:{postgres.port}/anigen"
        right = f"anigen:{quote(PASSWORD, safe='')}"
        settings = {"ANIGEN_HOME": str(tmp_path / "home"), "ANIGEN_VIDEO": "slate"}
        for user, told in {
            "anigen:hunter2": "password authentication failed",
            "anigen": "no password supplied",
        }.items():
            said = anigen("library", "--json", DATABASE_URL=f"postgresql://{user}@{where}", **settings)
            assert (said.code, said.out) == (1, "")
            assert told in said.err
            assert where in said.err
            assert "hunter2" not in said.err
        address = f"postgresql://{right}@{where}"
        refused = anigen("library", DATABASE_URL=f"{address}?sslmode=verify-full", **settings)
        assert (refused.code, "server does not support SSL" in refused.err) == (1, True)
        empty = anigen("library", "--json", DATABASE_URL=address, **settings)
        assert (empty.code, empty.document["episodes"]) == (0, [])
        for words in (("canon", "show"), ("canon", "verify"), ("plan", "show", HOUR), ("skip", HOUR)):
            early = anigen(*words, DATABASE_URL=address, **settings)
            assert (early.code, early.out) == (1, "")
            assert "has not begun: run `anigen up` or `anigen make`" in early.err


def test_the_doctor_tells_that_dagster_s_own_database_is_away(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)  # Dagster's own patience
    address = f"postgresql://nagi:hunter2@127.0.0.1:{free_ports(1)[0]}/dagster"
    settings = {"DATABASE_URL": database_url, "ANIGEN_HOME": str(tmp_path), "ANIGEN_VIDEO": "slate"}
    said = anigen("doctor", "--json", ANIGEN_DAGSTER_DATABASE_URL=address, **settings)
    assert said.code == 1
    (daemon,) = [check for check in said.document["checks"] if check["name"] == "daemon"]
    assert not daemon["ok"]
    assert "Connection refused" in daemon["sentence"]
    assert "hunter2" not in said.out + said.err
