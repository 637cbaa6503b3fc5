"""What a page with statements shows: one page of a selection, its counts, chips and links."""

from collections.abc import Iterable
from functools import cached_property
from itertools import groupby, islice

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sources.models import Outlet
from statements.addresses import address, path_to
from statements.chips import Chip, chips
from statements.facets import Facet, facets
from statements.filters import PAGING_PARAMETERS, StatementFilter
from statements.models import Organisation, Speaker, Topic
from statements.paging import Cursor, Order, Page, page_by_date, page_by_ids, page_by_rank
from statements.postings.selecting import Selection, selection_of
from statements.search import index
from statements.search.query import Query
from statements.shown import Shown
from statements.wording import label

Named = Speaker | Organisation | Topic | Outlet  # those with a page of their statements
MOST_RANKED = 1_000  # so many of the newest are put in order of relevance; the page says so


class Timeline:
    """A selection of statements as a page shows it.

    `fixed` are the parameters that the page itself stands for, such as the speaker of a speaker's
    page, as texts or records: they hold, but are neither chips nor in the links.
    """

    def __init__(self, request: HttpRequest, **fixed: str | Named) -> None:
        self.path = request.path
        self.fixed = fixed
        self.asked: QueryDict = request.GET
        data: QueryDict = request.GET
        if fixed:
            self.asked, data = request.GET.copy(), request.GET.copy()
        for name, value in fixed.items():
            self.asked.pop(name, None)
            data.setlist(name, [value if isinstance(value, str) else value.slug])
        known = [value for value in fixed.values() if not isinstance(value, str)]
        self.filter = StatementFilter(data, known)

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
    def selection(self) -> Selection | None:
        """The statements selected, as a set; None where SQL has to tell, or nothing is valid."""
        return None if self.errors else selection_of(self.filter)

    @cached_property
    def count(self) -> int:
        return len(self.selection.found) if self.selection else self.filter.qs.count()

    @cached_property
    def page(self) -> Page:
        return self.page_of(settings.PAGE_SIZE)

    def page_of(self, size: int, most_ranked: int | None = MOST_RANKED) -> Page:
        """The page asked for, of this size; by relevance, of so many of the newest only."""
        chosen = self.filter.chosen()
        after, before = chosen.get("after"), chosen.get("before")
        if self.by_relevance:
            ranked = self.ranked(self.selection, most_ranked)
            return page_by_rank(ranked, size=size, after=after, before=before)
        newest_first, cursor = self.order == Order.NEWEST, before or after
        if self.selection:
            behind = (str(cursor.latest), str(cursor.earliest), cursor.pk) if cursor else None
            ids = self.selection.standing.places.walk(
                self.selection.found, newest_first=newest_first != bool(before), behind=behind
            )
            return page_by_ids(ids, size=size, after=after, before=before)
        return page_by_date(
            self.filter.qs, newest_first=newest_first, size=size, after=after, before=before
        )

    @property
    def by_relevance(self) -> bool:
        return bool(self.query) and self.order == Order.RELEVANCE

    def ids(self) -> Iterable[int]:
        """The ids of the whole selection in its order, for what is taken away."""
        selection = None if self.errors else selection_of(self.filter, whole=True)
        if self.by_relevance:
            return self.ranked(selection, None)
        return self._by_date(selection, newest_first=self.order != Order.OLDEST)

    def ranked(self, selection: Selection | None, most: int | None) -> list[int]:
        """The ids of so many of the newest, most relevant first."""
        newest = islice(self._by_date(selection, newest_first=True), most)
        return index.ranked(list(newest), self.query) if self.query else list(newest)

    def _by_date(self, selection: Selection | None, *, newest_first: bool) -> Iterable[int]:
        if selection:
            return selection.standing.places.walk(selection.found, newest_first=newest_first)
        chosen = self.filter.qs
        ordered = chosen.newest_first() if newest_first else chosen.oldest_first()
        return ordered.values_list("pk", flat=True).iterator(chunk_size=10_000)

    @cached_property
    def years(self) -> list[tuple[str, list[tuple[str, list[Shown]]]]]:
        """The page's rows under the year and month of their rails; "" where not by date."""
        shown = self.page.statements
        if self.order == Order.RELEVANCE:
            return [("", [("", list(shown))])]
        return [
            (year, [(month, list(of_month)) for month, of_month in groupby(of_year, month_of)])
            for year, of_year in groupby(shown, year_of)
        ]

    @cached_property
    def facets(self) -> list[Facet]:
        if self.errors:
            return []
        shown = facets(self.filter, leave_out=self.fixed, selection=self.selection)
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
    def orders(self) -> list[tuple[str, str]]:
        """The orders on offer by name, each with its address; "" for the one that holds."""
        return [(label(Order, order), self._ordered_url(order)) for order in self.offered]

    @property
    def offered(self) -> list[Order]:
        """By relevance only what was searched for."""
        return list(Order) if self.query else [Order.NEWEST, Order.OLDEST]

    def _ordered_url(self, order: Order) -> str:
        holds = order == self.order
        return "" if holds else address(self.path, self.asked, order=order.value)

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
        return self.by_relevance and self.count > MOST_RANKED

    @property
    def horizon(self) -> str:
        """A sentence where the search had to leave older statements out; else ""."""
        day = self.selection.horizon if self.selection and self.query else None
        if day is None:
            return ""
        return _(
            "This phrase is made of very common words: only what was said since %(day)s was "
            "searched for it. Narrow the selection to search what is older; the data formats "
            "hold all of it."
        ) % {"day": date_format(day)}

    @cached_property
    def dossier_url(self) -> str:
        return dossier_of(self.filter)

    @cached_property
    def next_url(self) -> str:
        return self._page_url("after", self.page.after)

    @cached_property
    def previous_url(self) -> str:
        return self._page_url("before", self.page.before)

    def _page_url(self, name: str, cursor: Cursor | None) -> str:
        return address(self.path, self.asked, **{name: str(cursor)}) if cursor else ""


def year_of(one: Shown) -> str:
    return one.said_on[:4]


def month_of(one: Shown) -> str:
    """The month in the text of the date, "" where only the year is known."""
    return one.said_on[:7] if len(one.said_on) > len("2022") else ""


def dossier_of(selection: StatementFilter) -> str:
    """Where a selection stands as a brief for printing; "" for all statements, or for none."""
    if not selection.chosen().keys() - set(PAGING_PARAMETERS):
        return ""
    return address(path_to("dossier"), selection.form.data, order="")
