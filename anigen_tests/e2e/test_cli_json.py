"""`--json`: one JSON document on standard output and nothing else, with the fields that programs rely on."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from anigen_tests.e2e.command_line import Said, anigen
from anigen_tests.postgres import TestServer
from anigen_tests.show import hour, plan, small_show, tell

TOLD = 2


@pytest.fixture(scope="module")
def show(postgres_server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Settings of a show with TOLD hours told and one more planned."""
    home = tmp_path_factory.mktemp("show")
    with postgres_server.fresh() as url, postgres_server.fresh(migrated=False) as dagster:
        with small_show(url, home) as app:
            tell(app, *range(1, TOLD + 1))
            plan(app, TOLD + 1)
        yield {
            "DATABASE_URL": url,
            "ANIGEN_DAGSTER_DATABASE_URL": dagster,
            "ANIGEN_HOME": str(home),
            "ANIGEN_VIDEO": "slate",
            "ANIGEN_QUALITY": "480p",
        }


@pytest.fixture
def ask(show: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> partial[Said]:
    """Runs a command on the show."""
    monkeypatch.chdir(tmp_path)
    return partial(anigen, **show)


def document(said: Said) -> Any:
    assert said.code == 0, said.err
    assert said.err == ""
    assert said.out.endswith("}\n")
    return said.document


def test_the_library_lists_every_episode_with_its_film(ask: partial[Said]) -> None:
    listed = document(ask("library", "--json"))
    assert listed["series"] == "tidewatch"
    first, second, draft = listed["episodes"]
    assert [e["hour"] for e in (first, second, draft)] == [hour(1), hour(2), hour(3)]
    assert [e["number"] for e in (first, second, draft)] == [1, 2, 3]
    assert [e["state"] for e in (first, second, draft)] == ["retired", "retired", "planned"]
    assert hashlib.sha256(Path(first["film"]).read_bytes()).hexdigest() == first["sha256"]
    assert (first["seconds"], first["cost_usd"]) == (180.0, "0.000000")
    assert first["title"] != second["title"]
    assert (draft["film"], draft["seconds"], draft["sha256"]) == (None, None, None)


def test_canon_is_shown_as_of_an_hour_with_its_link_of_the_chain(ask: partial[Said]) -> None:
    first, newest = (document(ask("canon", "show", "--hour", hour(n), "--json")) for n in (1, TOLD))
    assert document(ask("canon", "show", "--json")) == newest
    assert (first["hour"], first["number"]) == (hour(1), 1)
    assert newest["parent_digest"] == first["digest"] != newest["digest"]
    assert len(newest["digest"]) == 64
    for kind in ("characters", "places", "facts", "threads"):
        assert len(first[kind]) >= 5
    assert {"id", "name", "status"} <= set(first["characters"][0])
    assert {"subject", "attribute", "value", "episode", "scene"} <= set(first["facts"][0])


def test_the_chain_is_verified_up_to_its_head(ask: partial[Said]) -> None:
    report = document(ask("canon", "verify", "--json"))
    head = document(ask("canon", "show", "--json"))["digest"]
    assert report == {"intact": True, "links": TOLD + 1, "digest": head}


def test_a_plan_that_is_shown_is_a_plan_that_can_be_checked(ask: partial[Said], tmp_path: Path) -> None:
    shown = document(ask("plan", "show", hour(TOLD + 1), "--json"))
    assert (shown["number"], len(shown["scenes"])) == (TOLD + 1, 6)
    (tmp_path / "plan.json").write_text(json.dumps(shown))
    checked = document(ask("canon", "check", "plan.json", "--hour", hour(TOLD + 1), "--json"))
    assert checked == {"hour": hour(TOLD + 1), "findings": []}


def test_findings_of_a_plan_have_rule_severity_message_and_both_scenes(
    ask: partial[Said], tmp_path: Path
) -> None:
    told = document(ask("plan", "show", hour(1), "--json"))
    stranger = told | {"number": TOLD + 1, "hour": "2026-01-01T02:00:00Z", "title": "A Title of Its Own"}
    (tmp_path / "again.json").write_text(json.dumps(stranger))
    said = ask("canon", "check", "again.json", "--hour", hour(TOLD + 1), "--json")
    assert said.code == 1
    findings = said.document["findings"]
    assert findings
    for finding in findings:
        assert {"rule", "severity", "message", "evidence"} <= set(finding)
        assert finding["severity"] in {"error", "warning"}
        assert all({"episode", "scene", "text"} <= set(side) for side in finding["evidence"])


def test_a_quote_names_hours_line_ups_and_totals(ask: partial[Said]) -> None:
    quoted = document(ask("quote", "--from", "2099-01-01-00:00", "--hours", "24", "--json"))
    assert (quoted["from"], quoted["to"], quoted["hours"]) == ("2099-01-01-00:00", "2099-01-01-23:00", 24)
    totals = {q["line_up"]: float(q["total_usd"]) for q in quoted["quotes"]}
    assert totals["offline"] == 0
    assert max(totals.values()) > 100
    row = quoted["quotes"][-1]["rows"][0]
    assert {"role", "provider", "model", "unit", "quantity", "price_usd", "amount_usd"} <= set(row)


def test_the_doctor_lists_its_checks(ask: partial[Said]) -> None:
    said = ask("doctor", "--json")
    checks = {check["name"]: check for check in said.document["checks"]}
    assert said.document["ok"] == (said.code == 0) == all(c["ok"] for c in checks.values())
    wanted = {"python", "clock", "bible", "disk", "storage", "graphics library", "codecs", "providers",
              "database", "migrations", "roles", "canon", "daemon"}  # fmt: skip
    assert wanted <= set(checks)
    assert all(check["sentence"] for check in checks.values())


@pytest.mark.parametrize("name", ["plan", "bible"])
def test_a_schema_is_a_json_schema(ask: partial[Said], name: str) -> None:
    schema = document(ask("schema", name))
    assert schema["type"] == "object"
    assert schema["required"]


def test_without_json_the_same_is_shown_for_people(ask: partial[Said]) -> None:
    for words in (("library",), ("canon", "show"), ("plan", "show", hour(1)), ("quote", "--from", hour(1))):
        said = ask(*words)
        assert (said.code, said.err) == (0, "")
        assert len(said.out.splitlines()) > 3
        assert not said.out.startswith("{")


def test_the_version_is_a_line(ask: partial[Said]) -> None:
    assert [part.isdigit() for part in ask("version").out.strip().split(".")] == [True] * 3


def test_the_exports_lead_other_tools_to_the_show(ask: partial[Said], show: dict[str, str]) -> None:
    said = ask("env")
    assert (said.code, said.err) == (0, "")
    exports = dict(line.removeprefix("export ").split("=", 1) for line in said.out.splitlines())
    assert exports["ANIGEN_HOME"] == os.path.realpath(show["ANIGEN_HOME"])
    assert {"DATABASE_URL", "DAGSTER_HOME", "ANIGEN_SERIES"} <= set(exports)
