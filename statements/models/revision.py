"""What readers could see, version by version, and what was publicly corrected. Append-only."""

from functools import cached_property
from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from sources.publication import Status
from statements.models.statement import Statement


class AppendOnly(models.Model):
    """A record that is written once. Nothing public is changed silently."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("This is written once.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("This is kept for ever.")


class RevisionQuerySet(models.QuerySet["Revision"]):
    def numbered(self) -> Self:
        """With `number`, the place of each among those of its statement: 1, 2, 3…"""
        until = Revision.objects.filter(
            statement=OuterRef("statement"), version__lte=OuterRef("version")
        )
        counted = until.order_by().values("statement").annotate(n=Count("pk")).values("n")
        return self.annotate(number=Subquery(counted))


class Revision(AppendOnly):
    """A statement as the public saw it from `made_at` on, as `statements.revisions` writes it."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField(_("version"))
    record = models.JSONField(_("record"))
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["statement", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "version"], name="statements_revision_once_per_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.statement_id}, version {self.version}"

    @cached_property
    def number(self) -> int:
        """Its place among the revisions of the statement, by which it is cited: 1, 2, 3…"""
        earlier = Revision.objects.filter(statement=self.statement_id, version__lte=self.version)
        return earlier.count()


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def newest_first(self) -> Self:
        return self.order_by("-made_at", "-id")

    def for_page(self) -> Self:
        """With all that is told of a correction, in a constant number of queries."""
        return self.select_related(
            "statement__speaker", "statement__organisation"
        ).prefetch_related(
            models.Prefetch("before", Revision.objects.numbered()),
            models.Prefetch("after", Revision.objects.numbered()),
        )


class Correction(AppendOnly):
    """A public note of what was changed in a published statement, and why.

    `model` and `record_id` name what was withdrawn where that is not the statement itself: a
    position or a figure. What rests on no statement has only these.
    """

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")
        ADDITION = "addition", _("Addition")
        WITHDRAWAL = "withdrawal", _("Withdrawal")

    statement = models.ForeignKey(
        Statement, models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    model = models.CharField(_("kind of record"), max_length=60, blank=True)
    record_id = models.PositiveBigIntegerField(_("number of the record"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=13, choices=Kind, default=Kind.CORRECTION)
    note = models.TextField(_("note"), max_length=2_000)
    before = models.ForeignKey(
        Revision, models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    after = models.ForeignKey(
        Revision, models.PROTECT, null=True, blank=True, related_name="made_by_correction"
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(statement__isnull=False) | (~Q(model="") & Q(record_id__isnull=False)),
                name="statements_correction_of_something",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.note}"

    @property
    def is_hidden(self) -> bool:
        """Whether it tells of words that were taken back since: then only the reason is told."""
        gone = self.statement is not None and self.statement.status == Status.WITHDRAWN
        return gone and not (self.kind == self.Kind.WITHDRAWAL and not self.model)

    @property
    def public_note(self) -> str:
        return "" if self.is_hidden else self.note
