"""What a page with statements shows: one page of a selection, its counts, chips and links."""

from functools import cached_property
from itertools import groupby

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from statements.addresses import address
from statements.chips import Chip, chips
from statements.facets import Facet, facets
from statements.filters import PAGING_PARAMETERS, StatementFilter
from statements.models import Statement
from statements.paging import Cursor, Order, Page, page_by_date, page_by_rank
from statements.search import index
from statements.search.query import Query

MOST_RANKED = 1_000  # only so many are put in order of relevance; the page says so


class Timeline:
    """A selection of statements as a page shows it.

    `fixed` are the parameters that the page itself stands for, such as the speaker of a speaker's
    page: they hold, but are neither chips nor in the links.
    """

    def __init__(self, request: HttpRequest, **fixed: str) -> None:
        self.path = request.path
        self.fixed = fixed
        self.asked = request.GET.copy()
        for name in fixed:
            self.asked.pop(name, None)
        data = self.asked.copy()
        for name, value in fixed.items():
            data.setlist(name, [value])
        self.filter = StatementFilter(data)

    @cached_property
    def errors(self) -> list[tuple[str, str]]:
        """Parameter and sentence, for each value that cannot be read."""
        if self.filter.is_valid():
            return []
        return [(name, text) for name, texts in self.filter.errors.items() for text in texts]

    @property
    def http_status(self) -> int:
        return 400 if self.errors else 200

    @cached_property
    def count(self) -> int:
        return self.filter.qs.count()

    @cached_property
    def page(self) -> Page:
        return self.page_of(settings.PAGE_SIZE, MOST_RANKED)

    def page_of(self, size: int, most_ranked: int) -> Page:
        """The page asked for, of this size; by relevance, of the first `most_ranked` only."""
        chosen = self.filter.chosen()
        after, before = chosen.get("after"), chosen.get("before")
        if self.query and self.order == Order.RELEVANCE:
            ids = index.ranked(self.filter.qs, self.query, most_ranked)
            return page_by_rank(self.filter.qs, ids, size=size, after=after, before=before)
        newest_first = self.order == Order.NEWEST
        return page_by_date(
            self.filter.qs, newest_first=newest_first, size=size, after=after, before=before
        )

    @cached_property
    def years(self) -> list[tuple[str, list[tuple[str, list[Statement]]]]]:
        """The page's statements under the year and month of their rails; "" where not by date."""
        if self.order == Order.RELEVANCE:
            return [("", [("", list(self.page.statements))])]
        return [
            (year, [(month, list(rows)) for month, rows in groupby(of_year, month_of)])
            for year, of_year in groupby(self.page.statements, year_of)
        ]

    @cached_property
    def facets(self) -> list[Facet]:
        if self.errors:
            return []
        shown = facets(self.filter, leave_out=self.fixed)
        return [facet for facet in shown if facet.options]

    @cached_property
    def chips(self) -> list[Chip]:
        return list(chips(self.filter, self.path, self.asked))

    @property
    def query(self) -> Query | None:
        return self.filter.query

    @property
    def order(self) -> Order:
        return self.filter.chosen_order

    @property
    def orders(self) -> list[tuple[Order, str]]:
        """The orders on offer, each with its address."""
        offered = list(Order) if self.query else [Order.NEWEST, Order.OLDEST]
        return [(order, address(self.path, self.asked, order=order.value)) for order in offered]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Parameters without a control of their own in the form, which must not be lost."""
        typed = {"q", "since", "until", "after", "before"}
        hidden = self.filter.filters.keys() - typed if self.errors else {"order"}
        asked = ((name, values) for name, values in self.asked.lists() if name in hidden)
        return [(name, value) for name, values in asked for value in values if value]

    @property
    def bounded(self) -> bool:
        """Whether the list by relevance ends before the selection does."""
        return self.order == Order.RELEVANCE and self.count > MOST_RANKED

    @property
    def dossier_url(self) -> str:
        return dossier_of(self.filter)

    @property
    def next_url(self) -> str:
        return self._page_url("after", self.page.after)

    @property
    def previous_url(self) -> str:
        return self._page_url("before", self.page.before)

    def _page_url(self, name: str, cursor: Cursor | None) -> str:
        return address(self.path, self.asked, **{name: str(cursor)}) if cursor else ""


def year_of(statement: Statement) -> str:
    return str(statement.said_on)[:4]


def month_of(statement: Statement) -> str:
    """The month in the text of the date, "" where only the year is known."""
    return str(statement.said_on)[:7] if len(str(statement.said_on)) > len("2022") else ""


def dossier_of(selection: StatementFilter) -> str:
    """Where a selection stands as a brief for printing; "" for all statements, or for none."""
    data, known = selection.form.data.copy(), selection.chosen().keys()
    for name in PAGING_PARAMETERS:
        data.pop(name, None)
    return address(reverse("dossier"), data) if known - set(PAGING_PARAMETERS) else ""
