"""Outlets as data."""

from operator import attrgetter

from django.db.models import QuerySet
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from sources.models import Outlet
from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind
from statements.listings import publishing


def records() -> QuerySet[Outlet]:
    """Published outlets with all that the columns read."""
    return publishing(Outlet.objects.published()).select_related("country")


def entry(outlet: Outlet) -> Entry:
    ownership = outlet.get_ownership_display()
    return Entry(title=outlet.name, html=escape(outlet.note), categories=[ownership])


COLUMNS = (
    ID,
    Field("slug", attrgetter("slug"), _("As in the parameter “outlet”.")),
    Field("name", attrgetter("name"), _("Name.")),
    Field("country", lambda o: o.country and o.country.iso2, _("Country, ISO 3166-1.")),
    Field("languages", lambda o: o.languages.split(), _("Languages it is published in.")),
    Field("ownership", attrgetter("ownership"), _("Who owns the outlet.")),
    Field("home_page", attrgetter("home_page"), _("Its own address on the web.")),
    Field("state", attrgetter("state"), _("Online, closed or blocked, and since when.")),
    Field("note", attrgetter("note"), _("What readers should know of it.")),
    Field("statements", attrgetter("n"), _("How many statements rest on its sources.")),
    PUBLISHED_AT,
)
OUTLETS = Kind(name="outlets", label=_("Outlets"), columns=COLUMNS, records=records, entry=entry)
