"""From the cells of a row to a statement, its topics and its citations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from sources.dates import PartialDate
from sources.models import Source
from statements.importing.columns import CITED, MANY, PLAIN, even, parts
from statements.importing.naming import Names, UnknownError, role
from statements.importing.table import Given
from statements.models import Statement

AMBIGUOUS = re.compile(r"\s*[0-9]{1,4}\s*[/.][0-9\s/.]*|\s*[0-9]{1,2}-[0-9]{1,2}-[0-9]{2,4}\s*")
Cells = Mapping[str, Given]


@dataclass(frozen=True)
class Place:
    """Where a statement stands: a source, the place in it, and its own wording there."""

    source: Source
    locator: str
    excerpt: str


@dataclass
class Filled:
    """What goes with a statement once it is saved; None for what stays. And what is wrong."""

    topics: list[Any] | None = None
    functions: list[Any] | None = None
    places: list[Place] | None = None
    faults: list[tuple[str, str]] = field(default_factory=list)


def fill(statement: Statement, cells: Cells, names: Names) -> Filled:
    """Put the cells into the statement, unsaved. What cannot be read is among the faults."""
    filled = Filled()
    for name, given in cells.items():
        if name not in (*MANY, *CITED) and isinstance(given, list):
            filled.faults.append((name, _("This is one text, not a list.")))
    single = {name: given for name, given in cells.items() if isinstance(given, str)}
    _fill_texts(statement, single)
    _fill_date(statement, single, filled)
    _fill_related(statement, single, names, filled)
    for name in MANY:
        if name in cells:
            setattr(filled, name, _several(name, cells, names, filled))
    if any(name in cells for name in CITED):
        filled.places = _places(statement, cells, names, filled)
    return filled


def _fill_texts(statement: Statement, cells: Mapping[str, str]) -> None:
    for name in PLAIN:
        if name in cells:
            setattr(statement, name, even(cells[name]).strip())


def _fill_date(statement: Statement, cells: Mapping[str, str], filled: Filled) -> None:
    if "said_on" not in cells:
        return
    text = cells["said_on"].strip()
    try:
        statement.said_on = PartialDate.parse(text) if text else None
    except ValueError as error:
        filled.faults.append(("said_on", date_fault(text, str(error))))


def date_fault(text: str, otherwise: str) -> str:
    """Why a date cannot be read: as spreadsheets write it, nobody knows the day from the month."""
    if not AMBIGUOUS.fullmatch(text):
        return otherwise
    said = _(
        "“%s” can be read in several ways: the spreadsheet has changed it. Write year, month and "
        "day, such as 2022-08-12, in a column formatted as text."
    )
    return said % text


def _fill_related(
    statement: Statement, cells: Mapping[str, str], names: Names, filled: Filled
) -> None:
    """The claimant before the office, which depends on it."""
    for name in ("speaker", "organisation", "event", "role"):
        text = cells.get(name, "").strip()
        if name not in cells:
            continue
        try:
            found = role(statement, text) if text and name == "role" else None
            found = found or (names.record(name, text) if text else None)
        except UnknownError as error:
            filled.faults.append((name, str(error)))
        else:
            setattr(statement, name, found)


def _several(name: str, cells: Cells, names: Names, filled: Filled) -> list[Any]:
    try:
        return names.records(name, filter(None, parts(cells[name])))
    except UnknownError as error:
        filled.faults.append((name, str(error)))
        return []


def _places(statement: Statement, cells: Cells, names: Names, filled: Filled) -> list[Place] | None:
    """The citations that are to be: columns that stay go with the sources they belong to."""
    before = list(statement.citations.all()) if statement.pk else []
    try:
        sources = (
            [names.record("sources", one.strip()) for one in parts(cells["sources"])]
            if "sources" in cells
            else [one.source for one in before]
        )
    except UnknownError as error:
        filled.faults.append(("sources", str(error)))
        return None
    locators = _beside(sources, cells, "locators", filled)
    excerpts = _beside(sources, cells, "excerpts", filled)
    found = []
    for n, source in enumerate(sources):
        cited = next((one for one in before if one.source_id == source.pk), None)
        if cited in before:
            before.remove(cited)
        found.append(
            Place(
                source,
                locators[n] if locators else (cited.locator if cited else ""),
                excerpts[n] if excerpts else (cited.excerpt if cited else ""),
            )
        )
    return found


def _beside(sources: list[Source], cells: Cells, name: str, filled: Filled) -> list[str] | None:
    """A text for each source; None where the column is not given."""
    if name not in cells:
        return None
    found = [even(one).strip() for one in parts(cells[name])] or [""] * len(sources)
    if len(found) != len(sources):
        said = _("There are %(texts)d, and %(sources)d sources: one for each, parted by “ | ”.")
        filled.faults.append((name, said % {"texts": len(found), "sources": len(sources)}))
        return None
    return found
