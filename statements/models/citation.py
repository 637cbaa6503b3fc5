"""Sources in which a statement stands, and what checking them against it gave."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sources.history import HistoricalRecords
from sources.models import Capture, Source
from sources.publication import Status

MAX_EXCERPT = 20_000  # characters


class CitationQuerySet(models.QuerySet["Citation"]):
    def published(self) -> Self:
        return self.filter(source__status=Status.PUBLISHED)

    def for_page(self) -> Self:
        """The published ones, with all that the page of their statement shows."""
        return self.published().select_related("source__outlet", "capture")


class Citation(models.Model):
    """A source in which a statement stands."""

    class Verification(models.TextChoices):
        NOT_CHECKED = "not-checked", _("Nothing quoted to check")
        EXACT = "exact", _("Word for word")
        TYPOGRAPHIC = "typographic", _("Word for word but for typography")
        ELIDED = "elided", _("With marked omissions")
        DIFFERS = "differs", _("Differs from the source")
        NOT_FOUND = "not-found", _("Not found in the source")
        NOT_CHECKABLE = "not-checkable", _("No stored text to check against")

    statement = models.ForeignKey("statements.Statement", models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations")
    capture = models.ForeignKey(
        Capture, models.PROTECT, null=True, blank=True, related_name="citations"
    )
    excerpt = models.TextField(
        _("excerpt"), max_length=MAX_EXCERPT, blank=True,
        help_text=_("The words as this source prints them, where they differ."),
    )  # fmt: skip
    locator = models.CharField(
        _("locator"), max_length=100, blank=True, help_text=_("Page, paragraph or time code.")
    )
    start_offset = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end_offset = models.PositiveIntegerField(null=True, blank=True, editable=False)
    prefix = models.CharField(max_length=200, blank=True, editable=False)
    suffix = models.CharField(max_length=200, blank=True, editable=False)
    is_primary = models.BooleanField(_("primary"), default=True)
    verification = models.CharField(
        max_length=15, choices=Verification, default=Verification.NOT_CHECKED, editable=False
    )
    checked_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    broken_by = models.ForeignKey(  # the newer capture in which the words stand less well
        Capture, models.SET_NULL, null=True, blank=True, editable=False, related_name="broke"
    )
    verified_at = models.DateTimeField(null=True, blank=True, editable=False)
    rule_version = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    history = HistoricalRecords()

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["-is_primary", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start_offset__isnull=True, end_offset__isnull=True)
                | Q(start_offset__lte=F("end_offset")),
                name="statements_citation_offsets_ordered",
                violation_error_message=_("The passage cannot end before it starts."),
            ),
            models.UniqueConstraint(
                fields=["statement", "source", "locator"],
                name="statements_citation_once_per_place",
                violation_error_message=_("This place of the source is cited already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}, {self.locator}" if self.locator else str(self.source)

    def clean(self) -> None:
        super().clean()
        if self.capture and self.capture.source_id != self.source_id:
            raise ValidationError({"capture": _("This capture is of another source.")})
