"""Sources as data. Their stored texts are not public and are not here."""

from operator import attrgetter

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from sources.models import Source
from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind, day
from statements.listings import citing


def records() -> QuerySet[Source]:
    """Published sources with all that the columns read."""
    sources = citing(Source.objects.published()).select_related("outlet")
    return sources.prefetch_related(Prefetch("cites", Source.objects.published()))


def entry(source: Source) -> Entry:
    return Entry(title=str(source), author=source.authors, categories=[source.outlet.name])


COLUMNS = (
    ID,
    Field("kind", attrgetter("kind"), _("article, report, transcript, video …")),
    Field("title", attrgetter("title"), _("Title as printed; empty where not known.")),
    Field("authors", attrgetter("authors"), _("Authors.")),
    Field("outlet", attrgetter("outlet.slug"), _("Outlet, as in the parameter “outlet”.")),
    Field("outlet_name", attrgetter("outlet.name"), _("Name of the outlet.")),
    Field("ownership", attrgetter("outlet.ownership"), _("Who owns the outlet.")),
    Field("source_url", attrgetter("url"), _("Address of the source.")),
    Field("language", attrgetter("language"), _("Language of the source.")),
    Field("published_on", lambda s: day(s.published_on), _("When it came out, if known.")),
    Field("accessed_on", lambda s: day(s.accessed_on), _("When it was read.")),
    Field("archive_url", attrgetter("archive_url"), _("Archived copy.")),
    Field("archived_on", lambda s: day(s.archived_on), _("When it was archived.")),
    Field("cites", lambda s: [c.pk for c in s.cites.all()], _("Sources it rests on itself.")),
    Field("statements", attrgetter("n"), _("How many statements rest on it.")),
    PUBLISHED_AT,
)
SOURCES = Kind(name="sources", label=_("Sources"), columns=COLUMNS, records=records, entry=entry)
