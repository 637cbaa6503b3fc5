"""What is asked for as data: some records of a kind, in the order of the page they stand on.

The ids are read first, all at one moment and eight bytes each, and fix which records are given and
in which order; the records follow in small batches. So none is given twice, whatever changes
meanwhile, what is withdrawn meanwhile is left out, and memory does not grow with the records.
"""

import re
from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from sources.models import Country
from statements.exports.fields import Table
from statements.exports.figures import FIGURES
from statements.exports.kinds import Kind
from statements.exports.naming import in_a_name, in_words
from statements.exports.placements import PLACEMENTS
from statements.exports.positions import POSITIONS
from statements.exports.statements import STATEMENTS
from statements.figures.selection import INDICATOR, FigureSelection
from statements.models import Ranking
from statements.paging import Cursor, Order, beyond
from statements.positions.listing import DATE, PositionList
from statements.rankings.selection import PlacementFilter
from statements.timeline import MOST_RANKED, Timeline

BATCH = 400  # records in memory at once
PAGE = 100  # records on a page of JSON
BEHIND = "behind"  # the parameter with the number of the record that a page of a list follows
NUMBER = re.compile("[0-9]{1,18}")


@dataclass(frozen=True)
class Part:
    """Some of the ids, and the parameter with its value that leads to those that follow."""

    ids: list[int]
    following: tuple[str, str] | None = None


class Collection(ABC):
    """Records of one kind. `title` is for readers, `stem` for the name of the file."""

    def __init__(self, kind: Kind, *, title: str, stem: str) -> None:
        self.kind = kind
        self.title = title
        self.stem = stem

    @property
    @abstractmethod
    def errors(self) -> dict[str, list[str]]:
        """Sentences by parameter, for what cannot be read."""

    @abstractmethod
    def count(self) -> int:
        """How many records there are."""

    @abstractmethod
    def ids(self) -> Iterable[int]:
        """The ids of all records, in their order."""

    @abstractmethod
    def page(self) -> Part:
        """The page of them that is asked for."""

    def newest(self, most: int) -> list[int]:
        """The ids of those that a feed tells of."""
        return list(islice(self.ids(), most))

    def records(self, ids: Iterable[int]) -> Iterator[Any]:
        """The records with these ids as far as they are public, in this order, batch by batch."""
        return (record for batch in batches(ids) for record in self.kind.in_order(batch))

    def tables(self, ids: Iterable[int], base: str) -> Iterator[Table]:
        """The same as columns, for a site at `base`."""
        return self.kind.tables(batches(ids), base)


def batches(ids: Iterable[int]) -> Iterator[list[int]]:
    """So many of the ids at a time."""
    remaining = iter(ids)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def ids_of(queryset: QuerySet[Any]) -> "array[int]":
    """The ids of a selection in its order, at one moment."""
    return array("q", queryset.values_list("pk", flat=True).iterator(chunk_size=10_000))


class Selected(Collection):
    """The statements of a timeline."""

    def __init__(
        self, timeline: Timeline, kind: Kind = STATEMENTS, *, title: str = "", stem: str = ""
    ) -> None:
        self.timeline = timeline
        super().__init__(
            kind,
            title="; ".join([title or str(kind.label), *in_words(timeline.chips)]),
            stem="_".join([stem or kind.name, *in_a_name(timeline.filter, timeline.asked)]),
        )

    @property
    def errors(self) -> dict[str, list[str]]:
        return by_parameter(self.timeline.errors)

    def count(self) -> int:
        return self.timeline.count

    def ids(self) -> Iterable[int]:
        return array("q", self.timeline.ids())

    def newest(self, most: int) -> list[int]:
        if self.timeline.by_relevance:
            return self.timeline.ranked(self.timeline.selection, MOST_RANKED)[:most]
        return list(islice(self._from() or self.timeline.ids(), most))

    def page(self) -> Part:
        chosen = self.timeline.filter.chosen()
        selection = self.timeline.selection
        found = None if chosen.get("before") else self._from(chosen.get("after"))
        if selection is None or found is None:
            page = self.timeline.page_of(PAGE)
            following = ("after", str(page.after)) if page.after else None
            return Part([statement.pk for statement in page.statements], following)
        ids = list(islice(found, PAGE + 1))
        shown = ids[:PAGE]
        if len(ids) <= PAGE:
            return Part(shown)
        latest, earliest = map(date.fromisoformat, selection.standing.places.place_of(shown[-1]))
        return Part(shown, ("after", str(Cursor(latest, earliest, shown[-1]))))

    def _from(self, cursor: Cursor | None = None) -> Iterator[int] | None:
        """The ids from a place on; None where they are not known without reading statements."""
        selection = self.timeline.selection
        if selection is None or self.timeline.by_relevance:
            return None
        behind = (str(cursor.latest), str(cursor.earliest), cursor.pk) if cursor else None
        newest_first = self.timeline.order == Order.NEWEST
        walk = selection.standing.places.walk
        return walk(selection.found, newest_first=newest_first, behind=behind)


def by_parameter(errors: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Sentences under the names of their parameters."""
    found: dict[str, list[str]] = {}
    for name, text in errors:
        found.setdefault(name, []).append(text)
    return found


class SelectedPositions(Selected):
    """The positions that rest on the statements of a timeline."""

    timeline: PositionList

    def __init__(self, timeline: PositionList) -> None:
        super().__init__(timeline, POSITIONS)

    def ids(self) -> Iterable[int]:
        return ids_of(self.timeline.in_order)

    def newest(self, most: int) -> list[int]:
        return list(self.timeline.in_order.values_list("pk", flat=True)[:most])

    def page(self) -> Part:
        chosen, newest_first = self.timeline.filter.chosen(), self.timeline.order != Order.OLDEST
        if chosen.get("before"):
            page = self.timeline.listed_of(PAGE)
            following = ("after", str(page.after)) if page.after else None
            return Part([row.pk for row in page.rows], following)
        positions = self.timeline.in_order
        if after := chosen.get("after"):
            positions = positions.filter(beyond(after, descending=newest_first, date=DATE))
        dated = positions.values_list(f"{DATE}_latest", f"{DATE}_earliest", "pk")
        found = [Cursor(*place) for place in dated[: PAGE + 1]]
        following = ("after", str(found[PAGE - 1])) if len(found) > PAGE else None
        return Part([place.pk for place in found[:PAGE]], following)


class Listed(Collection):
    """The records of a list, as its page orders them.

    A page of JSON begins behind a record, never at a number of the page, so that none comes twice
    or is passed over when others are published meanwhile.
    """

    def __init__(
        self, kind: Kind, request: HttpRequest, listed: QuerySet[Any], *, title: str = "",
        stem: str = "",
    ) -> None:  # fmt: skip
        super().__init__(kind, title=title or str(kind.label), stem=stem or kind.name)
        self.listed = listed
        self.given = [number for number in request.GET.getlist(BEHIND) if number]

    @cached_property
    def order(self) -> "array[int]":
        """The ids of all, at one moment."""
        return ids_of(self.listed)

    @cached_property
    def start(self) -> int | None:
        """How many stand in front of the page; None where the list has no such place."""
        if not self.given:
            return 0
        known = NUMBER.fullmatch(self.given[0]) and int(self.given[0]) in self.order
        return self.order.index(int(self.given[0])) + 1 if known else None

    @property
    def errors(self) -> dict[str, list[str]]:
        if len(self.given) > 1:
            return {BEHIND: [_("Give this once.")]}
        if self.start is None:
            return {BEHIND: [_("There is no such place in this list.")]}
        return {}

    def count(self) -> int:
        return len(self.order)

    def ids(self) -> Iterable[int]:
        return self.order

    def newest(self, most: int) -> list[int]:
        """Those published last: a list by name would tell of nothing new."""
        newest = self.listed.order_by("-published_at", "-pk")
        return list(newest.values_list("pk", flat=True)[:most])

    def page(self) -> Part:
        end = (self.start or 0) + PAGE
        ids = list(self.order[self.start : end])
        return Part(ids, (BEHIND, str(ids[-1])) if end < len(self.order) else None)


class Figures(Listed):
    """The figures of a selection, in the order they were recorded."""

    def __init__(self, request: HttpRequest, chosen: FigureSelection) -> None:
        own, asked = chosen.own, chosen.asked
        indicators = [own.code] if own else asked.getlist(INDICATOR)
        named = [FIGURES.name, *indicators, *in_a_name(chosen.filter, asked)]
        self.chosen = chosen
        super().__init__(
            FIGURES,
            request,
            chosen.figures.order_by("pk"),
            title="; ".join([str(own or FIGURES.label), *in_words(chosen.chips)]),
            stem="_".join(named),
        )

    @property
    def errors(self) -> dict[str, list[str]]:
        return {**super().errors, **by_parameter(self.chosen.errors)}


class Placements(Listed):
    """The placements that fit ranking, edition and country, as far as these are given.

    Where the page stands for a `ranking`, and for `countries`, these hold, whatever else is asked
    for; it is named after the first of them.
    """

    def __init__(
        self,
        request: HttpRequest,
        ranking: Ranking | None = None,
        countries: Sequence[Country] = (),
    ) -> None:
        asked = request.GET.copy()
        if ranking is not None:
            asked["ranking"] = ranking.slug
        if countries:
            asked.setlist("country", [country.iso2 for country in countries])
        self.chosen = PlacementFilter(asked)
        fixed: list[Ranking | Country] = [ranking, *countries[:1]] if ranking else []
        title = ": ".join(map(str, fixed))
        stem = "-".join(["ranking", *(one.slug for one in fixed)]) if fixed else ""
        super().__init__(PLACEMENTS, request, self.chosen.qs, title=title, stem=stem)

    @property
    def errors(self) -> dict[str, list[str]]:
        found = {name: [str(text) for text in texts] for name, texts in self.chosen.errors.items()}
        return {**super().errors, **found}
