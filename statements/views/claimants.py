"""Who speaks: people and organisations."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sources.publication import Status
from statements import listings
from statements.figures.selection import newest
from statements.loaded import Loaded
from statements.models import Alias, Organisation, Role, Speaker
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
@by_slug(Speaker, among=listings.placed_speakers)
def speaker_detail(request: HttpRequest, speaker: Speaker) -> HttpResponse:
    return with_timeline(
        request,
        "statements/speaker_detail.html",
        Timeline(request, speaker=speaker),
        speaker=speaker,
        roles=_offices().records([speaker.pk]),
        aliases=_aliases().records([speaker.pk]),
        figures=newest("speaker", speaker.pk),
        figures_url=f"{reverse('figure_list')}?speaker={speaker.slug}",
        held=extracts_of(speaker),
        held_url=f"{reverse('position_list')}?speaker={speaker.slug}",
    )


@require_safe
@by_slug(Organisation, among=listings.placed_organisations)
def organisation_detail(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    return with_timeline(
        request,
        "statements/organisation_detail.html",
        Timeline(request, organisation=organisation),
        organisation=organisation,
        roles=_holders().records([organisation.pk]),
        figures=newest("organisation", organisation.pk),
        figures_url=f"{reverse('figure_list')}?organisation={organisation.slug}",
        held=extracts_of(organisation),
        held_url=f"{reverse('position_list')}?organisation={organisation.slug}",
    )


@cache
def _offices() -> Loaded[Role]:
    return Loaded(Role.objects.select_related("organisation"), "speaker", one=True)


@cache
def _holders() -> Loaded[Role]:
    """The offices in an organisation of those who are public."""
    public = Role.objects.filter(speaker__status=Status.PUBLISHED)
    return Loaded(public.select_related("speaker", "organisation"), "organisation", one=True)


@cache
def _aliases() -> Loaded[Alias]:
    return Loaded(Alias.objects.all(), "speaker", one=True)
