"""What the reading of a source proposes to be drafted, and what the editors made of it."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sources.models import Capture, Source
from statements.models.people import Speaker
from statements.models.statement import Statement
from statements.search.analyser import tokens

MAX_ATTRIBUTION = 200  # characters


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def unresolved(self) -> "ProposalQuerySet":
        """Open ones of which nobody knows yet who said it."""
        return self.filter(state=Proposal.State.OPEN, speaker=None)


class Proposal(models.Model):
    """A passage of a source that may be worth a statement.

    Holds no words of the source: only where they stand, and a digest by which they are known again
    in a later capture. The same words of a source are proposed once.
    """

    class Kind(models.TextChoices):
        QUOTATION = "quotation", _("Quotation")
        REPORTED = "reported", _("Reported speech")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        ACCEPTED = "accepted", _("Accepted")
        DISMISSED = "dismissed", _("Dismissed")

    source = models.ForeignKey(Source, models.CASCADE, related_name="proposals")
    capture = models.ForeignKey(
        Capture, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    digest = models.CharField(max_length=64, editable=False)
    start_offset = models.PositiveIntegerField()
    end_offset = models.PositiveIntegerField()
    speaker = models.ForeignKey(
        Speaker, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    rule = models.CharField(_("rule"), max_length=60, blank=True)
    attribution = models.CharField(
        _("attribution as printed"), max_length=MAX_ATTRIBUTION, blank=True
    )
    attribution_digest = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    statement = models.ForeignKey(
        Statement, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["source_id", "start_offset", "id"]
        default_permissions = ()  # who may add statements works with proposals
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "digest"], name="statements_proposal_once_per_source"
            ),
            models.CheckConstraint(
                condition=Q(start_offset__lte=F("end_offset")),
                name="statements_proposal_offsets_ordered",
            ),
            models.CheckConstraint(
                condition=Q(state="open", decided_at__isnull=True)
                | (~Q(state="open") & Q(decided_at__isnull=False)),
                name="statements_proposal_decided_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.start_offset}–{self.end_offset}"

    @property
    def key(self) -> str:
        """What tells it from the other proposals of its source, short enough for a form."""
        return f"{self.kind[0]}{self.digest[:20]}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


def folded(words: str) -> str:
    """Words as they are compared: those that a search could not tell apart are the same."""
    return " ".join(tokens(words))


def digest_of(words: str) -> str:
    """By what words are known again though they are not kept; "" where there is no word."""
    kept = folded(words)
    return hashlib.sha256(kept.encode()).hexdigest() if kept else ""
