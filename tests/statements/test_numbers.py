"""How claimed numbers are written."""

from decimal import Decimal

import pytest

from statements.numbers import plain_number


@pytest.mark.parametrize(
    ("value", "text"),
    [("1577.0000", "1,577"), ("16.3400", "16.34"), ("100.0000", "100"), ("0.5000", "0.5")],
)
def test_figures_are_set_without_idle_decimals(value: str, text: str) -> None:
    assert plain_number(Decimal(value)) == text
