"""The home folder of a running AniGen: Dagster's instance folder, logs, and the environment of child processes."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from anigen_assets.errors import AniGenError
from anigen_assets.services.application import Application
from anigen_assets.settings import Settings, variable_names
from anigen_assets.story.calendar import key_of

CHECKOUT = Path(__file__).resolve().parents[2]


def checkout_file(name: str) -> Path:
    """A file at the top of the checkout.

    Raises:
        AniGenError: AniGen was installed without its checkout.
    """
    path = CHECKOUT / name
    if not path.is_file():
        raise AniGenError(
            f"{name} is not beside the package: install AniGen from its checkout with `pip install -e .`."
        )
    return path


def prepare_dagster_home(settings: Settings) -> Path:
    """Dagster's instance folder, with the checkout's dagster.yaml in it."""
    folder = settings.home_path / "dagster"
    folder.mkdir(parents=True, exist_ok=True)
    source, target = checkout_file("dagster.yaml"), folder / "dagster.yaml"
    if not target.exists() or target.read_bytes() != source.read_bytes():
        temporary = target.with_suffix(".tmp")
        shutil.copyfile(source, temporary)
        temporary.replace(target)
    return folder


def child_environment(app: Application) -> dict[str, str]:
    """What child processes and plain tools need to find this AniGen, wherever they run.

    Everything that was set is told, since a `.env` is read by those alone who work in its folder.
    """
    settings = app.settings
    return {
        **settings_as_variables(settings),
        "ANIGEN_HOME": str(settings.home_path),
        "ANIGEN_SERIES": _series(settings),
        "DAGSTER_HOME": str(prepare_dagster_home(settings)),
        "DAGSTER_DISABLE_TELEMETRY": "1",
        "PYTHONUNBUFFERED": "1",
    }


def settings_as_variables(settings: Settings) -> dict[str, str]:
    """The settings that were set, by environment variable, as the environment would say them."""
    names = variable_names()
    chosen = {names[field]: getattr(settings, field) for field in sorted(settings.model_fields_set)}
    return {name: _text(value) for name, value in chosen.items() if value is not None}


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return key_of(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _series(settings: Settings) -> str:
    path = Path(settings.series)
    return str(path.resolve()) if path.is_file() else settings.series
