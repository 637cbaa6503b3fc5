"""Organisations as data."""

from operator import attrgetter

from django.db.models import QuerySet
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind
from statements.listings import with_statements
from statements.models import Organisation


def records() -> QuerySet[Organisation]:
    """Published organisations with all that the columns read."""
    return with_statements(Organisation.objects.published()).select_related("country", "parent")


def parent(organisation: Organisation) -> str | None:
    """What it is a part of, if the public may see it."""
    whole = organisation.parent
    return whole.slug if whole and whole.is_published else None


def entry(organisation: Organisation) -> Entry:
    kind = organisation.get_kind_display()
    return Entry(title=organisation.name, html=escape(organisation.note), categories=[kind])


COLUMNS = (
    ID,
    Field("slug", attrgetter("slug"), _("As in the parameter “organisation”.")),
    Field("name", attrgetter("name"), _("Name.")),
    Field("name_local", attrgetter("name_local"), _("Name in the local language.")),
    Field("short_name", attrgetter("short_name"), _("Short name.")),
    Field("kind", attrgetter("kind"), _(
        "ministry, committee, agency, party, government or other."
    )),
    Field("country", lambda o: o.country and o.country.iso2, _("Country, ISO 3166-1.")),
    Field("parent", parent, _("The organisation it is a part of.")),
    Field("home_page", attrgetter("home_page"), _("Its own address on the web.")),
    Field("note", attrgetter("note"), _("What readers should know of it.")),
    Field("wikidata_id", attrgetter("wikidata_id"), _("Identifier at Wikidata.")),
    Field("statements", attrgetter("n"), _("How many statements are recorded.")),
    PUBLISHED_AT,
)  # fmt: skip
ORGANISATIONS = Kind(
    name="organisations", label=_("Organisations"), columns=COLUMNS, records=records, entry=entry
)
