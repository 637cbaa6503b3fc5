"""The figures of an article that belong to a passage, and the drafts that are made of them."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User

from sources.articles import Figure as Printed
from sources.articles import Indirect, Quote, Reading
from sources.dates import PartialDate
from sources.vocabulary import DateBasis
from statements.models import Figure, Indicator, Statement
from statements.models.proposal import folded

Qualifier = Figure.Qualifier
QUALIFIERS = {
    "exact": Qualifier.EXACT,
    "about": Qualifier.ABOUT,
    "nearly": Qualifier.ABOUT,
    "at least": Qualifier.AT_LEAST,
    "at most": Qualifier.AT_MOST,
    "less than": Qualifier.AT_MOST,  # there is no stricter one to choose from
    "more than": Qualifier.MORE_THAN,
}


def belonging(
    passage: Quote | Indirect, passages: Sequence[Quote | Indirect], reading: Reading
) -> tuple[int, ...]:
    """The indexes of the figures in a passage, and of those with which its speaker goes on.

    "She said there were 359 cases. Cambodia rescued 1,577 victims": both are of her sentence.
    """
    stop = reading.paragraphs[passage.paragraph].end
    later = [one.start for one in passages if passage.end <= one.start < stop]
    stop = min(later, default=stop)
    return tuple(
        number
        for number, figure in enumerate(reading.figures)
        if passage.start <= figure.start < stop
        and (figure.end <= passage.end or figure.claimant == passage.speaker is not None)
    )


def likely(printed: Printed, indicators: Iterable[Indicator]) -> Indicator | None:
    """The one indicator whose label or unit is what is counted, if there is just one."""
    unit = folded(printed.unit)
    for names in ("label", "unit"):
        same = [one for one in indicators if folded(getattr(one, names)) == unit]
        if len(same) == 1:
            return same[0]
    return None


class Drawn:
    """Drafts of the figures of one reading, by their indexes in it."""

    def __init__(self, reading: Reading) -> None:
        self.printed = reading.figures
        self.drafts: dict[int, Figure] = {}

    def draw(
        self, indicators: Mapping[int, Indicator], statement: Statement, by: User | None
    ) -> None:
        """Draft figures of a statement. Raises ValidationError."""
        for number, indicator in indicators.items():
            figure = _figure(self.printed[number], indicator, statement)
            figure.full_clean()
            _save(figure, by)
            self.drafts[number] = figure

    def connect(self, by: User | None) -> None:
        """Say of the drafts which is part of which, and compared with which."""
        for number, figure in self.drafts.items():
            printed = self.printed[number]
            base = printed.compared.base if printed.compared else None
            whole = None if printed.part_of is None else self.drafts.get(printed.part_of)
            other = None if base is None else self.drafts.get(base)
            if whole or other:
                figure.part_of, figure.compared_with = whole, other
                _save(figure, by)


def _save(figure: Figure, by: User | None) -> None:
    figure._history_user = by  # type: ignore[attr-defined]  # read by django-simple-history
    figure.save()


def _figure(printed: Printed, indicator: Indicator, statement: Statement) -> Figure:
    return Figure(
        indicator=indicator,
        value=Decimal(str(printed.value)),
        value_as_printed=" ".join(printed.words.split())[:200],
        qualifier=QUALIFIERS.get(printed.qualifier, Qualifier.ABOUT),
        speaker=statement.speaker,
        organisation=statement.organisation,
        statement=statement,
        comparison_as_printed=printed.compared.words[:200] if printed.compared else "",
        **_period(printed),
    )


def _period(printed: Printed) -> dict[str, Any]:
    """From the first to the last day of "2021" or of "2024-01/2024-06"."""
    if not printed.period:
        return {}
    first, _, last = printed.period.partition("/")
    basis = DateBasis.STATED if printed.period_printed else DateBasis.INFERRED
    return {
        "period_start": PartialDate.parse(first).earliest,
        "period_end": PartialDate.parse(last or first).latest,
        "period_basis": basis,
    }
