"""Figures for the tests of series, charts and checks."""

from typing import Any

from statements import workflow
from statements.figures.selection import loaded
from statements.figures.series import Point, Series, series
from statements.models import Figure, Indicator, Speaker, Statement
from tests import factories

CODE = "cases"


def indicator(code: str = CODE, unit: str = "cases", label: str = "") -> Indicator:
    made, _ = Indicator.objects.get_or_create(
        code=code, defaults={"label": label or code.capitalize(), "unit": unit}
    )
    return made


def claim(
    value: float,
    period: str = "",
    *,
    of: Statement | None = None,
    publish: bool = True,
    **fields: Any,
) -> Figure:
    """A public figure; `period` is "2021-01-01/2021-12-31", or a year."""
    start, _, end = period.partition("/")
    if start and not end:
        start, end = f"{period}-01-01", f"{period}-12-31"
    fields.setdefault("indicator", indicator())
    fields.setdefault("place", factories.country())
    make = factories.draft if publish else factories.published
    said = of or make(said_on="2025-12-31")
    made = factories.figure(
        said, value, period_start=start or None, period_end=end or None, **fields  # type: ignore[arg-type]
    )  # fmt: skip
    if publish:  # at once with a statement of its own, which takes half the time
        workflow.publish(record=made if of else said, by=None)
    made.refresh_from_db()
    return made


def statement_of(figure: Figure) -> Statement:
    assert figure.statement
    return figure.statement


def speaker_of(figure: Figure) -> Speaker:
    assert figure.speaker
    return figure.speaker


def points() -> list[Point]:
    return loaded(Figure.objects.published().order_by("pk"))


def only_series() -> Series:
    (one,) = series(points())
    return one
