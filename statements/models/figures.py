"""Numbers that were claimed, each with its claimant and period."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sources.history import HistoricalRecords
from sources.models import Country, Source
from sources.publication import (
    Publishable,
    PublishableQuerySet,
    Status,
    publication_constraints,
)
from sources.vocabulary import DateBasis
from statements.models.people import Organisation, Speaker


class Indicator(models.Model):
    """What is counted."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    label = models.CharField(_("label"), max_length=200)
    unit = models.CharField(_("unit"), max_length=60)
    definition = models.TextField(_("definition"), blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["label"]

    def __str__(self) -> str:
        return self.label


class FigureQuerySet(PublishableQuerySet["Figure"]):
    def published(self) -> Self:
        """Published, and not hanging on a statement that is not."""
        unhidden = Q(statement__isnull=True) | Q(statement__status=Status.PUBLISHED)
        return super().published().filter(unhidden)


class Figure(Publishable):
    class Qualifier(models.TextChoices):
        EXACT = "exact", _("exactly")
        ABOUT = "about", _("about")
        AT_LEAST = "at-least", _("at least")
        AT_MOST = "at-most", _("at most")
        MORE_THAN = "more-than", _("more than")

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="figures")
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    value_as_printed = models.CharField(_("as printed"), max_length=200)
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=Qualifier, default=Qualifier.EXACT
    )
    period_start = models.DateField(_("period from"), null=True, blank=True)
    period_end = models.DateField(_("period to"), null=True, blank=True)
    period_basis = models.CharField(
        _("basis of the period"), max_length=12, choices=DateBasis.choices[:2],
        default=DateBasis.STATED,
    )  # fmt: skip
    place = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="figures"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="figures"
    )
    statement = models.ForeignKey(
        "statements.Statement", models.PROTECT, null=True, blank=True, related_name="figures"
    )
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="figures"
    )
    part_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts",
        help_text=_("The whole this is a part of (“of which women”). Parts may overlap."),
    )  # fmt: skip
    compared_with = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="comparisons"
    )
    comparison_as_printed = models.CharField(_("comparison as printed"), max_length=200, blank=True)
    unit_disputed = models.BooleanField(_("unit disputed"), default=False)
    note = models.TextField(_("note"), blank=True, help_text=_("Public."))
    history = HistoricalRecords()

    objects = FigureQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["statement_id", "id"]
        constraints = [
            *publication_constraints(),
            models.CheckConstraint(
                condition=Q(speaker__isnull=True) ^ Q(organisation__isnull=True),
                name="statements_figure_one_claimant",
                violation_error_message=_("Name a speaker or an organisation, not both."),
            ),
            models.CheckConstraint(
                condition=Q(statement__isnull=False) | Q(source__isnull=False),
                name="statements_figure_has_evidence",
                violation_error_message=_("A figure needs a statement or a source."),
            ),
            models.CheckConstraint(
                condition=Q(period_start__isnull=True)
                | Q(period_end__isnull=True)
                | Q(period_start__lte=F("period_end")),
                name="statements_figure_period_ordered",
                violation_error_message=_("The period cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(unit_disputed=False) | ~Q(note=""),
                name="statements_figure_dispute_explained",
                violation_error_message=_("Say in the note why the unit is disputed."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value_as_printed} ({self.indicator})"

    @property
    def claimant(self) -> Speaker | Organisation | None:
        return self.speaker or self.organisation

    def clean(self) -> None:
        super().clean()
        for name in ("part_of", "compared_with"):
            if self.pk and getattr(self, f"{name}_id") == self.pk:
                raise ValidationError({name: _("A figure cannot refer to itself.")})


class FigureNoteQuerySet(PublishableQuerySet["FigureNote"]):
    def published(self) -> Self:
        """Published, on a figure that the public sees."""
        return super().published().filter(figure__in=Figure.objects.published())


class FigureNote(Publishable):
    """What an editor tells readers about a figure that a check found odd."""

    class Rule(models.TextChoices):
        RATIO = "ratio", _("The stated change is not the computed one")
        PART = "part", _("A part is larger than its whole")
        OVERLAP = "overlap", _("Parts overlap and cannot be summed")
        COURT = "court", _("More cases taken to court than recorded")
        PERIOD = "period", _("The period ends after the statement")

    figure = models.ForeignKey(Figure, models.CASCADE, related_name="notes")
    rule = models.CharField(_("check"), max_length=8, choices=Rule)
    note = models.TextField(_("note"), help_text=_("Public, once it is published."))
    history = HistoricalRecords()

    objects = FigureNoteQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["figure_id", "rule"]
        constraints = [
            *publication_constraints(),
            models.UniqueConstraint(
                fields=["figure", "rule"],
                name="statements_figure_note_once_a_check",
                violation_error_message=_("This figure has a note on that check."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure}: {self.get_rule_display()}"
