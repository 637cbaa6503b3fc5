"""How a claimed number is written."""

from decimal import Decimal
from functools import lru_cache

from django.utils.formats import get_format, number_format
from django.utils.translation import get_language


def plain_number(value: Decimal | float) -> str:
    """A figure with grouped thousands and without idle decimals: 1,577 or 16.34."""
    return _plain_number(value, get_language())


@lru_cache(maxsize=10_000, typed=True)
def _plain_number(value: Decimal | float, _language: str | None) -> str:
    text = number_format(value, force_grouping=True, use_l10n=True)
    point = get_format("DECIMAL_SEPARATOR")
    return text.rstrip("0").rstrip(point) if point in text else text
