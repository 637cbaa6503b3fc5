"""The public pages. Each starts from published records and renders the template of its name."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.paginator import InvalidPage, Paginator
from django.core.paginator import Page as NumberedPage
from django.db import connection
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from sources.models import Country, Outlet, Source
from sources.publication import Status
from sources.vocabulary import Confidence, DateBasis
from statements.addresses import canonical
from statements.models import (
    Citation,
    Function,
    Organisation,
    Page,
    Position,
    Ranking,
    Speaker,
    Stance,
    Statement,
    Topic,
)
from statements.passages import passages
from statements.placements import history, newest_levels, with_evidence
from statements.renames import by_slug
from statements.timeline import Timeline

LONGEST_LIST = 100  # records on a page of a list that is not a timeline
IN_PUBLIC = Q(statements__status=Status.PUBLISHED)
STATEMENTS = Count("statements", filter=IN_PUBLIC, distinct=True)
STATEMENTS_CITING = Count(
    "citations__statement", filter=Q(citations__statement__status=Status.PUBLISHED), distinct=True
)
OF_OTHER_FIGURES = ("part_of__indicator", "part_of__statement", "compared_with__statement")


def with_timeline(
    request: HttpRequest, template: str, timeline: Timeline, **context: object
) -> HttpResponse:
    """A page with statements: 400 with the reasons where the selection cannot be read."""
    context = {"timeline": timeline, **context}
    response = render(request, template, context, status=timeline.http_status)
    return (
        push_url(response, canonical(request.path, request.GET))
        if request.headers.get("HX-Request")
        else response
    )


def numbered(request: HttpRequest, records: QuerySet) -> NumberedPage:
    """The page of a list that `page` asks for. Raises BadRequest for one there is not."""
    try:
        return Paginator(records, LONGEST_LIST).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise BadRequest(_("“page”: there is no such page.")) from error


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    published = Statement.objects.published()
    speakers = Speaker.objects.published().annotate(n=STATEMENTS).filter(n__gt=0)
    context = {
        "page": Page.objects.filter(slug="front").first(),
        "lead": published.filter(kind="quotation").newest_first().for_timeline().first(),
        "newest": published.newest_first().for_timeline()[:5],
        "count": published.count(),
        "topics": Topic.objects.published().annotate(n=STATEMENTS).order_by("-n", "name"),
        "speakers": speakers.order_by("-n", "sort_name")[:8],
        "standings": [standing(ranking) for ranking in Ranking.objects.published()],
    }
    return render(request, "statements/home.html", context)


def standing(ranking: Ranking) -> dict[str, object]:
    """A ranking with the home country's way through it, the oldest year first."""
    country = Country.objects.filter(iso2=settings.HOME_COUNTRY).first()
    years = history(ranking, country)[::-1] if country else []
    return {"ranking": ranking, "country": country, "years": years}


@require_safe
def statement_list(request: HttpRequest) -> HttpResponse:
    return with_timeline(request, "statements/statement_list.html", Timeline(request))


def statement_or_404(pk: int) -> Statement:
    """A statement that is or was public."""
    known = Statement.objects.filter(status__in=(Status.PUBLISHED, Status.WITHDRAWN))
    return get_object_or_404(known.for_page(), pk=pk)


@require_safe
def statement_short(request: HttpRequest, pk: int) -> HttpResponse:
    """The short permanent link; a withdrawn statement keeps its own."""
    return redirect(statement_or_404(pk))


@require_safe
def statement_detail(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    statement = statement_or_404(pk)
    if statement.status == Status.WITHDRAWN:
        gone = {"statement": statement}
        return render(request, "statements/statement_withdrawn.html", gone, status=410)
    if slug != statement.slug:
        return redirect(statement, permanent=True)
    context: dict[str, object] = {
        "statement": statement,
        "passages": passages(statement),
        "corrections": statement.corrections.all(),
        "positions": with_evidence(Position.objects.published().filter(evidence=statement)),
        "figures": statement.figures.published().for_page().select_related(*OF_OTHER_FIGURES),
        "others": statement.others_at_event(),
    }
    return render(request, "statements/statement_detail.html", context)


@require_safe
def speaker_list(request: HttpRequest) -> HttpResponse:
    spoken = Statement.objects.published().filter(speaker=OuterRef("pk")).newest_first()
    speakers = Speaker.objects.published().annotate(
        n=STATEMENTS, office=Subquery(spoken.values("role__title")[:1])
    )
    speakers = speakers.prefetch_related("roles")
    speakers = speakers.order_by("sort_name", "id")
    return render(request, "statements/speaker_list.html", {"page": numbered(request, speakers)})


@require_safe
@by_slug(Speaker)
def speaker_detail(request: HttpRequest, speaker: Speaker) -> HttpResponse:
    positions = Position.objects.published().filter(speaker=speaker)
    return with_timeline(
        request,
        "statements/speaker_detail.html",
        Timeline(request, speaker=speaker.slug),
        speaker=speaker,
        roles=speaker.roles.select_related("organisation"),
        aliases=speaker.aliases.all(),
        positions=with_evidence(positions),
    )


@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    topics = Topic.objects.published().annotate(n=STATEMENTS).order_by("name")
    return render(request, "statements/topic_list.html", {"topics": topics})


@require_safe
@by_slug(Topic)
def topic_detail(request: HttpRequest, topic: Topic) -> HttpResponse:
    timeline = Timeline(request, topic=topic.slug)
    return with_timeline(request, "statements/topic_detail.html", timeline, topic=topic)


@require_safe
@by_slug(Organisation)
def organisation_detail(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    roles = organisation.roles.filter(speaker__status=Status.PUBLISHED)
    positions = Position.objects.published().filter(organisation=organisation)
    return with_timeline(
        request,
        "statements/organisation_detail.html",
        Timeline(request, organisation=organisation.slug),
        organisation=organisation,
        roles=roles.select_related("speaker"),
        positions=with_evidence(positions),
    )


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    sources = Source.objects.published().select_related("outlet").annotate(n=STATEMENTS_CITING)
    sources = sources.newest_first()
    return render(request, "statements/source_list.html", {"page": numbered(request, sources)})


@require_safe
def source_detail(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    published = Source.objects.published().select_related("outlet__country")
    source = get_object_or_404(published, pk=pk)
    if slug != source.slug:
        return redirect(source.get_absolute_url(), permanent=True)  # type: ignore[attr-defined]
    statements = Statement.objects.published().filter(
        pk__in=Citation.objects.filter(source=source).values("statement")
    )
    context = {
        "source": source,
        "statements": statements.oldest_first().for_timeline(),
        "cites": source.cites.published().select_related("outlet"),
        "cited_in": source.cited_in.published().select_related("outlet"),
    }
    return render(request, "statements/source_detail.html", context)


@require_safe
@by_slug(Outlet)
def outlet_detail(request: HttpRequest, outlet: Outlet) -> HttpResponse:
    timeline = Timeline(request, outlet=outlet.slug)
    sources = outlet.sources.published().annotate(n=STATEMENTS_CITING)
    sources = sources.newest_first()
    return with_timeline(
        request, "statements/outlet_detail.html", timeline, outlet=outlet, sources=sources
    )


@require_safe
def ranking_list(request: HttpRequest) -> HttpResponse:
    standings = [standing(ranking) for ranking in Ranking.objects.published()]
    return render(request, "statements/ranking_list.html", {"standings": standings})


@require_safe
@by_slug(Ranking)
def ranking_detail(request: HttpRequest, ranking: Ranking) -> HttpResponse:
    context = {
        "ranking": ranking,
        "levels": ranking.levels.all(),
        "placements": newest_levels(ranking),
    }
    return render(request, "statements/ranking_detail.html", context)


@require_safe
@by_slug(Ranking)
def ranking_country(request: HttpRequest, ranking: Ranking, country: str) -> HttpResponse:
    placed = get_object_or_404(Country, slug=country)
    years = history(ranking, placed)
    others = newest_levels(ranking)
    context = {
        "ranking": ranking,
        "country": placed,
        "years": years,
        "oldest_first": years[::-1],
        "levels": ranking.levels.all(),
        "others": [placement for placement in others if placement.country_id != placed.pk],
    }
    return render(request, "statements/ranking_country.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    page = Page.objects.filter(slug="about").first()
    return render(request, "statements/about.html", {"page": page})


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    context = {
        "kinds": Statement.Kind,
        "functions": Function.objects.all(),
        "stances": Stance.objects.all(),
        "bases": DateBasis,
        "confidences": Confidence,
        "rankings": Ranking.objects.published().prefetch_related("levels"),
    }
    return render(request, "statements/method.html", context)


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers, too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ready\n", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What Django calls for a BadRequest: its sentence on a page of the site."""
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    return render(request, "400.html", {"reason": reason}, status=400)
