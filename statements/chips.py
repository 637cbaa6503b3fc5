"""The filters in force, each with the address without it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from statements.addresses import with_query
from statements.filters import PAGING_PARAMETERS, StatementFilter
from statements.parameters import several, text_of, value_of


@dataclass(frozen=True)
class Chip:
    label: str
    value: str
    remove: str


def chips(selection: StatementFilter, path: str, asked: QueryDict) -> Iterator[Chip]:
    """A chip for each value in `asked` that holds in the selection."""
    for name, cleaned in selection.chosen().items():
        if name in PAGING_PARAMETERS or name not in asked:
            continue
        label = str(selection.filters[name].label)
        for value in several(cleaned) or [cleaned]:
            text = str(asked[name]) if name == "q" else text_of(name, value)
            yield Chip(label, text, _address_without(path, asked, name, value))


def _address_without(path: str, asked: QueryDict, name: str, value: Any) -> str:
    given = asked.getlist(name)
    keep = [text for text in given if text != value_of(value)]
    left = {one: values for one, values in asked.lists() if one not in {"after", "before"}}
    return with_query(path, (left | {name: keep if len(keep) < len(given) else []}).items())
