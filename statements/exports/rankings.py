"""Rankings as data, with their levels."""

from collections.abc import Callable
from operator import attrgetter

from django.db.models import QuerySet
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind
from statements.listings import placing
from statements.models import Level, Ranking


def of_levels(read: Callable[[Level], object]) -> Callable[[Ranking], list[object]]:
    """Reads something of each level, so that the lists run side by side."""
    return lambda ranking: [read(level) for level in ranking.levels.all()]


def records() -> QuerySet[Ranking]:
    """Published rankings with all that the columns read."""
    rankings = placing(Ranking.objects.published())
    return rankings.select_related("publisher").prefetch_related("levels")


def publisher(ranking: Ranking) -> str | None:
    """Who makes it, if the public may see them."""
    made_by = ranking.publisher
    return made_by.slug if made_by and made_by.is_published else None


def entry(ranking: Ranking) -> Entry:
    return Entry(title=ranking.name, html=escape(ranking.description))


COLUMNS = (
    ID,
    Field("slug", attrgetter("slug"), _("As in the parameter “ranking”.")),
    Field("name", attrgetter("name"), _("Name.")),
    Field("publisher", publisher, _("Organisation that makes it.")),
    Field("description", attrgetter("description"), _("What it ranks, and how.")),
    Field("level_codes", of_levels(attrgetter("code")), _("Codes of its levels.")),
    Field("level_labels", of_levels(attrgetter("label")), _("Its levels in words.")),
    Field("level_orders", of_levels(attrgetter("order")), _(
        "Place of each level; 1 is the best, empty stands apart."
    )),
    Field("placements", attrgetter("n"), _("How many placements are recorded.")),
    PUBLISHED_AT,
)  # fmt: skip
RANKINGS = Kind(name="rankings", label=_("Rankings"), columns=COLUMNS, records=records, entry=entry)
