"""Paging by cursor: the place of the last statement shown, never a page number.

A cursor reads `2022-08-12_2022-08-12_17`: latest day, earliest day, number of the statement. It
stays true when statements are added before it, and costs the same at any depth.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from django import forms
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.dates import PartialDate
from statements.models.statement import StatementQuerySet
from statements.shown import Shown, in_order

MAX_ID = 2**63 - 1  # the largest number that both engines can compare


class Order(models.TextChoices):
    NEWEST = "newest", gettext_lazy("Newest first")
    OLDEST = "oldest", gettext_lazy("Oldest first")
    RELEVANCE = "relevance", gettext_lazy("Most relevant first")


@dataclass(frozen=True)
class Cursor:
    latest: datetime.date
    earliest: datetime.date
    pk: int

    @classmethod
    def of(cls, statement: Shown) -> "Cursor":
        said_on = PartialDate.parse(statement.said_on)
        return cls(said_on.latest, said_on.earliest, statement.pk)

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Read a cursor; raises ValueError with a sentence for the reader."""
        try:
            latest, earliest, number = text.split("_")
            if not (number.isascii() and number.isdigit() and int(number) <= MAX_ID):
                raise ValueError
            dates = [datetime.date.fromisoformat(day) for day in (latest, earliest)]
        except ValueError:
            raise ValueError(_("This place in the list cannot be read.")) from None
        return cls(dates[0], dates[1], int(number))

    def __str__(self) -> str:
        return f"{self.latest}_{self.earliest}_{self.pk}"


class CursorField(forms.Field):
    """A place in the list, as in the links to the next page."""

    def to_python(self, value: str | None) -> Cursor | None:
        try:
            return Cursor.parse(value) if value else None
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


@dataclass(frozen=True)
class Page:
    """The statements shown, and the cursors of the pages that follow and precede."""

    statements: Sequence[Shown]
    after: Cursor | None = None
    before: Cursor | None = None


def page_by_date(
    queryset: StatementQuerySet,
    *,
    newest_first: bool,
    size: int,
    after: Cursor | None = None,
    before: Cursor | None = None,
) -> Page:
    """The page behind `after`, or in front of `before`, or the first one."""
    backwards = before is not None
    cursor = before or after
    descending = newest_first != backwards
    if cursor:
        queryset = queryset.filter(beyond(cursor, descending=descending))
    ordered = queryset.newest_first() if descending else queryset.oldest_first()
    found = in_order(list(ordered.values_list("pk", flat=True)[: size + 1]))
    return _part(found, size, after=after, before=before)


def page_by_ids(
    ids: Iterable[int],
    *,
    size: int,
    after: Cursor | None = None,
    before: Cursor | None = None,
) -> Page:
    """The same for ids that are known, from the cursor on: backwards where it is `before`."""
    found = in_order(list(islice(ids, size + 1)))
    return _part(found, size, after=after, before=before)


def _part(found: list[Shown], size: int, *, after: Cursor | None, before: Cursor | None) -> Page:
    """A page of what was found in the direction asked for, one more than is shown."""
    shown, more = found[:size], len(found) > size
    if before:
        shown.reverse()
    came_from = after is not None  # in front of this page stands the one whose link led here
    return _page(
        shown,
        more_after=True if before else more,
        more_before=more if before else came_from,
    )


def _page(shown: list[Shown], *, more_after: bool, more_before: bool) -> Page:
    if not shown:
        return Page(shown)
    return Page(
        shown,
        after=Cursor.of(shown[-1]) if more_after else None,
        before=Cursor.of(shown[0]) if more_before else None,
    )


def beyond(cursor: Cursor, *, descending: bool, date: str = "said_on") -> Q:
    """The records behind the cursor in this direction, in a form that an index can serve.

    `date` is the partial date that they are in order of.
    """
    side = "lt" if descending else "gt"
    latest = Q(**{f"{date}_latest": cursor.latest})
    earliest = Q(**{f"{date}_earliest": cursor.earliest})
    return Q(**{f"{date}_latest__{side}e": cursor.latest}) & (
        Q(**{f"{date}_latest__{side}": cursor.latest})
        | (latest & Q(**{f"{date}_earliest__{side}": cursor.earliest}))
        | (latest & earliest & Q(**{f"id__{side}": cursor.pk}))
    )


def page_by_rank(
    ids: Sequence[int],
    *,
    size: int,
    after: Cursor | None = None,
    before: Cursor | None = None,
) -> Page:
    """The page of a ranked list of ids behind `after` or in front of `before`."""
    start = _place(ids, after) + 1 if after else 0
    if before:
        start = max(_place(ids, before) - size, 0)
    shown = in_order(ids[start : start + size])
    return _page(shown, more_after=start + size < len(ids), more_before=start > 0)


def _place(ids: Sequence[int], cursor: Cursor) -> int:
    """Where the cursor's statement stands in the list; its end if it is no longer in it."""
    return ids.index(cursor.pk) if cursor.pk in ids else len(ids)
