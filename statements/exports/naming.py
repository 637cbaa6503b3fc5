"""What a selection is called: for readers, and in the name of a file."""

from collections.abc import Iterable, Iterator

from django.http import QueryDict

from statements.chips import Chip
from statements.filters import PAGING_PARAMETERS, StatementFilter
from statements.parameters import several, value_of


def in_words(shown: Iterable[Chip]) -> list[str]:
    """The filters in force as a reader reads them."""
    return [f"{chip.label}: {chip.value}" for chip in shown]


def in_a_name(selection: StatementFilter, asked: QueryDict) -> Iterator[str]:
    """The filters in force as they stand in the name of a file."""
    for name, cleaned in selection.chosen().items():
        if name not in asked or name in PAGING_PARAMETERS:
            continue
        values = [value_of(one) for one in several(cleaned)] or [str(asked[name])]
        yield "-".join([name, *values])
