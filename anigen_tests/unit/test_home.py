"""What child processes and plain tools are told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from anigen_assets.commands.home import settings_as_variables
from anigen_assets.settings import load_settings

DOTENV = """
DATABASE_URL=postgresql://anigen:secret@db.example/anigen
ANIGEN_FIRST_HOUR=2026-01-01-05:00
ANIGEN_BURN_SUBTITLES=true
ANIGEN_VIDEO=slate
ANIGEN_PACE=paced
ANIGEN_BUDGET_DAY_USD=12.50
ANIGEN_CATCH_UP_HOURS=3
"""


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.startswith("ANIGEN_") or name == "DATABASE_URL":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_a_process_elsewhere_gets_the_same_settings_without_the_dotenv_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(DOTENV)
    told = load_settings()
    for name, value in settings_as_variables(told).items():
        monkeypatch.setenv(name, value)
    (tmp_path / ".env").unlink()
    assert load_settings() == told


def test_what_nobody_set_is_left_to_the_defaults() -> None:
    assert settings_as_variables(load_settings()) == {}
