"""Hours, plans and bibles that cannot be: one sentence, the right exit code, and no traceback."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from anigen_tests.e2e.command_line import Said, anigen
from anigen_tests.postgres import TestServer
from anigen_tests.show import hour, plan, small_show, tell

TOLD, DRAFT, EMPTY = hour(1), hour(2), hour(30)
FUTURE = "2098-12-31-23:00"


@pytest.fixture(scope="module")
def show(postgres_server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Settings of a show with one hour told and one planned."""
    home = tmp_path_factory.mktemp("show")
    with postgres_server.fresh() as url, postgres_server.fresh(migrated=False) as dagster:
        with small_show(url, home) as app:
            tell(app, 1)
            plan(app, 2)
        yield {
            "DATABASE_URL": url,
            "ANIGEN_DAGSTER_DATABASE_URL": dagster,
            "ANIGEN_HOME": str(home),
            "ANIGEN_VIDEO": "slate",
        }


@pytest.fixture
def ask(show: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> partial[Said]:
    """Runs a command on the show."""
    monkeypatch.chdir(tmp_path)
    return partial(anigen, **show)


def refused(said: Said, code: int, *told: str) -> None:
    """One sentence on standard error that says all of it; nothing on standard output."""
    assert (said.code, said.out) == (code, ""), said
    assert said.err.startswith("anigen: ")
    for words in told:
        assert words in said.err


HOUR_COMMANDS = [
    ("make", "--from"),
    ("quote", "--from"),
    ("canon", "show", "--hour"),
    ("plan", "show"),
    ("skip",),
    ("withdraw", "-r", "because"),
]


@pytest.mark.parametrize("command", HOUR_COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    "key",
    ["", "now", "2026-01-01", "2026-02-30-00:00", "2026-01-01-24:00", "2026-01-01T00:00", "0000-01-01-00:00",
     "2026-01-01-00:00\n", "\u0662\u0660\u0662\u0666-01-01-00:00", "../../etc/passwd", "'; DROP TABLE plans; --"],
)  # fmt: skip
def test_a_word_that_is_no_hour_is_refused_with_the_form_of_one(
    ask: partial[Said], command: tuple[str, ...], key: str
) -> None:
    refused(ask(*command, key), 2, "is not an hour: write it as YYYY-MM-DD-HH:00 in UTC")


@pytest.mark.parametrize("command", HOUR_COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("2026-01-01-00:30", "episodes begin at minute 00"),
        ("0001-01-01-00:00", "hours lie in the years 1970 to 8999"),
        ("9999-12-31-23:00", "hours lie in the years 1970 to 8999"),
    ],
)
def test_an_hour_that_cannot_be_is_refused(
    ask: partial[Said], command: tuple[str, ...], key: str, told: str
) -> None:
    refused(ask(*command, key), 2, f"'{key}'", told)


@pytest.mark.parametrize("command", [c for c in HOUR_COMMANDS if c[0] != "quote"], ids=" ".join)
def test_an_hour_of_the_future_is_refused(ask: partial[Said], command: tuple[str, ...]) -> None:
    refused(ask(*command, FUTURE), 2, FUTURE, "lies in the future: the current hour is")


@pytest.mark.parametrize("command", [c for c in HOUR_COMMANDS if c[0] != "quote"], ids=" ".join)
def test_an_hour_before_the_first_is_refused(ask: partial[Said], command: tuple[str, ...]) -> None:
    refused(ask(*command, "2025-12-31-23:00"), 2, "lies before the series' first hour 2026-01-01-00:00")


def test_more_hours_than_have_passed_are_refused_with_how_many_there_are(ask: partial[Said]) -> None:
    refused(
        ask("make", "--from", TOLD, "--hours", "100000"), 2, "reaches 2037-05-29-15:00", "so at most --hours"
    )
    refused(ask("make", "--hours", "100000"), 2, "lies before the series' first hour")


def test_an_hour_without_canon_or_plan_is_told(ask: partial[Said]) -> None:
    refused(ask("canon", "show", "--hour", EMPTY), 1, f"{EMPTY} is not canon yet: the newest", TOLD)
    refused(ask("plan", "show", EMPTY), 1, f"{EMPTY} has no plan: make it with `anigen make --from {EMPTY}`")
    refused(ask("plan", "show", TOLD, "--take", "9"), 1, "has no plan of take 9")


def test_what_is_canon_is_neither_skipped_nor_withdrawn(ask: partial[Said]) -> None:
    refused(ask("skip", TOLD), 1, f"{TOLD} is canon and is never skipped")
    refused(ask("withdraw", TOLD, "-r", "because"), 1, f"{TOLD} is canon and is never withdrawn")
    assert ask("canon", "verify").code == 0


def test_what_has_a_plan_is_not_skipped_and_what_has_none_not_withdrawn(ask: partial[Said]) -> None:
    refused(ask("skip", DRAFT), 1, f"`anigen withdraw {DRAFT}` gives a draft up")
    refused(ask("withdraw", EMPTY, "-r", "because"), 1, "has no draft that could be withdrawn")


@pytest.mark.parametrize("command", [("skip", EMPTY), ("withdraw", DRAFT)], ids=" ".join)
def test_the_operator_s_hand_needs_a_reason(ask: partial[Said], command: tuple[str, ...]) -> None:
    for reason in ("", "  \n"):
        refused(ask(*command, "--reason", reason), 2, "A reason is required")
    refused(ask(*command, "--reason", "a\0b"), 2, "NUL")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        (b"\xff\xfe{}", "is not JSON"),
        (b"\x7fELF\x02\x01", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("1" * 10_000, "is not JSON"),
        ("{}", "is not a plan (7 errors): series_id: Field required"),
        ("[1, 2]", "is not a plan (1 error): all of it"),
        ('"plan"', "is not a plan (1 error)"),
        ("1e999", "is not a plan (1 error)"),
        ('{"number": NaN}', "number: Input should be a finite number"),
        ('{"scenes": {"slot": 1}}', "scenes: Input should be a valid tuple"),
    ],
    ids=range(12),
)
def test_a_file_that_is_no_plan_is_refused(
    ask: partial[Said], tmp_path: Path, content: str | bytes, told: str
) -> None:
    (tmp_path / "plan.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    refused(ask("canon", "check", "plan.json", "--hour", DRAFT, "--json"), 2, "plan.json", told)


def test_a_plan_that_is_no_file_is_refused(ask: partial[Said], tmp_path: Path) -> None:
    refused(ask("canon", "check", "missing.json", "--hour", DRAFT), 2, "missing.json cannot be read")
    refused(ask("canon", "check", str(tmp_path), "--hour", DRAFT), 2, f"{tmp_path} cannot be read")


@pytest.mark.parametrize("words", [("make", "--series"), ("make", "--from", TOLD, "--series")], ids=" ".join)
def test_a_series_that_is_not_there_is_refused(
    ask: partial[Said], words: tuple[str, ...], tmp_path: Path
) -> None:
    refused(ask(*words, "tidewach"), 2, "There is no series 'tidewach'", "Did you mean 'tidewatch'?")
    refused(ask(*words, "shows/missing.yaml"), 2, "shows/missing.yaml cannot be read: there is no such file")
    refused(ask(*words, str(tmp_path)), 2, "is not a plain file")


def test_a_broken_bible_is_refused_with_every_error_at_its_line(ask: partial[Said], tmp_path: Path) -> None:
    from anigen_assets.series import __file__ as package

    text = Path(package).with_name("tidewatch.yaml").read_text()
    lines = text.replace("scene_seconds: 30", "scene_seconds: 40").replace(
        "slug: tidewatch", "slug: Tide Watch"
    )
    assert lines != text
    (tmp_path / "mine.yaml").write_text(lines + "colour: blue\n")
    where = [next(i for i, line in enumerate(lines.splitlines(), 1) if part in line)
             for part in ("slug: Tide Watch", "scene_seconds: 40")]  # fmt: skip
    said = ask("make", "--series", "mine.yaml")
    refused(said, 2, *(f"mine.yaml:{line}: " for line in (*where, len(lines.splitlines()) + 1)))
