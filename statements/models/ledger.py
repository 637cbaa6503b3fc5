"""The ledger: every change of what is public, each entry bound to the one before it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.revision import AppendOnly


class LedgerEntry(AppendOnly):
    """One publication, correction or withdrawal, as `statements.ledger` writes it.

    `sha256` is that of what was public of the record from then on, `hash` that of the entry
    itself, `previous` the hash of the entry before.
    """

    class Action(models.TextChoices):
        PUBLISHED = "published", _("Published")
        CORRECTED = "corrected", _("Corrected")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    number = models.PositiveBigIntegerField(_("number"), primary_key=True)
    made_at = models.DateTimeField(_("made at"))
    action = models.CharField(_("action"), max_length=9, choices=Action)
    model = models.CharField(_("kind of record"), max_length=60)
    record_id = models.PositiveBigIntegerField(_("number of the record"))
    sha256 = models.CharField(_("SHA-256 of the record"), max_length=64)
    previous = models.CharField(_("hash of the entry before"), max_length=64)
    hash = models.CharField(_("hash of the entry"), max_length=64, unique=True)

    class Meta:
        verbose_name_plural = _("ledger entries")
        ordering = ["number"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["model", "record_id", "number"], name="ledger_of_record"),
            models.Index(fields=["model", "-number"], name="ledger_of_model"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.model} {self.record_id}, {self.get_action_display()}"
