"""The home folder of a running AniGen: Dagster's instance folder, logs, and the environment of child processes."""

from __future__ import annotations

import shutil
from pathlib import Path

from anigen_assets.errors import AniGenError
from anigen_assets.services.application import Application
from anigen_assets.settings import Settings

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
    """What child processes and plain tools need to find this AniGen."""
    settings = app.settings
    return {
        "ANIGEN_HOME": str(settings.home_path),
        "ANIGEN_SERIES": str(Path(settings.series).resolve())
        if Path(settings.series).is_file()
        else settings.series,
        "DAGSTER_HOME": str(prepare_dagster_home(settings)),
        "DAGSTER_DISABLE_TELEMETRY": "1",
        "PYTHONUNBUFFERED": "1",
    }
