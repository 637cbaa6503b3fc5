"""The lists that can be taken away: the name of the page, and what is on it.

A list that is added here has its `.csv`, `.json`, `.jsonl` and `.atom` at once, and its columns in
the data dictionary. A function takes the request and what the address of the page names, and
raises Http404 where there is no such page.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from sources.models import Country, Outlet, Source
from statements import listings, slugs
from statements.exports.corrections import CORRECTIONS
from statements.exports.figures import FIGURES
from statements.exports.kinds import Kind, own_path
from statements.exports.organisations import ORGANISATIONS
from statements.exports.outlets import OUTLETS
from statements.exports.people import SPEAKERS
from statements.exports.placements import PLACEMENTS
from statements.exports.positions import POSITIONS
from statements.exports.rankings import RANKINGS
from statements.exports.selections import (
    Collection,
    Figures,
    Listed,
    Placements,
    Selected,
    SelectedPositions,
)
from statements.exports.sources import SOURCES
from statements.exports.statements import STATEMENTS
from statements.exports.topics import TOPICS
from statements.figures.selection import FigureSelection, public_indicators
from statements.models import Indicator, Organisation, Ranking, Speaker, Topic
from statements.positions.listing import PositionList
from statements.rankings.neighbours import beside
from statements.rankings.placements import ways
from statements.renames import named
from statements.timeline import Named, Timeline

Resource = Callable[..., Collection]


class Renamed(Exception):  # noqa: N818  # no error: the list stands elsewhere now
    """The list has moved to the page at `path`."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def of(parameter: str, model: type[Named]) -> Resource:
    """The statements of one record, whose page is named by its slug."""

    def selected(request: HttpRequest, slug: str) -> Collection:
        record = named(model, slug)
        if record.slug != slug:
            raise Renamed(own_path(record))
        timeline = Timeline(request, **{parameter: record})
        return Selected(timeline, title=str(record), stem=f"{parameter}-{record.slug}")

    return selected


def resting_on(request: HttpRequest, pk: int, slug: str) -> Collection:
    """The statements that rest on a source."""
    source = get_object_or_404(Source.objects.published().select_related("outlet"), pk=pk)
    if slug != source.slug:
        raise Renamed(own_path(source))
    listed = listings.resting_on(source)
    return Listed(STATEMENTS, request, listed, title=str(source), stem=f"source-{pk}")


def of_indicator(request: HttpRequest, code: str) -> Collection:
    """The figures of one indicator, whose page is named by its code."""
    indicator: Indicator | None = slugs.bearer(public_indicators(), code, "code")
    if indicator is None:
        raise Http404
    if indicator.code != code:
        raise Renamed(reverse("figure_indicator", args=[indicator.code]))
    return Figures(request, FigureSelection(request.path, request.GET, indicator))


def of_ranking(request: HttpRequest, slug: str) -> Collection:
    """The placements of a ranking, in all its editions."""
    ranking = named(Ranking, slug)
    if ranking.slug != slug:
        raise Renamed(own_path(ranking))
    return Placements(request, ranking)


def of_country(request: HttpRequest, slug: str, country: str) -> Collection:
    """The placements of a country in a ranking, and of those that stand beside it on the page."""
    ranking, shown = named(Ranking, slug), named(Country, country)
    if (ranking.slug, shown.slug) != (slug, country):
        raise Renamed(reverse("ranking_country", args=[ranking.slug, shown.slug]))
    others = beside(request.GET.getlist("with"), ways(ranking), shown)
    return Placements(request, ranking, [shown, *(way.country for way in others)])


RESOURCES: dict[str, Resource] = {
    "statement_list": lambda request: Selected(Timeline(request)),
    "speaker_detail": of("speaker", Speaker),
    "organisation_detail": of("organisation", Organisation),
    "topic_detail": of("topic", Topic),
    "outlet_detail": of("outlet", Outlet),
    "source_detail": resting_on,
    "position_list": lambda request: SelectedPositions(PositionList(request)),
    "figure_list": lambda request: Figures(request, FigureSelection(request.path, request.GET)),
    "figure_indicator": of_indicator,
    "ranking_detail": of_ranking,
    # Its CSV is older, and the table of its chart: `statements.views.rankings`.
    "ranking_country": of_country,
    "speaker_list": lambda request: Listed(SPEAKERS, request, listings.speakers()),
    "topic_list": lambda request: Listed(TOPICS, request, listings.topics()),
    "source_list": lambda request: Listed(SOURCES, request, listings.sources()),
    "correction_list": lambda request: Listed(CORRECTIONS, request, listings.corrections()),
}
#: Every kind of public record, for the data dictionary.
KINDS: tuple[Kind, ...] = (
    STATEMENTS, SPEAKERS, ORGANISATIONS, TOPICS, SOURCES, OUTLETS, RANKINGS, PLACEMENTS, POSITIONS,
    FIGURES, CORRECTIONS,
)  # fmt: skip


def collection(name: str, request: HttpRequest, **named_in_address: object) -> Collection:
    """What is on the page with this name. Raises Http404 and Renamed."""
    if name not in RESOURCES:
        raise Http404
    return RESOURCES[name](request, **named_in_address)
