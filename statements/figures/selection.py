"""The figures that an address asks for, with the same parameters as the timeline and `indicator`.

A figure of a statement is shown where its statement is in the selection. A figure that rests on a
source alone is shown where every parameter can be asked of it and fits: its claimant, their
country, and the outlet, the language and the day of publication of its source. Topics, rankings,
words and all else can only be asked of a statement, and leave it out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, F, Q, QuerySet
from django.http import QueryDict

from statements.addresses import address, canonical, without_empty
from statements.chips import Chip, chips
from statements.facets import Facet, Option
from statements.figures import details
from statements.figures.counting import Named, counted
from statements.figures.series import Point, Series, points, series
from statements.filters import PAGING_PARAMETERS, StatementFilter
from statements.models import Figure, Indicator, Statement
from statements.models.figures import FigureQuerySet
from statements.postings import worker
from statements.prepared import Prepared
from statements.slugs import AnyOfField
from statements.timeline import dossier_of
from statements.wording import wording as _

INDICATOR = "indicator"
Pair = tuple[int, int | None]  # the numbers of an indicator and a place
MOST = 12  # figures on the page of a speaker, an organisation or a topic
OF_SOURCES: dict[str, Callable[[Any], Q]] = {
    "speaker": lambda value: Q(speaker__in=value),
    "organisation": lambda value: Q(organisation__in=value),
    "country": lambda value: Q(speaker__country__in=value) | Q(organisation__country__in=value),
    "outlet": lambda value: Q(source__outlet__in=value),
    "language": lambda value: Q(source__language__in=value),
    "since": lambda day: Q(source__published_on_latest__gte=day.earliest),
    "until": lambda day: Q(source__published_on_earliest__lte=day.latest),
}


def loaded(figures: QuerySet[Figure]) -> list[Point]:
    """Figures with all that a page shows of them, in a constant number of queries."""
    return details_of(figures.values_list("pk", flat=True))


def claimed_in(statement: Statement) -> list[Point]:
    """The public figures of a published statement."""
    return details_of(details.claimed_in(statement.pk))


def details_of(numbers: Iterable[int]) -> list[Point]:
    """The same of the public figures with these numbers."""
    wanted = list(numbers)
    found = details.figures(wanted)
    known = {pk: found[pk] for pk in wanted if pk in found}
    referred = {pk for one in known.values() for pk in (one.part_of_id, one.compared_with_id) if pk}
    others = {*referred, *details.parts_of(wanted)} - known.keys()
    shown = list(known.values())
    known |= details.figures(others)
    details.add_notes(known.values())
    return points(shown, known)


def newest(column: str, number: int) -> list[Point]:
    """The public figures of a record by their newest periods, for a page that leads to the others.

    `column` leads from a figure to the record, which has the number.
    """
    return details_of(pk for (pk,) in _newest(column).of([number]))


@cache
def _newest(column: str) -> Prepared:
    numbers = newest_first(Figure.objects.published()).values_list("pk")
    return Prepared(numbers, column, one=True, most=MOST)


def newest_first(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """By their periods, those without one last."""
    return figures.order_by(F("period_end").desc(nulls_last=True), "-period_start", "pk")


class FigureSelection:
    """What `errors`, `figures`, `chips` and the choices of the form are for an address.

    `indicator` is the one that the page itself stands for, which is then not asked of the address.
    """

    def __init__(self, path: str, asked: QueryDict, indicator: Indicator | None = None) -> None:
        self.path, self.own = path, indicator
        self.asked = without_empty(asked)
        if indicator:
            self.asked.pop(INDICATOR, None)
        self.filter = StatementFilter(self.asked)

    @cached_property
    def _indicators(self) -> list[Indicator]:
        """Those asked for. Raises ValidationError for one without public figures."""
        if self.own:
            return [self.own]
        if not self.asked.getlist(INDICATOR):
            return []
        field = AnyOfField(queryset=public_indicators(), to_field_name="code", required=False)
        return list(field.clean(self.asked.getlist(INDICATOR)))

    @cached_property
    def errors(self) -> list[tuple[str, str]]:
        """Parameter and sentence, for each value that cannot be read."""
        found = self.filter.errors.items() if not self.filter.is_valid() else ()
        errors = [(name, str(text)) for name, texts in found for text in texts]
        try:
            self._indicators  # noqa: B018  # looks them up
        except ValidationError as error:
            errors += [(INDICATOR, text) for text in error.messages]
        return errors

    @property
    def http_status(self) -> int:
        return 400 if self.errors else 200

    @cached_property
    def figures(self) -> FigureQuerySet:
        """The figures asked for; none where that cannot be read."""
        if self.errors:
            return Figure.objects.none()
        found = Figure.objects.published()
        if self._indicators:
            found = found.filter(indicator__in=self._indicators)
        if chosen := self._chosen:
            found = found.filter(Q(statement__in=self.filter.qs.values("pk")) | _sourced(chosen))
        return found

    @cached_property
    def count(self) -> int:
        return sum(self._pairs.values())

    @property
    def pairs(self) -> list[Pair]:
        """The indicators and places of which there are figures, by their names."""
        return list(self._pairs)

    @cached_property
    def _pairs(self) -> dict[Pair, int]:
        """The same, each with the number of its figures; of all, counted once after each change."""
        standing = None if self.errors or self._indicators or self._chosen else worker.current()
        return standing.once("figures by pair", self._counted) if standing else self._counted()

    @property
    def _chosen(self) -> dict[str, Any]:
        """What is asked for of the figures besides indicators."""
        return {n: v for n, v in self.filter.chosen().items() if n not in PAGING_PARAMETERS}

    def _counted(self) -> dict[Pair, int]:
        by_name = ("indicator__label", F("place__name").asc(nulls_first=True))
        rows = self.figures.order_by(*by_name).values_list("indicator", "place")
        return {(row[0], row[1]): row[2] for row in rows.annotate(n=Count("pk"))}

    def series(self, pairs: Collection[Pair] | None = None) -> list[Series]:
        """The series of these indicators and places, or all of them."""
        if pairs is None:
            return series(loaded(self.figures))
        wanted = set(pairs)
        found = self.figures.filter(indicator__in={indicator for indicator, _place in wanted})
        told = found.values_list("pk", "indicator", "place") if wanted else ()
        return series(details_of([pk for pk, *pair in told if tuple(pair) in wanted]))

    # What the page shows of the selection itself

    @cached_property
    def chips(self) -> list[Chip]:
        asked = list(chips(self.filter, self.path, self.asked))
        return asked if self.errors or self.own else [*self._indicator_chips(), *asked]

    def _indicator_chips(self) -> Iterator[Chip]:
        for indicator in self._indicators:
            data = self.asked.copy()
            data.setlist(INDICATOR, [c for c in data.getlist(INDICATOR) if c != indicator.code])
            yield Chip(_("Indicator"), indicator.label, address(self.path, data))

    @cached_property
    def facets(self) -> list[Facet]:
        """The indicators, speakers and organisations to choose from, with their public figures."""
        if self.errors:
            return []
        known = counted()
        offered = [("speaker", _("Speaker")), ("organisation", _("Organisation"))]
        if not self.own:
            offered.insert(0, (INDICATOR, _("Indicator")))
        return [self._facet(name, label, known[name]) for name, label in offered]

    def _facet(self, name: str, label: str, counted: list[Named]) -> Facet:
        chosen = self.asked.getlist(name)
        options = [Option(code, text, n, code in chosen) for code, text, n in counted]
        return Facet(name, label, options)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Parameters without a control of their own in the form, which must not be lost."""
        offered = {facet.name for facet in self.facets if facet.options}
        typed = {"since", "until", *PAGING_PARAMETERS, *offered}
        known = {*self.filter.filters, INDICATOR} - typed
        asked = ((name, values) for name, values in self.asked.lists() if name in known)
        return [(name, value) for name, values in asked for value in values]

    @property
    def dossier_url(self) -> str:
        """Where the same is a brief for printing, which knows no indicators."""
        return "" if self.errors or self._indicators else dossier_of(self.filter)

    def page_address(self, number: int) -> str:
        return address(self.path, self.asked, page=str(number))

    def twin(self, path: str) -> str:
        """The address of the same selection in another form."""
        data = self.asked.copy()
        for name in ("page", *PAGING_PARAMETERS):
            data.pop(name, None)
        return canonical(path, data)


def public_indicators() -> QuerySet[Indicator]:
    """Those of which readers see a figure."""
    seen = Figure.objects.published().values("indicator")
    return Indicator.objects.filter(pk__in=seen)


def _sourced(chosen: dict[str, Any]) -> Q:
    """The figures without a statement that fit what was chosen."""
    if chosen.keys() - OF_SOURCES.keys():
        return Q(pk__in=[])
    wanted = Q(statement__isnull=True)
    for name, value in chosen.items():
        wanted &= OF_SOURCES[name](value)
    return wanted
