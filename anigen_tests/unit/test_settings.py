from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from anigen_assets.errors import SettingsError
from anigen_assets.settings import load_settings, variable_names

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.startswith("ANIGEN_") or name == "DATABASE_URL":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_defaults_need_no_key_and_no_server() -> None:
    settings = load_settings()
    assert settings.database_url is None
    assert (settings.director, settings.video, settings.images) == ("offline", "animatic", "offline")
    assert (settings.quality, settings.bind, settings.catch_up_hours) == ("720p", "127.0.0.1", 24)


@pytest.mark.parametrize(
    ("variable", "value", "allowed"),
    [
        ("ANIGEN_QUALITY", "4k", "'1080p'"),
        ("ANIGEN_VIDEO", "cinema", "'slate'"),
        ("ANIGEN_CATCH_UP_HOURS", "-1", "greater than or equal to 0"),
        ("ANIGEN_CATCH_UP_HOURS", "soon", "integer"),
        ("ANIGEN_DAGSTER_PORT", "70000", "65535"),
        ("ANIGEN_FIRST_HOUR", "2026-01-01", "YYYY-MM-DD-HH:00"),
        ("ANIGEN_PACE", "slow", "'paced'"),
        ("ANIGEN_LOG_LEVEL", "LOUD", "'WARNING'"),
        ("ANIGEN_BUDGET_DAY_USD", "-5", "greater than or equal to 0"),
    ],
)
def test_a_wrong_value_names_the_variable_the_value_and_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, allowed: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as refused:
        load_settings()
    sentence = str(refused.value)
    assert variable in sentence
    assert value in sentence
    assert allowed in sentence
    assert refused.value.exit_code == 2


def test_a_database_address_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://user:hunter2@host/db")
    with pytest.raises(SettingsError, match="DATABASE_URL") as refused:
        load_settings()
    assert "hunter2" not in str(refused.value)


def test_an_unknown_setting_is_refused_with_the_nearest_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANIGEN_QUALTY", "720p")
    with pytest.raises(SettingsError, match="Did you mean ANIGEN_QUALITY"):
        load_settings()


def test_the_dotenv_file_counts_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("ANIGEN_QUALITY=480p\nANIGEN_CATCH_UP_HOURS=3\nOTHER=1\n")
    monkeypatch.setenv("ANIGEN_QUALITY", "1080p")
    settings = load_settings()
    assert (settings.quality, settings.catch_up_hours) == ("1080p", 3)


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().quality = "480p"  # type: ignore[misc]


def test_the_example_file_lists_every_setting_and_no_other() -> None:
    text = (ROOT / ".env.example").read_text()
    listed = set(re.findall(r"^#?([A-Z_]+)=", text, flags=re.M))
    assert listed == set(variable_names().values())
