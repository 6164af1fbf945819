"""Whether there is money for something: pure arithmetic over what was spent and what may be.

Reading what was spent, and holding the lock while it is decided, belongs to the store and its callers.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal

from anigen_assets.money.amounts import ZERO_USD, usd

PAUSED = "paused: budget"
"""The state of an hour that waits for money: not a failure, and not retried."""


@dataclass(frozen=True, slots=True)
class Purse:
    """US dollars by the three spans that are watched: one episode, one UTC day, one calendar month.

    Used both for what may be spent at most (a budget) and for what is spent or set aside already.

    Raises:
        TypeError: For a float.
        ValueError: For a negative amount, or one that is no number.
    """

    episode_usd: Decimal = ZERO_USD
    day_usd: Decimal = ZERO_USD
    month_usd: Decimal = ZERO_USD

    def __post_init__(self) -> None:
        for span in fields(self):
            amount = usd(getattr(self, span.name))
            if amount < 0:
                raise ValueError(f"{span.name} is {amount}: neither a budget nor what was spent is negative")
            object.__setattr__(self, span.name, amount)

    def plus(self, amount_usd: Decimal) -> Purse:
        """The purse after spending the same amount in all three spans."""
        return Purse(self.episode_usd + amount_usd, self.day_usd + amount_usd, self.month_usd + amount_usd)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether an amount may be spent.

    Attributes:
        state: `allowed` or `paused: budget`.
        reason: One sentence for a person; empty when allowed.
        short_usd: What is missing in the span that is shortest of money; zero when allowed.
    """

    allowed: bool
    state: str
    reason: str = ""
    short_usd: Decimal = ZERO_USD


ALLOWED = Decision(allowed=True, state="allowed")
_SPANS = (("episode_usd", "the episode"), ("day_usd", "the day"), ("month_usd", "the month"))


def decide(amount_usd: Decimal, budget: Purse, spent: Purse) -> Decision:
    """Whether `amount_usd` may be spent on top of what is spent or set aside.

    What costs nothing is always allowed. A budget of zero allows nothing that costs: keys alone never spend.

    Args:
        amount_usd: What would be reserved.
        budget: The most that may be spent in each span.
        spent: What is charged or set aside in each span.

    Raises:
        TypeError: When the amount is a float.
        ValueError: When it is negative.
    """
    amount = usd(amount_usd)
    if amount < 0:
        raise ValueError(f"{amount} is negative: money is given back by releasing its reservation")
    if amount == 0:
        return ALLOWED
    after = spent.plus(amount)
    missing = [(getattr(after, name) - getattr(budget, name), name, words) for name, words in _SPANS]
    short, name, words = max(missing, key=lambda m: m[0])
    if short <= 0:
        return ALLOWED
    reason = (
        f"{amount} USD more would bring {words} to {getattr(after, name)} USD, and its budget is "
        f"{getattr(budget, name)} USD: it goes on when there is money again."
    )
    return Decision(allowed=False, state=PAUSED, reason=reason, short_usd=short)
