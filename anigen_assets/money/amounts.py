"""Amounts of money: Decimal US dollars with six places, and nothing else.

A float is a mistake of the program wherever it appears, so it raises `TypeError`; money is never rounded by
binary fractions.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal, localcontext
from typing import Annotated

from pydantic import BeforeValidator

MICRODOLLAR = Decimal("0.000001")
ZERO_USD = Decimal("0.000000")
LARGEST_USD = Decimal("99999999.999999")
"""What a NUMERIC(14, 6) column holds."""


def usd(value: Decimal | int | str) -> Decimal:
    """The amount in US dollars, rounded half to even to six places.

    Raises:
        TypeError: For a float, a bool or anything that is not a Decimal, an int or a str.
        ValueError: When it is no number, not finite, or larger in size than LARGEST_USD.
    """
    return _rounded(exact(value), ROUND_HALF_EVEN)


def usd_at_least(value: Decimal | int | str) -> Decimal:
    """The amount rounded up to six places: what a reservation sets aside must never be too little.

    Raises:
        TypeError: As `usd`.
        ValueError: As `usd`.
    """
    return _rounded(exact(value), ROUND_CEILING)


def exact(value: Decimal | int | str) -> Decimal:
    """The number as a Decimal with all its places, for prices and quantities.

    Raises:
        TypeError: As `usd`.
        ValueError: When it is no number or not finite.
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        kind = type(value).__name__
        raise TypeError(f"money is written as Decimal, int or text, not as {kind}: {value!r}")
    try:
        number = Decimal(value)
    except ArithmeticError:
        raise ValueError(f"'{value}' is not a number") from None
    if not number.is_finite():
        raise ValueError(f"'{value}' is not an amount of money")
    return number


def _rounded(value: Decimal, rounding: str) -> Decimal:
    if abs(value) > LARGEST_USD:
        raise ValueError(f"{value} is more than the ledger holds ({LARGEST_USD})")
    with localcontext() as context:
        context.prec = max(28, len(value.as_tuple().digits) + 8)
        return value.quantize(MICRODOLLAR, rounding=rounding) + ZERO_USD


Usd = Annotated[Decimal, BeforeValidator(usd)]
"""A field of a model that holds dollars with six places."""
Quantity = Annotated[Decimal, BeforeValidator(exact)]
"""A field of a model that holds an exact number of units or an exact price."""
