"""`anigen up` as a person uses it: started, killed in the middle of an hour, started again, ended with Ctrl-C."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from anigen_tests.e2e.processes import (
    Started,
    bare_environment,
    cut_the_power,
    free_ports,
    running,
    traces_of,
    wait_until,
)

pytestmark = pytest.mark.e2e

ON_AIR_SECONDS, EPISODE_SECONDS, ENDED_SECONDS = 120, 240, 30
UNDER_WAY = "{ runsOrError(filter: {statuses: [STARTED]}) { ... on Runs { results { runId } } } }"


@dataclass(frozen=True)
class Home:
    """A home folder and the environment that leads there."""

    folder: Path
    environment: dict[str, str]

    def anigen(self, *words: str) -> Any:
        """What a command prints."""
        command = ["anigen", *words, "--json"]
        done = subprocess.run(
            command, env=self.environment, cwd=self.folder.parent, capture_output=True, check=True
        )
        return json.loads(done.stdout)

    def library(self) -> list[dict[str, Any]]:
        """What `anigen library` lists, oldest first."""
        return self.anigen("library")["episodes"]

    def films(self) -> list[Path]:
        """Whole films of episodes."""
        return sorted((self.folder / "media").rglob("*.film.mp4"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """An empty home with the slate studio; its ports are free, but for the viewer's first choice."""
    folder = tmp_path_factory.mktemp("up") / "home"
    dagster, viewer = free_ports(2)
    environment = bare_environment(
        ANIGEN_HOME=str(folder),
        ANIGEN_VIDEO="slate",
        ANIGEN_QUALITY="480p",
        ANIGEN_DAGSTER_PORT=str(dagster),
        ANIGEN_VIEWER_PORT=str(viewer),
    )
    yield Home(folder, environment)
    cut_the_power(folder)


@pytest.fixture(scope="module")
def after_a_power_cut(home: Home) -> None:
    """The first start; every process of it is killed while the first hour is in production."""
    with running("anigen up", ["anigen", "up"], home.environment, home.folder.parent / "first.log") as up:
        wait_until(lambda: "is on air" in up.said(), "address", ON_AIR_SECONDS, up)
        dagster = address_of("Dagster", up)
        wait_until(lambda: ask_dagster(dagster, UNDER_WAY), "run under way", EPISODE_SECONDS, up)
        cut_the_power(home.folder)
    wait_until(lambda: not traces_of(home.folder), "end of every process", ENDED_SECONDS)


@pytest.fixture(scope="module")
def second_start(home: Home, after_a_power_cut: None) -> Iterator[Started]:
    """The second start, with the viewer's port taken by somebody else."""
    wanted = int(home.environment["ANIGEN_VIEWER_PORT"])
    log = home.folder.parent / "second.log"
    with (
        closing(socket.create_server(("127.0.0.1", wanted))),
        running("anigen up", ["anigen", "up"], home.environment, log) as up,
    ):
        wait_until(lambda: "is on air" in up.said(), "address", ON_AIR_SECONDS, up)
        yield up


def test_a_taken_port_is_said_and_the_next_one_is_used(home: Home, second_start: Started) -> None:
    wanted = home.environment["ANIGEN_VIEWER_PORT"]
    assert f"Port {wanted} is taken" in second_start.said()
    assert not address_of("Watch", second_start).endswith(wanted)


def test_the_printed_addresses_answer(second_start: Started) -> None:
    assert get(f"{address_of('Watch', second_start)}/healthz") == {"status": "ok"}
    assert "dagster_version" in get(f"{address_of('Dagster', second_start)}/server_info")


def test_the_hour_that_was_in_production_when_the_power_went_is_made(
    home: Home, second_start: Started
) -> None:
    wait_until(home.films, "film", EPISODE_SECONDS, second_start)
    wait_until(lambda: home.library()[0]["state"] == "retired", "retirement", EPISODE_SECONDS, second_start)


def test_ctrl_c_ends_everything_and_frees_the_ports(home: Home, second_start: Started) -> None:
    ports = [int(address_of(name, second_start).rpartition(":")[2]) for name in ("Watch", "Dagster")]
    assert second_start.end(signal.SIGINT, ENDED_SECONDS) == 0
    assert traces_of(home.folder) == []
    for port in ports:
        socket.create_server(("127.0.0.1", port)).close()


def test_the_story_goes_on_from_the_same_first_hour(home: Home, second_start: Started) -> None:
    assert home.anigen("canon", "verify")["intact"]
    assert home.library()[0]["number"] == 1


def address_of(name: str, up: Started) -> str:
    """An address that `anigen up` has printed."""
    found = re.search(rf"^\s*{name}\s+(http://\S+)", up.said(), re.MULTILINE)
    assert found is not None, up.said()
    return found[1]


def get(address: str) -> Any:
    """A JSON document."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        return json.load(answer)


def ask_dagster(address: str, query: str) -> list[Any]:
    """Runs that a GraphQL query finds."""
    body = json.dumps({"query": query}).encode()
    request = urllib.request.Request(f"{address}/graphql", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["data"]["runsOrError"]["results"]
