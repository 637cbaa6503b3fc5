"""The pages of the register for search engines, each with the moment it last changed in public.

That moment is read from the ledger, which has an entry for every change of what is public of a
record, and none for what only editors see.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse

from sources.models import Outlet, Source
from statements.models import LedgerEntry, Organisation, Ranking, Speaker, Statement, Topic
from statements.sharing.linked_data import address_of

PAGES = (
    "home", "statement_list", "speaker_list", "topic_list", "source_list", "ranking_list",
    "figure_list", "position_list", "phrase_list", "about", "method", "data",
)  # fmt: skip

# Records of which the address of others is made.
NAMED_AFTER = {Statement: ("speaker", "organisation"), Source: ("outlet",)}


def newest_of(label: str, **records: Any) -> Subquery:
    """The moment of the newest entry for these records of a model."""
    entries = LedgerEntry.objects.filter(model=label, **records).order_by("-number")
    return Subquery(entries.values("made_at")[:1])


class Records(Sitemap):
    """The published records of a model.

    `shown_by` leads from a statement to the record whose page shows it: a statement that is
    published, corrected or withdrawn changes that page as well.
    """

    limit = 10_000

    def __init__(self, model: Any, shown_by: str = "") -> None:
        super().__init__()
        self.model = model
        self.shown_by = shown_by

    def items(self) -> QuerySet[Any]:
        label = self.model._meta.label_lower
        moments = {"own_change": newest_of(label, record_id=OuterRef("pk"))}
        if self.shown_by:
            shown = Statement.objects.filter(**{self.shown_by: OuterRef(OuterRef("pk"))})
            label = Statement._meta.label_lower
            moments["said_change"] = newest_of(label, record_id__in=shown.order_by().values("pk"))
        named_after = NAMED_AFTER.get(self.model, ())
        published = self.model.objects.published().select_related(*named_after)
        return published.annotate(**moments).order_by("pk")

    def location(self, item: Any) -> str:
        known = isinstance(item, Source | Outlet)
        return address_of(item) if known else str(item.get_absolute_url())

    def lastmod(self, item: Any) -> datetime.datetime:
        moments = (item.own_change, getattr(item, "said_change", None), item.published_at)
        return max(moment for moment in moments if moment)

    def get_latest_lastmod(self) -> datetime.datetime | None:
        """Of all its records, the removed ones too, without reading them."""
        labels = {self.model._meta.label_lower}
        if self.shown_by:
            labels.add(Statement._meta.label_lower)
        # One at a time: each is the end of what an index holds of the model.
        ends = (LedgerEntry.objects.filter(model=one).order_by("-number") for one in labels)
        moments = (entries.values_list("made_at", flat=True).first() for entries in ends)
        return max((moment for moment in moments if moment), default=None)


class Pages(Sitemap):
    """The front page, the lists, and what is said about them."""

    def items(self) -> Iterable[str]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(item)


def sections() -> dict[str, Sitemap]:
    """The parts of the sitemap by name."""
    return {
        "pages": Pages(),
        "statements": Records(Statement),
        "speakers": Records(Speaker, "speaker"),
        "organisations": Records(Organisation, "organisation"),
        "topics": Records(Topic, "topics"),
        "sources": Records(Source, "citations__source"),
        "outlets": Records(Outlet, "citations__source__outlet"),
        "rankings": Records(Ranking),
    }
