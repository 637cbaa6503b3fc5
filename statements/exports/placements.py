"""Placements as data: the level that an edition of a ranking gives a country."""

from operator import attrgetter

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from sources.models import Source
from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind, day
from statements.listings import placements
from statements.models import Placement


def records() -> QuerySet[Placement]:
    """Published placements with all that the columns read."""
    related = ("edition__ranking", "country", "level", "source")
    return placements().select_related(*related)


def path(placement: Placement) -> str:
    """Its year on the page of the country."""
    edition = placement.edition
    page = reverse("ranking_country", args=[edition.ranking.slug, placement.country.slug])
    return f"{page}#y{edition.year}"


def source(placement: Placement) -> Source | None:
    """Where it is known from, if the public may see it."""
    return placement.source if placement.source and placement.source.is_published else None


def source_number(placement: Placement) -> int | None:
    known_from = source(placement)
    return known_from.pk if known_from else None


def source_address(placement: Placement) -> str | None:
    known_from = source(placement)
    return known_from.url if known_from else None


def entry(placement: Placement) -> Entry:
    return Entry(
        title=str(placement),
        html=escape(placement.note),
        categories=[placement.edition.ranking.name],
    )


COLUMNS = (
    ID,
    Field("ranking", attrgetter("edition.ranking.slug"), _("The ranking.")),
    Field("edition", attrgetter("edition.year"), _("Year of the edition.")),
    Field("released_on", lambda p: day(p.edition.released_on), _(
        "When it came out: a day, a month or a year."
    )),
    Field("country", attrgetter("country.iso2"), _("Country placed, ISO 3166-1.")),
    Field("country_name", attrgetter("country.name"), _("Its name.")),
    Field("level", attrgetter("level.code"), _("Code of the level.")),
    Field("level_label", attrgetter("level.label"), _("The level in words.")),
    Field("level_order", attrgetter("level.order"), _(
        "Place of the level; 1 is the best, empty stands apart."
    )),
    Field("note", attrgetter("note"), _("What readers should know.")),
    Field("confidence", attrgetter("confidence"), _("How sure the level is.")),
    Field("source", source_number, _("Number of the source it is known from.")),
    Field("source_url", source_address, _("Address of that source.")),
    PUBLISHED_AT,
)  # fmt: skip
PLACEMENTS = Kind(
    name="placements", label=_("Placements"), columns=COLUMNS, records=records, entry=entry,
    path=path,
)  # fmt: skip
