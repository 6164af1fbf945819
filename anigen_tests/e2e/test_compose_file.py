"""docker-compose.yml and the Dockerfile, read: who runs, as whom, what is watched, kept, published and kept secret."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from anigen_assets.settings import INTERNAL_VARIABLES, variable_names
from anigen_tests.e2e.compose_file import (
    COMPOSE_FILE,
    OURS,
    MissingVariableError,
    read_compose,
    variables_of_the_file,
)

ROOT = COMPOSE_FILE.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
NOT_FOR_CONTAINERS = {
    "ANIGEN_HOME",
    "ANIGEN_BIND",
    "ANIGEN_DAGSTER_PORT",
    "ANIGEN_VIEWER_PORT",
    "ANIGEN_DAGSTER_DATABASE_URL",
    "ANIGEN_VIEWER_DATABASE_URL",
    "DATABASE_URL",
}
"""Fixed by the image, or by which port is published."""


@pytest.fixture
def compose() -> dict[str, Any]:
    return read_compose({"POSTGRES_PASSWORD": "a password"})


def test_the_services_are_the_database_and_the_four_parts_of_anigen(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == {"postgres", *OURS}


def test_every_service_has_a_health_check_that_gives_up(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        check = service["healthcheck"]
        assert check["test"][0] in ("CMD", "CMD-SHELL"), name
        assert check["retries"] >= 4, name


def test_everything_waits_for_a_healthy_database_or_code_location(compose: dict[str, Any]) -> None:
    waits = {name: compose["services"][name]["depends_on"] for name in OURS}
    assert waits.pop("code") == {"postgres": {"condition": "service_healthy"}}
    assert all(wait == {"code": {"condition": "service_healthy"}} for wait in waits.values())


@pytest.mark.parametrize("name", OURS)
def test_a_service_runs_as_the_images_unprivileged_user_without_capabilities(
    compose: dict[str, Any], name: str
) -> None:
    service = compose["services"][name]
    made = re.search(r"useradd .*--uid (\d+) anigen", DOCKERFILE)
    assert made is not None
    assert service["user"] == f"{made[1]}:{made[1]}"
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "privileged" not in service


def test_the_image_itself_ends_as_the_unprivileged_user() -> None:
    assert re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE)[-1] == "anigen"


def test_without_a_password_nothing_starts() -> None:
    with pytest.raises(MissingVariableError, match="POSTGRES_PASSWORD"):
        read_compose({})


def test_no_secret_is_written_into_the_files() -> None:
    for text in (COMPOSE_FILE.read_text(encoding="utf-8"), DOCKERFILE):
        assert not re.search(r"(PASSWORD|TOKEN|SECRET|API_KEY)\w*[:=](?!-\})\s*[\"']?(?!\$\{)[\w/+-]+", text)
        assert not re.search(r"://[^/\s@:]+:[^/\s@$]+@", text)


def test_the_password_is_in_no_address(compose: dict[str, Any]) -> None:
    for name in OURS:
        environment = compose["services"][name]["environment"]
        assert environment["PGPASSWORD"] == "a password"
        assert "password" not in environment["DATABASE_URL"]


def test_films_runs_and_the_database_are_on_named_volumes(compose: dict[str, Any]) -> None:
    assert set(compose["volumes"]) == {"database", "dagster", "media"}
    assert compose["services"]["postgres"]["volumes"] == ["database:/var/lib/postgresql/data"]
    for name in OURS:
        service = compose["services"][name]
        mounts = dict(volume.split(":") for volume in service["volumes"])
        assert mounts["media"] == service["environment"]["ANIGEN_HOME"]
        assert mounts["dagster"] == service["environment"]["DAGSTER_HOME"] + "/storage"


def test_only_the_viewer_and_dagster_are_published_and_on_the_loopback_alone(compose: dict[str, Any]) -> None:
    published = {name: s["ports"] for name, s in compose["services"].items() if "ports" in s}
    assert published == {"webserver": ["127.0.0.1:3000:3000"], "viewer": ["127.0.0.1:8501:8501"]}


def test_every_variable_that_is_handed_on_is_a_setting(compose: dict[str, Any]) -> None:
    known = {*variable_names().values(), *INTERNAL_VARIABLES, "DAGSTER_HOME", "PGPASSWORD"}
    for name in OURS:
        assert set(compose["services"][name]["environment"]) <= known


def test_every_setting_that_makes_sense_in_a_container_is_handed_on(compose: dict[str, Any]) -> None:
    expected = set(variable_names().values()) - NOT_FOR_CONTAINERS
    assert expected <= set(compose["services"]["code"]["environment"])
    assert expected | {"POSTGRES_PASSWORD"} <= variables_of_the_file()


def test_the_image_is_built_on_a_supported_python_and_installs_the_graphics_library() -> None:
    base = re.search(r"^FROM python:3\.(\d+)-slim", DOCKERFILE, re.MULTILINE)
    assert base is not None
    assert int(base[1]) in (11, 12, 13)
    assert {"libegl1", "libgl1"} <= set(DOCKERFILE.split())


def test_dagsters_home_in_the_image_has_the_checkouts_configuration(compose: dict[str, Any]) -> None:
    home = compose["services"]["daemon"]["environment"]["DAGSTER_HOME"]
    assert f"cp dagster.yaml {home}/" in DOCKERFILE


@pytest.mark.parametrize("name", ["webserver", "daemon"])
def test_the_workspace_leads_to_the_code_service(compose: dict[str, Any], name: str) -> None:
    command = compose["services"][name]["command"]
    workspace = yaml.safe_load((ROOT / command[command.index("-w") + 1]).read_text())
    server = workspace["load_from"][0]["grpc_server"]
    code = compose["services"]["code"]["command"]
    assert server["host"] == "code"
    assert str(server["port"]) == code[code.index("-p") + 1]
