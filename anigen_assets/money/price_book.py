"""Dated prices and line-ups, read from `prices.yaml`. An unknown price is never zero: it refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from anigen_assets.errors import AniGenError
from anigen_assets.money.amounts import Quantity

BRIEF, PAID, OFFLINE = "brief", "paid", "offline"
"""Line-ups that are always there."""


class PriceBookError(AniGenError):
    """The price file is broken: rows overlap, end before they begin, or do not have the right form."""


class UnknownPriceError(AniGenError):
    """Nobody knows what this would cost on that day, so it is not bought."""


Price = Annotated[Quantity, Field(ge=0)]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PriceRow(_Data):
    """One price over one stretch of days.

    Attributes:
        usd: Exact US dollars for one unit.
        valid_to: Last day, included; None while it holds.
    """

    provider: str
    model: str
    unit: str
    usd: Price
    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date

    def holds_on(self, day: date) -> bool:
        """Whether the price is that day's."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Role(_Data):
    """Who does a job."""

    provider: str
    model: str


class LineUp(_Data):
    """Who makes what.

    Attributes:
        day: Day its prices are meant for; None: the day a quote is asked for.
        seconds: Unit a second of video is sold as, by picture height (`720p`).
    """

    title: str
    day: date | None
    director: Role
    video: Role
    images: Role
    seconds: Mapping[str, str]


class _Group(_Data):
    provider: str
    models: tuple[str, ...]
    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date
    prices: Mapping[str, Price]

    def rows(self) -> Iterator[PriceRow]:
        common = self.model_dump(exclude={"models", "prices"})
        for model in self.models:
            for unit, price in self.prices.items():
                yield PriceRow(model=model, unit=unit, usd=price, **common)


class _File(_Data):
    rows: tuple[_Group, ...]
    line_ups: Mapping[str, LineUp]


@dataclass(frozen=True)
class PriceBook:
    """Every price that was ever known, and the line-ups.

    Raises:
        PriceBookError: When two rows price the same thing on the same day, or a row ends before it begins.
    """

    rows: tuple[PriceRow, ...]
    line_ups: Mapping[str, LineUp]
    _by_unit: Mapping[tuple[str, str, str], tuple[PriceRow, ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        table: dict[tuple[str, str, str], list[PriceRow]] = {}
        for row in sorted(self.rows, key=lambda r: r.valid_from):
            if row.valid_to is not None and row.valid_to < row.valid_from:
                raise PriceBookError(
                    f"{_what(row)} ends on {row.valid_to}, before it begins on {row.valid_from}."
                )
            earlier = table.setdefault((row.provider, row.model, row.unit), [])
            if earlier and earlier[-1].holds_on(row.valid_from):
                raise PriceBookError(
                    f"{_what(row)} has two prices on {row.valid_from}: end the older row first."
                )
            earlier.append(row)
        object.__setattr__(self, "_by_unit", {key: tuple(rows) for key, rows in table.items()})

    @classmethod
    def load(cls, path: Path | None = None) -> PriceBook:
        """Reads the packaged price file, or another one.

        Raises:
            PriceBookError: The file cannot be read or does not have the right form.
        """
        source = files("anigen_assets.money") / "prices.yaml" if path is None else path
        try:
            data = _File.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, yaml.YAMLError) as error:
            said = _first_of(error) if isinstance(error, ValidationError) else str(error)
            raise PriceBookError(f"The price file {source} cannot be used: {said}") from None
        return cls(tuple(row for group in data.rows for row in group.rows()), data.line_ups)

    def row(self, provider: str, model: str, unit: str, on: date) -> PriceRow:
        """The row that holds on a day.

        Raises:
            UnknownPriceError: When there is none; the message says what is known.
        """
        rows = self._by_unit.get((provider, model, unit), ())
        for row in rows:
            if row.holds_on(on):
                return row
        if rows:
            spans = "; ".join(f"{r.valid_from} to {r.valid_to or 'today'}" for r in rows)
            seen = f"its prices are known for {spans}"
        else:
            units = sorted(u for p, m, u in self._by_unit if (p, m) == (provider, model))
            seen = f"known units of it: {', '.join(units)}" if units else "no price of that model is known"
        raise UnknownPriceError(
            f"What {model} of {provider} costs per {unit} on {on} is not known ({seen}), so it is not "
            "bought: add a dated row to the price file."
        )

    def price(self, provider: str, model: str, unit: str, on: date) -> Decimal:
        """Exact US dollars for one unit on a day.

        Raises:
            UnknownPriceError: When no row holds on that day.
        """
        return self.row(provider, model, unit, on).usd

    def line_up(self, name: str) -> LineUp:
        """A line-up by its name.

        Raises:
            PriceBookError: When there is none of that name.
        """
        if name not in self.line_ups:
            raise PriceBookError(f"'{name}' is not a line-up: the price file has {', '.join(self.line_ups)}.")
        return self.line_ups[name]


def _what(row: PriceRow) -> str:
    return f"{row.model} of {row.provider} per {row.unit}"


def _first_of(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
