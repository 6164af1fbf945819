"""What episodes would cost, before anybody is asked to make them.

The brief's figures are 30 s of video at 0.15, 0.10 for the director and 0.01 for character sheets: 4.61 a
scene, 27.66 an episode of six. `quote_episodes` with the line-up `brief` on its day reproduces them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from anigen_assets.money.amounts import ZERO_USD, usd
from anigen_assets.money.price_book import PAID, LineUp, PriceBook, PriceBookError, Role
from anigen_assets.story.bible import Bible
from anigen_assets.story.plan import EpisodePlan

ALLOWANCE = "scene_allowance"
RoleName = Literal["director", "video", "images"]


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One provider's share.

    Attributes:
        quantity: How many units.
        price_usd: Exact price of one unit.
        amount_usd: Their product with six places.
        source: Where the price comes from.
    """

    role: RoleName
    provider: str
    model: str
    unit: str
    quantity: Decimal
    price_usd: Decimal
    amount_usd: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What something would cost.

    Attributes:
        on: Day whose prices were used.
        quality: Picture height, e.g. `720p`.
        line_up: Name of the line-up.
    """

    on: date
    quality: str
    line_up: str
    rows: tuple[QuoteRow, ...]

    @property
    def total_usd(self) -> Decimal:
        """Sum of the rows, six places."""
        return sum((row.amount_usd for row in self.rows), ZERO_USD)

    def by_provider(self) -> dict[str, Decimal]:
        """US dollars by provider, sorted by name."""
        providers = sorted({row.provider for row in self.rows})
        return {p: sum((r.amount_usd for r in self.rows if r.provider == p), ZERO_USD) for p in providers}


def quote_plan(
    plan: EpisodePlan, bible: Bible, book: PriceBook, on: date, quality: str, *, line_up: str = PAID
) -> Quote:
    """What producing a plan's scenes would cost; a scene never takes less than the bible's scene length.

    Args:
        plan: The plan, checked or not.
        bible: Whose format the scenes are made to.
        book: Prices.
        on: Day whose prices count.
        quality: Picture height: 480p, 540p, 720p or 1080p.
        line_up: Who makes it, by name.

    Raises:
        UnknownPriceError: When a price of that day is not known.
        PriceBookError: When there is no such line-up, or it has no unit for the quality.
    """
    seconds = sum(max(scene.seconds, bible.format.scene_seconds) for scene in plan.scenes)
    return _quote(len(plan.scenes), seconds, book, on, quality=quality, line_up=line_up)


def quote_episodes(
    count: int, bible: Bible, book: PriceBook, on: date, quality: str, *, line_up: str = PAID
) -> Quote:
    """What `count` episodes in the bible's format would cost.

    Args:
        count: How many episodes, 0 or more.
        bible: Whose format they have.
        book: Prices.
        on: Day whose prices count.
        quality: Picture height: 480p, 540p, 720p or 1080p.
        line_up: Who makes them, by name.

    Raises:
        UnknownPriceError: When a price of that day is not known.
        PriceBookError: When there is no such line-up, or it has no unit for the quality.
        ValueError: When `count` is negative.
    """
    if count < 0:
        raise ValueError(f"{count} episodes cannot be quoted")
    scenes = count * bible.format.scenes_per_episode
    return _quote(scenes, scenes * bible.format.scene_seconds, book, on, quality=quality, line_up=line_up)


def _quote(scenes: int, seconds: int, book: PriceBook, on: date, *, quality: str, line_up: str) -> Quote:
    team = book.line_up(line_up)

    def row(role: RoleName, who: Role, unit: str, quantity: int) -> QuoteRow:
        priced = book.row(who.provider, who.model, unit, on)
        amount = usd(priced.usd * quantity)
        return QuoteRow(
            role, who.provider, who.model, unit, Decimal(quantity), priced.usd, amount, priced.source
        )

    rows = (
        row("director", team.director, ALLOWANCE, scenes),
        row("video", team.video, _unit_of_second(team, quality), seconds),
        row("images", team.images, ALLOWANCE, scenes),
    )
    return Quote(on, str(quality), line_up, rows)


def _unit_of_second(team: LineUp, quality: str) -> str:
    unit = team.seconds.get(str(quality))
    if unit is None:
        raise PriceBookError(f"'{quality}' has no price in this line-up: it makes {', '.join(team.seconds)}.")
    return unit
