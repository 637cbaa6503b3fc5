"""Topics as data."""

from operator import attrgetter

from django.db.models import QuerySet
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind
from statements.listings import with_statements
from statements.models import Topic


def records() -> QuerySet[Topic]:
    """Published topics with all that the columns read."""
    return with_statements(Topic.objects.published())


def entry(topic: Topic) -> Entry:
    return Entry(title=topic.name, html=escape(topic.description))


COLUMNS = (
    ID,
    Field("slug", attrgetter("slug"), _("As in the parameter “topic”.")),
    Field("name", attrgetter("name"), _("Name.")),
    Field("name_local", attrgetter("name_local"), _("Name in the local language.")),
    Field("description", attrgetter("description"), _("What belongs to it.")),
    Field("statements", attrgetter("n"), _("How many statements are about it.")),
    PUBLISHED_AT,
)
TOPICS = Kind(name="topics", label=_("Topics"), columns=COLUMNS, records=records, entry=entry)
