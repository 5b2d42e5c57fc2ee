"""Percentages as the statistics want them (RPT-1)."""

from decimal import ROUND_HALF_UP, Decimal

NONE = "–"
_TENTH = Decimal("0.1")


def percent(part: int | None, whole: int | None) -> Decimal | None:
    """`part` in percent of `whole`, rounded half up to one decimal; None where there is nothing to divide by."""
    if part is None or not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(_TENTH, ROUND_HALF_UP)


def shown(value: Decimal | None) -> str:
    """A percentage as printed: 66,7 %, or a dash where there is none."""
    return NONE if value is None else f"{value:.1f} %".replace(".", ",")
