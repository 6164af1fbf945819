"""The commands of docker-compose.yml, with its environment, as separate processes on a PostgreSQL over TCP.

No container engine is needed: addresses and folders are replaced, everything else is what the file says.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml

from anigen_assets.store.database import Database
from anigen_assets.store.read_models import ReadModels
from anigen_tests.e2e.compose_file import OURS, read_compose
from anigen_tests.e2e.network_postgres import network_postgres
from anigen_tests.e2e.processes import (
    CHECKOUT,
    Started,
    bare_environment,
    cut_the_power,
    free_ports,
    running,
    traces_of,
    wait_until,
)

pytestmark = pytest.mark.e2e

PASSWORD = "a p@ssw/rd"
HEALTHY_SECONDS, EPISODE_SECONDS, STOP_SECONDS = 120, 240, 60


@dataclass
class Stack:
    """All services, running.

    Attributes:
        folder: Stands for the volumes.
    """

    folder: Path
    compose: dict[str, Any]
    database_url: str
    replaced: dict[str, str]
    services: dict[str, Started]

    def environment(self, name: str) -> dict[str, str]:
        """A service's environment, as the file has it."""
        told = self.compose["services"][name]["environment"]
        return bare_environment(**{key: self._here(value) for key, value in told.items()})

    def command(self, name: str) -> list[str]:
        """A service's command, with addresses of this machine."""
        return [self._here(word) for word in self.compose["services"][name]["command"]]

    def is_healthy(self, name: str) -> bool:
        """What the service's own health check says."""
        kind, *command = self.compose["services"][name]["healthcheck"]["test"]
        assert kind == "CMD"
        words = [self._here(word) for word in command]
        done = subprocess.run(
            words, env=self.environment(name), cwd=CHECKOUT, capture_output=True, check=False
        )
        return done.returncode == 0

    def anigen(self, *words: str) -> Any:
        """A command in the code service's container: `docker compose exec code anigen ...`."""
        done = subprocess.run(
            ["anigen", *words, "--json"],
            env=self.environment("code"),
            cwd=self.folder,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    def address(self, name: str, path: str) -> str:
        """Where a published service answers."""
        inside = self.compose["services"][name]["ports"][0].rpartition(":")[2]
        return f"http://127.0.0.1:{self.replaced[inside]}{path}"

    def ask_dagster(self, query: str) -> Any:
        """The webserver's answer to a GraphQL query."""
        body = json.dumps({"query": query}).encode()
        header = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.address("webserver", "/graphql"), body, header)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["data"]

    def _here(self, text: str) -> str:
        there = re.compile("|".join(map(re.escape, self.replaced)))
        return there.sub(lambda found: self.replaced[found[0]], text)


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Every service at once, without waiting for one another; an episode is made."""
    folder = tmp_path_factory.mktemp("compose")
    compose = read_compose(
        {
            "POSTGRES_PASSWORD": PASSWORD,
            "ANIGEN_VIDEO": "slate",
            "ANIGEN_QUALITY": "480p",
            "ANIGEN_CATCH_UP_HOURS": "1",
        }
    )
    user = compose["services"]["postgres"]["environment"]["POSTGRES_USER"]
    with network_postgres(user, PASSWORD) as postgres, ExitStack() as processes:
        code, webserver, viewer = free_ports(3)
        for part in ("data", "dagster/storage"):
            (folder / part).mkdir(parents=True)
        shutil.copy(CHECKOUT / "dagster.yaml", folder / "dagster")
        found = Stack(
            folder,
            compose,
            f"postgresql://{user}:{quote(PASSWORD, safe='')}@127.0.0.1:{postgres.port}/{user}",
            {
                "@postgres:5432": f"@127.0.0.1:{postgres.port}",
                "/data": str(folder / "data"),
                "/dagster": str(folder / "dagster"),
                "0.0.0.0": "127.0.0.1",
                "4000": str(code),
                "3000": str(webserver),
                "8501": str(viewer),
                "workspace.compose.yaml": str(_workspace(folder, code)),
            },
            {},
        )
        for name in OURS:
            log = folder / f"{name}.log"
            run = running(name, found.command(name), found.environment(name), log)
            found.services[name] = processes.enter_context(run)
        yield found
        cut_the_power(folder)


@pytest.fixture(scope="module")
def finished_run(stack: Stack) -> dict[str, Any]:
    """The first run that ended well; automation asked for it, nobody else."""
    ours = tuple(stack.services.values())
    for name in OURS:
        wait_until(lambda: stack.is_healthy(name), f"health of {name}", HEALTHY_SECONDS, *ours)  # noqa: B023
    return wait_until(lambda: _ended_run(stack), "run that ended", EPISODE_SECONDS, *ours)


def test_the_daemon_asks_for_the_hour_and_the_code_service_makes_it(finished_run: dict[str, Any]) -> None:
    assert finished_run["status"] == "SUCCESS"
    assert finished_run["tags"]["anigen/automation"] in ("catch_up", "hourly_episode")


def test_the_episode_is_canon_and_its_film_is_on_the_volume(
    stack: Stack, finished_run: dict[str, Any]
) -> None:
    episode = stack.anigen("library")["episodes"][0]
    assert (episode["number"], episode["state"]) == (1, "retired")
    assert Path(episode["film"]).is_relative_to(stack.folder / "data")
    assert Path(episode["film"]).is_file()


def test_services_that_start_at_once_agree_on_the_first_hour(
    stack: Stack, finished_run: dict[str, Any]
) -> None:
    partitions = stack.ask_dagster(
        """{ assetNodes { opName partitionDefinition { type } partitionKeysByDimension(startIdx: 0, endIdx: 1)
            { partitionKeys } } }"""
    )["assetNodes"]
    first = {
        node["partitionKeysByDimension"][0]["partitionKeys"][0]
        for node in partitions
        if node["opName"] == "scenes"
    }
    assert first == {finished_run["tags"]["dagster/partition"]}
    assert stack.anigen("canon", "verify")["links"] == 2  # the bible and episode 1


def test_the_viewer_serves_the_film_in_parts(stack: Stack, finished_run: dict[str, Any]) -> None:
    address = stack.address("viewer", f"/app/static/media/{_film_id(stack)}")
    request = urllib.request.Request(address, headers={"Range": "bytes=4-11"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        assert answer.status == 206
        assert answer.read()[:4] == b"ftyp"


def test_what_a_run_wrote_is_where_the_webserver_looks_for_it(
    stack: Stack, finished_run: dict[str, Any]
) -> None:
    written = stack.folder / "dagster" / "storage" / finished_run["runId"] / "compute_logs"
    assert list(written.glob("*.err"))


def test_every_service_ends_when_told_and_leaves_no_process(
    stack: Stack, finished_run: dict[str, Any]
) -> None:
    for name in reversed(OURS):
        stack.services[name].end(signal.SIGTERM, STOP_SECONDS)
    wait_until(lambda: not traces_of(stack.folder), "end of every process", STOP_SECONDS)


def _ended_run(stack: Stack) -> dict[str, Any] | None:
    runs = stack.ask_dagster(
        "{ runsOrError { ... on Runs { results { runId status tags { key value } } } } }"
    )
    ended = [r for r in runs["runsOrError"]["results"] if r["status"] in ("SUCCESS", "FAILURE", "CANCELED")]
    if not ended:
        return None
    return ended[-1] | {"tags": {tag["key"]: tag["value"] for tag in ended[-1]["tags"]}}


def _film_id(stack: Stack) -> int:
    """Read as the viewer reads."""
    database = Database.connect(stack.database_url, read_only=True)
    try:
        film = ReadModels(database, "tidewatch").episode(1).film
    finally:
        database.dispose()
    return film.media_id


def _workspace(folder: Path, port: int) -> Path:
    """The workspace of the file, with the code location on this machine."""
    told = yaml.safe_load((CHECKOUT / "workspace.compose.yaml").read_text(encoding="utf-8"))
    told["load_from"][0]["grpc_server"] |= {"host": "127.0.0.1", "port": port}
    path = folder / "workspace.yaml"
    path.write_text(yaml.safe_dump(told), encoding="utf-8")
    return path
