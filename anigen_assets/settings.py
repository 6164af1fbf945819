"""Frozen settings: the one reader of the environment and of `.env`.

Every other module is handed what it needs. Names in the environment are the field names in upper case with
the prefix `ANIGEN_`, except `DATABASE_URL`. `.env.example` lists them all.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from anigen_assets.errors import HourError, SettingsError
from anigen_assets.story.calendar import parse_hour
from anigen_assets.story.context.tokens import DEFAULT_TOKENS, LEAST_TOKENS

PREFIX = "ANIGEN_"


class Pace(StrEnum):
    """When scenes of an hour are made."""

    FAST = "fast"  # as soon as possible
    PACED = "paced"  # scene k at minute 10 (k - 1), the brief's rhythm


def _hour(value: Any) -> Any:
    try:
        return parse_hour(value) if isinstance(value, str) else value
    except HourError as error:
        raise ValueError(str(error)) from None


def _folder(value: Path) -> Path:
    try:
        value.expanduser().exists()
    except (OSError, RuntimeError):  # a name that is too long, a home of nobody
        raise ValueError("must be a folder's path that this machine can have") from None
    return value


def _postgres(value: str | None) -> str | None:
    schemes = ("postgresql://", "postgres://", "postgresql+psycopg://", "postgresql+psycopg2://")
    if value is not None and not value.startswith(schemes):
        raise ValueError("must begin with postgresql://")
    return value


Port = Annotated[int, Field(ge=1, le=65535)]
Budget = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=6)]


class Settings(BaseSettings):
    """What a person can configure."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        validate_default=True,
    )

    home: Annotated[Path, AfterValidator(_folder)] = Path(".anigen")
    database_url: Annotated[str | None, AfterValidator(_postgres)] = Field(
        default=None, validation_alias="DATABASE_URL"
    )
    dagster_database_url: Annotated[str | None, AfterValidator(_postgres)] = None
    viewer_database_url: Annotated[str | None, AfterValidator(_postgres)] = None
    series: str = "tidewatch"
    first_hour: Annotated[datetime | None, NoDecode, BeforeValidator(_hour)] = None
    director: Literal["offline"] = "offline"
    context_tokens: Annotated[int, Field(ge=LEAST_TOKENS, le=1_000_000)] = DEFAULT_TOKENS
    video: Literal["animatic", "slate"] = "animatic"
    images: Literal["offline"] = "offline"
    quality: Literal["480p", "540p", "720p", "1080p"] = "720p"
    burn_subtitles: bool = False
    catch_up_hours: Annotated[int, Field(ge=0, le=8760)] = 24
    pace: Pace = Pace.FAST
    workers: Annotated[int, Field(ge=0, le=64)] = 0
    bind: str = "127.0.0.1"
    dagster_port: Port = 3000
    viewer_port: Port = 8501
    public_viewer_url: str | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    budget_episode_usd: Budget = Decimal(0)
    budget_day_usd: Budget = Decimal(0)
    budget_month_usd: Budget = Decimal(0)

    @property
    def home_path(self) -> Path:
        """Absolute home folder."""
        return self.home.expanduser().resolve()

    @property
    def media_path(self) -> Path:
        """Where films, posters and manifests live."""
        return self.home_path / "media"

    @property
    def viewer_url(self) -> str:
        """Address that links in metadata point to, without a trailing slash."""
        return (self.public_viewer_url or f"http://{self.bind}:{self.viewer_port}").rstrip("/")


def load_settings(**overrides: Any) -> Settings:
    """Reads environment and `.env`.

    Raises:
        SettingsError: One sentence per wrong value: the variable, its value and what is allowed; also for a
            variable that begins with ANIGEN_ and is not known.
    """
    _refuse_unknown()
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsError(" ".join(_sentence(e) for e in error.errors())) from None


def variable_names() -> dict[str, str]:
    """Environment variable by field name."""
    return {
        name: str(field.validation_alias or f"{PREFIX}{name.upper()}")
        for name, field in Settings.model_fields.items()
    }


def _refuse_unknown() -> None:
    import difflib
    import os

    from dotenv import dotenv_values

    known = set(variable_names().values()) | INTERNAL_VARIABLES
    found = [n for n in (*os.environ, *dotenv_values(".env")) if n.upper().startswith(PREFIX)]
    for name in found:
        if name.upper() not in known:
            near = difflib.get_close_matches(name.upper(), known, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise SettingsError(
                f"{name} is not a setting of AniGen.{hint} All settings are listed in .env.example."
            )


INTERNAL_VARIABLES = frozenset(
    {"ANIGEN_DAGSTER_STORAGE_URL", "ANIGEN_TEST_DATABASE_URL", "ANIGEN_TEST_REQUIRE_CHROMIUM"}
)
"""Set by commands for the processes they start, and by whoever runs the tests; not for people."""

_SECRET_FIELDS = frozenset({"DATABASE_URL", "ANIGEN_DAGSTER_DATABASE_URL", "ANIGEN_VIEWER_DATABASE_URL"})


def _sentence(error: Any) -> str:
    location = str(error["loc"][0]) if error["loc"] else "settings"
    variable = variable_names().get(location, location)
    shown = "its value" if variable in _SECRET_FIELDS else f"'{error['input']}'"
    message = error["msg"].removeprefix("Value error, ").removesuffix(".")
    return f"{variable}: {shown} is not allowed: {message[:1].lower()}{message[1:]}."
