"""Who speaks: people and organisations."""

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sources.publication import Status
from statements.models import (
    Organisation,
    Position,
    Speaker,
    Statement,
)
from statements.placements import with_evidence
from statements.renames import by_slug
from statements.timeline import Timeline
from statements.views.listing import STATEMENTS, numbered, with_timeline


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
