"""Lists of records, each with the number of its public statements, in the order of their pages."""

from typing import Any, TypeVar

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from sources.models import Outlet, Source
from sources.publication import Publishable, Status
from statements.models import (
    Citation,
    Correction,
    Organisation,
    Placement,
    Ranking,
    Speaker,
    Statement,
    Topic,
)
from statements.models.revision import CorrectionQuerySet
from statements.models.statement import StatementQuerySet

Record = TypeVar("Record", bound=Publishable)

IN_PUBLIC = Q(statements__status=Status.PUBLISHED)
STATEMENTS = Count("statements", filter=IN_PUBLIC, distinct=True)
STATEMENTS_CITING = Coalesce(
    Subquery(  # not a join: a page of sources counts for those it shows
        Citation.objects.filter(source=OuterRef("pk"), statement__status=Status.PUBLISHED)
        .order_by()
        .values("source")
        .annotate(n=Count("statement", distinct=True))
        .values("n")
    ),
    0,
)
STATEMENTS_PRINTED = Count(
    "sources__citations__statement",
    filter=Q(
        sources__status=Status.PUBLISHED,
        sources__citations__statement__status=Status.PUBLISHED,
    ),
    distinct=True,
)
PLACEMENTS = Count(
    "editions__placements", filter=Q(editions__placements__status=Status.PUBLISHED), distinct=True
)


def with_statements(records: QuerySet[Record]) -> QuerySet[Any]:
    """With `n`, how many published statements each has."""
    return records.annotate(n=STATEMENTS)


def citing(sources: QuerySet[Source]) -> QuerySet[Any]:
    """With `n`, how many published statements rest on each."""
    return sources.annotate(n=STATEMENTS_CITING)


def publishing(outlets: QuerySet[Outlet]) -> QuerySet[Any]:
    """With `n`, how many published statements rest on the sources of each."""
    return outlets.annotate(n=STATEMENTS_PRINTED)


def placing(rankings: QuerySet[Ranking]) -> QuerySet[Any]:
    """With `n`, how many published placements each has."""
    return rankings.annotate(n=PLACEMENTS)


def speakers() -> QuerySet[Speaker]:
    """Published speakers by name, each with the office of the newest statement."""
    spoken = Statement.objects.published().filter(speaker=OuterRef("pk")).newest_first()
    office = Subquery(spoken.values("role__title")[:1])
    listed = Speaker.objects.published().annotate(office=office)
    return listed.prefetch_related("roles").order_by("sort_name", "id")


def sources() -> QuerySet[Source]:
    """Published sources, the newest first."""
    return citing(Source.objects.published().newest_first().select_related("outlet"))


def placed_speakers() -> QuerySet[Speaker]:
    """Published speakers, each with the country that its page names."""
    return Speaker.objects.published().select_related("country")


def placed_organisations() -> QuerySet[Organisation]:
    """Published organisations, each with the country and the parent that its page names."""
    return Organisation.objects.published().select_related("country", "parent")


def organisations() -> QuerySet[Organisation]:
    """Published organisations by name."""
    return Organisation.objects.published().order_by("name", "id")


def outlets() -> QuerySet[Outlet]:
    """Published outlets by name."""
    return publishing(Outlet.objects.published()).order_by("name", "id")


def rankings() -> QuerySet[Ranking]:
    """Published rankings by name."""
    return placing(Ranking.objects.published()).order_by("name", "id")


def placements() -> QuerySet[Placement]:
    """Published placements in published rankings, the newest edition first."""
    shown = Placement.objects.published().filter(edition__ranking__status=Status.PUBLISHED)
    return shown.order_by("-edition__year", "country__name", "id")


def topics() -> QuerySet[Topic]:
    """Published topics by name."""
    return Topic.objects.published().order_by("name")


def corrections() -> CorrectionQuerySet:
    """Corrections and withdrawals, the newest first; `published_at` is the moment of each."""
    return Correction.objects.newest_first().annotate(published_at=F("made_at"))


def resting_on(source: Source) -> StatementQuerySet:
    """Published statements that cite the source, the oldest first."""
    citing_it = Citation.objects.filter(source=source).values("statement")
    return Statement.objects.published().filter(pk__in=citing_it).oldest_first()
