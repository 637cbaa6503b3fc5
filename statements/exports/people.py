"""Speakers as data."""

from collections.abc import Callable
from operator import attrgetter

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind, day
from statements.listings import with_statements
from statements.models import Role, Speaker


def of_roles(read: Callable[[Role], object]) -> Callable[[Speaker], list[object]]:
    """Reads something of each office, so that the lists run side by side."""
    return lambda speaker: [read(role) for role in speaker.roles.all()]


def organisation(role: Role) -> str | None:
    """Where the office is held, if the public may see it."""
    held_in = role.organisation
    return held_in.slug if held_in and held_in.is_published else None


def records() -> QuerySet[Speaker]:
    """Published speakers with all that the columns read."""
    speakers = with_statements(Speaker.objects.published()).select_related("country")
    return speakers.prefetch_related("aliases", "roles__organisation")


def entry(speaker: Speaker) -> Entry:
    return Entry(title=speaker.name, categories=[role.title for role in speaker.roles.all()])


COLUMNS = (
    ID,
    Field("slug", attrgetter("slug"), _("As in the parameter “speaker”.")),
    Field("name", attrgetter("name"), _("Name.")),
    Field("name_local", attrgetter("name_local"), _("Name in the local language.")),
    Field("sort_name", attrgetter("sort_name"), _("Name as lists are ordered by it.")),
    Field("aliases", lambda s: [a.text for a in s.aliases.all()], _("Other printed forms.")),
    Field("country", lambda s: s.country and s.country.iso2, _("Country, ISO 3166-1.")),
    Field("gender", attrgetter("gender"), _("f, m or x; empty where not recorded.")),
    Field("born_on", lambda s: day(s.born_on), _("Date of birth, as exactly as known.")),
    Field("bio", attrgetter("bio"), _("About the speaker, in the editors’ words.")),
    Field("wikidata_id", attrgetter("wikidata_id"), _("Identifier at Wikidata.")),
    Field("roles", of_roles(attrgetter("title")), _("Offices.")),
    Field("role_organisations", of_roles(organisation), _("Where each is held.")),
    Field("role_starts", of_roles(lambda r: day(r.start)), _("Since when, if known.")),
    Field("role_ends", of_roles(lambda r: day(r.end)), _("Until when, if known.")),
    Field("statements", attrgetter("n"), _("How many statements are recorded.")),
    PUBLISHED_AT,
)
SPEAKERS = Kind(name="speakers", label=_("Speakers"), columns=COLUMNS, records=records, entry=entry)
