"""What an import did, or would do, row by row."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.comparison import DELETE, INSERT, Part, changes
from statements.importing.columns import Column, parts, shown, texts
from statements.importing.table import Fault, Given

PROSE = {"text", "original_text", "summary", "context"}  # shown with the words that differ


class State(models.TextChoices):
    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    UNCHANGED = "unchanged", _("Unchanged")


@dataclass(frozen=True)
class Difference:
    """A column, and how it becomes what the row has."""

    label: str
    parts: list[Part]


@dataclass(frozen=True)
class Outcome:
    """What became of a row. `statement` is the number of one that was there before."""

    row: int
    state: State
    statement: int | None = None
    title: str = ""
    differences: list[Difference] = field(default_factory=list)


@dataclass
class Report:
    """All rows together; of those that change nothing, only how many there are."""

    outcomes: list[Outcome] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    is_kept: bool = False

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome.state.value] += 1
        if outcome.state != State.UNCHANGED:
            self.outcomes.append(outcome)

    @property
    def rows(self) -> int:
        """How many rows change something."""
        return len(self.outcomes)

    @property
    def fingerprint(self) -> str:
        """The same for two reports that say the same."""
        return hashlib.sha256(repr(self.outcomes).encode()).hexdigest()


def difference(column: Column, record: Any, given: Given) -> Difference:
    """How a column of a record becomes what a row has."""
    value = column.read(record)
    before, after = shown(value), shown(given)
    if column.name in PROSE:
        found = changes(before, after)
        if found:
            return Difference(column.name, found)
    return Difference(column.name, [Part(DELETE, before), Part(INSERT, after)])


def same_values(column: Column, record: Any, given: Given) -> bool:
    """Whether a row names the same several values, in whatever order."""
    return sorted(texts(column.read(record))) == sorted(parts(given))
