"""What readers could see, version by version, and what was publicly corrected. Append-only."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.statement import Statement


class AppendOnly(models.Model):
    """A record that is written once. Nothing public is changed silently."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("Revisions and corrections are written once.")
        super().save(*args, **kwargs)


class Revision(AppendOnly):
    """A statement as the public saw it from `made_at` on, as `statements.revisions` writes it."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField(_("version"))
    record = models.JSONField(_("record"))
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["statement", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "version"], name="statements_revision_once_per_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.statement_id}, version {self.version}"


class Correction(AppendOnly):
    """A public note of what was changed in a published statement, and why."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")
        ADDITION = "addition", _("Addition")
        WITHDRAWAL = "withdrawal", _("Withdrawal")

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="corrections")
    kind = models.CharField(_("kind"), max_length=13, choices=Kind, default=Kind.CORRECTION)
    note = models.TextField(_("note"), max_length=2_000)
    before = models.ForeignKey(
        Revision, models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    after = models.ForeignKey(
        Revision, models.PROTECT, null=True, blank=True, related_name="made_by_correction"
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.note}"
