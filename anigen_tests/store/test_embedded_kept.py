"""The embedded server that `anigen env` leaves running: found by its own address, and let go again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from anigen_assets.settings import Settings
from anigen_assets.store.embedded import EmbeddedPostgres, resolve_urls


@pytest.fixture
def home() -> Iterator[Path]:
    """A home folder of its own. Not pytest's: the account of the server may not go there."""
    folder = Path(tempfile.mkdtemp(prefix="anigen-home-"))
    yield folder
    EmbeddedPostgres(folder).stop(if_unused=False)
    shutil.rmtree(folder)


def test_a_kept_server_outlives_its_users_until_it_is_let_go(home: Path) -> None:
    server = EmbeddedPostgres(home, {"fsync": "off"})
    server.start()
    server.keep()
    server.stop()
    assert server.is_running()
    server.let_go()
    assert not server.is_running()


def test_letting_go_of_a_home_without_a_server_makes_nothing(home: Path) -> None:
    EmbeddedPostgres(home).let_go()
    assert list(home.iterdir()) == []


def test_the_exported_address_leads_to_the_embedded_server_and_starts_it(home: Path) -> None:
    server = EmbeddedPostgres(home, {"fsync": "off"})
    server.start()
    exported = server.url(driver=None)
    server.stop()
    urls = resolve_urls(Settings(_env_file=None, home=home, DATABASE_URL=exported))
    assert urls.embedded
    assert server.is_running()


@pytest.mark.parametrize(
    "address",
    ["postgresql://anigen@db.example:5432/anigen", "postgresql://anigen@/anigen?host=/var/run/postgresql"],
)
def test_another_servers_address_is_not_ours(home: Path, address: str) -> None:
    assert not EmbeddedPostgres(home).is_meant_by(address)
