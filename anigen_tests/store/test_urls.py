"""Which databases the settings mean, on a server of one's own choice."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest

from anigen_assets.errors import DatabaseUnavailableError, SettingsError
from anigen_assets.settings import Settings
from anigen_assets.store import embedded
from anigen_assets.store.embedded import resolve_urls
from anigen_assets.store.server import check_version, parse_url, shown, text_of, unavailable
from anigen_tests.postgres import TestServer


def _settings(**values: Any) -> Settings:
    return Settings(_env_file=None, **values)


@pytest.fixture
def dagster_name(monkeypatch: pytest.MonkeyPatch, postgres_server: TestServer) -> Iterator[str]:
    """A name for Dagster's database that is not taken yet."""
    name = f"dagster_{uuid.uuid4().hex[:12]}"
    monkeypatch.setattr(embedded, "DAGSTER", name)
    yield name
    postgres_server.drop(name)


@pytest.fixture
def plain_user(postgres_server: TestServer) -> Iterator[str]:
    """A login that may not make databases."""
    name = f"plain_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(postgres_server.admin_url, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'hunter2'")
        yield name
        admin.execute(f"DROP ROLE {name}")


def test_dagster_gets_a_database_beside_ours(database_url: str, dagster_name: str) -> None:
    urls = resolve_urls(_settings(database_url=database_url))
    assert urls.embedded is False
    assert urls.anigen.startswith("postgresql+psycopg://")
    assert urls.dagster_psycopg2.startswith("postgresql+psycopg2://")
    with psycopg.connect(urls.dagster_psycopg2.replace("+psycopg2", "")) as connection:
        assert connection.info.dbname == dagster_name


def test_tls_parameters_reach_every_address(database_url: str, dagster_name: str) -> None:
    mark = "&" if "?" in database_url else "?"
    given = f"{database_url}{mark}sslmode=prefer&sslrootcert=%2Fetc%2Fca.pem"
    urls = resolve_urls(_settings(database_url=given))
    for url in (urls.anigen, urls.dagster_psycopg2, urls.viewer):
        query = parse_url(url, None).query
        assert (query["sslmode"], query["sslrootcert"]) == ("prefer", "/etc/ca.pem")


def test_the_short_scheme_is_understood(database_url: str, dagster_name: str) -> None:
    short = "postgres" + database_url.removeprefix("postgresql")
    assert resolve_urls(_settings(database_url=short)).anigen.startswith("postgresql+psycopg://")


def test_addresses_of_dagster_and_viewer_can_be_given(database_url: str, other_database_url: str) -> None:
    settings = _settings(
        database_url=database_url,
        dagster_database_url=other_database_url,
        viewer_database_url=other_database_url,
    )
    urls = resolve_urls(settings)
    other = parse_url(other_database_url, None).database
    assert parse_url(urls.dagster_psycopg2, None).database == other
    assert parse_url(urls.viewer, None).database == other


def test_our_own_database_is_made_when_it_is_missing(
    postgres_server: TestServer, dagster_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"anigen_test_{uuid.uuid4().hex[:12]}"
    resolve_urls(_settings(database_url=postgres_server.url(name)))
    with psycopg.connect(postgres_server.url(name)) as connection:
        assert connection.info.dbname == name
    postgres_server.drop(name)


def test_a_user_who_may_not_make_databases_is_told_what_to_do(
    postgres_server: TestServer, database_url: str, plain_user: str, dagster_name: str
) -> None:
    plain = parse_url(database_url, None).set(username=plain_user, password="hunter2")
    with pytest.raises(SettingsError) as caught:
        resolve_urls(_settings(database_url=plain.render_as_string(hide_password=False)))
    assert f"CREATE DATABASE {dagster_name}" in str(caught.value)
    assert "ANIGEN_DAGSTER_DATABASE_URL" in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_a_server_that_is_too_old_is_refused() -> None:
    old: Any = SimpleNamespace(info=SimpleNamespace(server_version=14_0011))
    with pytest.raises(SettingsError, match=r"version 14.*15 or newer"):
        check_version(old, parse_url("postgresql://db/anigen", None))


def test_a_dead_server_is_told_without_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anigen_assets.store.server.open_connection.__defaults__", ((),))
    with pytest.raises(DatabaseUnavailableError, match=r"127\.0\.0\.1:1/anigen") as caught:
        resolve_urls(_settings(database_url="postgresql://nagi:hunter2@127.0.0.1:1/anigen"))
    assert "hunter2" not in str(caught.value)


def test_a_password_that_the_server_repeats_is_hidden() -> None:
    url = parse_url("postgresql://nagi:hunter2@db/anigen", None)
    assert "hunter2" not in str(unavailable(url, RuntimeError("no entry for nagi with hunter2")))


def test_a_password_that_is_told_as_it_stands_in_the_address_is_hidden() -> None:
    url = parse_url("postgresql://nagi:hunter%202%2F@db/anigen", None)
    for written in ("hunter 2/", "hunter%202%2F", "hunter 2%2F"):
        assert "hunter" not in str(unavailable(url, RuntimeError(f"spaces in '{written}'")))


def test_a_password_with_any_sign_stays_what_it_is() -> None:
    address = "postgresql://nagi:%20%2B%2F%40%3A%25%27@db/anigen"
    assert text_of(parse_url(address, None)) == address.replace("%2B", "+")
    assert parse_url(text_of(parse_url(address, None)), None).password == " +/@:%'"


@pytest.mark.parametrize("url", ["postgresql://nagi:hunter2@db", "postgresql://nagi:hunter2@db:port/anigen"])
def test_an_address_that_cannot_be_read_is_refused_without_the_password(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_url(url, "psycopg")
    assert "hunter2" not in str(caught.value)


def test_what_is_shown_of_an_address_has_no_credentials() -> None:
    assert (
        shown(parse_url("postgresql://nagi:hunter2@db:5433/anigen?sslmode=require", None)) == "db:5433/anigen"
    )
    assert "hunter2" not in repr(embedded.DatabaseUrls("postgresql://nagi:hunter2@db/a", "", "", False))
