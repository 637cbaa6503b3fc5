"""How one statement stands to another: said by a person, never by the machine alone."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sources.history import HistoricalRecords
from sources.publication import Status
from statements.models.statement import Statement


class RelationQuerySet(models.QuerySet["Relation"]):
    def published(self) -> Self:
        """Confirmed by an editor, between two published statements."""
        return self.filter(
            state=Relation.State.CONFIRMED,
            statement__status=Status.PUBLISHED,
            target__status=Status.PUBLISHED,
        )


class Relation(models.Model):
    """`statement` repeats, contradicts, responds to … `target`.

    A rejected one is kept, so that the pair is not suggested again.
    """

    class Kind(models.TextChoices):
        REPEATS = "repeats", _("Repeats")
        CONTRADICTS = "contradicts", _("Contradicts")
        RESPONDS_TO = "responds-to", _("Responds to")
        CLARIFIES = "clarifies", _("Clarifies")
        RETRACTS = "retracts", _("Retracts")
        SAME_REMARK = "same-remark", _("Same remark as")

    class State(models.TextChoices):
        SUGGESTED = "suggested", _("Suggested")
        CONFIRMED = "confirmed", _("Confirmed")
        REJECTED = "rejected", _("Rejected")

    class Rule(models.TextChoices):
        HAND = "hand", _("Entered by hand")
        WORDING = "wording", _("Much the same wording")
        EVENT = "event", _("The same event in several outlets")
        STANCE = "stance", _("Other stances on one placement")

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="relations")
    target = models.ForeignKey(Statement, models.CASCADE, related_name="relations_back")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.SUGGESTED, editable=False
    )
    rule = models.CharField(
        _("suggested because of"), max_length=8, choices=Rule, default=Rule.HAND, editable=False
    )
    grounds = models.CharField(_("grounds of the suggestion"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("Public."))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        editable=False,
    )  # fmt: skip
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    history = HistoricalRecords()

    objects = RelationQuerySet.as_manager()

    class Meta:
        ordering = ["statement_id", "target_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "target", "kind"],
                name="statements_relation_once",
                violation_error_message=_("These two statements are linked like this already."),
            ),
            models.CheckConstraint(
                condition=~Q(statement=F("target")),
                name="statements_relation_between_two",
                violation_error_message=_("A statement cannot be linked with itself."),
            ),
            models.CheckConstraint(
                condition=Q(state="suggested", decided_at__isnull=True)
                | (~Q(state="suggested") & Q(decided_at__isnull=False)),
                name="statements_relation_decided_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.get_kind_display()} {self.target_id}"
