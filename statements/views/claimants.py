"""Who speaks: people and organisations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sources.publication import Status
from statements import listings
from statements.figures.selection import newest
from statements.models import (
    Figure,
    Organisation,
    Speaker,
)
from statements.positions.sequences import extracts_of
from statements.renames import by_slug
from statements.tallies import tallied
from statements.timeline import Timeline
from statements.views.listing import numbered, with_timeline


@require_safe
def speaker_list(request: HttpRequest) -> HttpResponse:
    page = numbered(request, listings.speakers())
    page.object_list = tallied(page.object_list, "speaker")
    return render(request, "statements/speaker_list.html", {"page": page})


@require_safe
@by_slug(Speaker)
def speaker_detail(request: HttpRequest, speaker: Speaker) -> HttpResponse:
    return with_timeline(
        request,
        "statements/speaker_detail.html",
        Timeline(request, speaker=speaker.slug),
        speaker=speaker,
        roles=speaker.roles.select_related("organisation"),
        aliases=speaker.aliases.all(),
        figures=newest(Figure.objects.published().filter(speaker=speaker)),
        figures_url=f"{reverse('figure_list')}?speaker={speaker.slug}",
        held=extracts_of(speaker),
        held_url=f"{reverse('position_list')}?speaker={speaker.slug}",
    )


@require_safe
@by_slug(Organisation)
def organisation_detail(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    roles = organisation.roles.filter(speaker__status=Status.PUBLISHED)
    return with_timeline(
        request,
        "statements/organisation_detail.html",
        Timeline(request, organisation=organisation.slug),
        organisation=organisation,
        roles=roles.select_related("speaker"),
        figures=newest(Figure.objects.published().filter(organisation=organisation)),
        figures_url=f"{reverse('figure_list')}?organisation={organisation.slug}",
        held=extracts_of(organisation),
        held_url=f"{reverse('position_list')}?organisation={organisation.slug}",
    )
