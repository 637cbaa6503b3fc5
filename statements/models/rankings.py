"""Rankings of countries, and where speakers stand on them."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sources.dates import PartialDateField, partial_date_constraints
from sources.history import HistoricalRecords
from sources.models import Country, Source
from sources.publication import (
    Publishable,
    PublishableQuerySet,
    Status,
    publication_constraints,
)
from sources.vocabulary import Confidence, DateBasis
from statements.models.people import Organisation, Speaker
from statements.models.vocabulary import Stance


class Ranking(Publishable):
    name = models.CharField(_("name"), max_length=200, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    publisher = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)
    description = models.TextField(_("description"), blank=True)
    history = HistoricalRecords()

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["name"]
        constraints = publication_constraints()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("ranking_detail", args=[self.slug])


class Level(models.Model):
    """A rung of a ranking. A level without order, such as a special case, stands apart."""

    ranking = models.ForeignKey(Ranking, models.CASCADE, related_name="levels")
    code = models.CharField(_("code"), max_length=20)
    label = models.CharField(_("label"), max_length=100)
    order = models.PositiveSmallIntegerField(
        _("order"), null=True, blank=True, help_text=_("1 is the best. Empty: stands apart.")
    )
    definition = models.TextField(_("definition"), blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["ranking", F("order").asc(nulls_last=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["ranking", "code"],
                name="statements_level_code_once",
                violation_error_message=_("This ranking has a level with that code."),
            ),
            models.UniqueConstraint(
                fields=["ranking", "order"],
                name="statements_level_order_once",
                violation_error_message=_("This ranking has a level at that place."),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Edition(models.Model):
    ranking = models.ForeignKey(Ranking, models.CASCADE, related_name="editions")
    year = models.PositiveSmallIntegerField(_("year"))
    released_on = PartialDateField(_("released on"), null=True, blank=True)
    confidence = models.CharField(
        _("confidence in the date"), max_length=10, choices=Confidence, default=Confidence.HIGH
    )
    evidence = models.TextField(_("where the date is known from"), blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["-year"]
        constraints = [
            *partial_date_constraints("released_on"),
            models.UniqueConstraint(
                fields=["ranking", "year"],
                name="statements_edition_once_a_year",
                violation_error_message=_("This ranking has an edition of that year."),
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1000, year__lte=9999),
                name="statements_edition_year_has_four_digits",
                violation_error_message=_("A year has four digits."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ranking} {self.year}"


class Placement(Publishable):
    """The level that an edition gives a country."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="placements")
    country = models.ForeignKey(Country, models.PROTECT, related_name="placements")
    level = models.ForeignKey(Level, models.PROTECT, related_name="placements")
    note = models.TextField(_("note"), blank=True, help_text=_("Public."))
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True)
    evidence = models.TextField(
        _("where this is known from"), blank=True, help_text=_("One piece of evidence a line.")
    )
    confidence = models.CharField(
        _("confidence"), max_length=10, choices=Confidence, default=Confidence.HIGH
    )
    history = HistoricalRecords()

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["-edition__year", "country__name"]
        constraints = [
            *publication_constraints(),
            models.UniqueConstraint(
                fields=["edition", "country"],
                name="statements_placement_once_per_edition_and_country",
                violation_error_message=_("This edition places that country already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}, {self.edition}: {self.level}"

    def clean(self) -> None:
        super().clean()
        if self.edition_id and self.level_id and self.edition.ranking_id != self.level.ranking_id:
            raise ValidationError({"level": _("This level belongs to another ranking.")})


class PositionQuerySet(PublishableQuerySet["Position"]):
    SHOWN = (
        "published_at", "as_of", "as_of_earliest", "as_of_latest", "target", "grounds",
        "rationale", "confidence", "supersedes", "speaker__name", "speaker__slug",
        "organisation__name", "organisation__slug", "stance__code", "stance__label",
        "stance__order", "stance__side", "placement",
    )  # fmt: skip
    PLACED = (
        "level__code", "level__label", "country__name", "country__slug", "country__iso2",
        "edition__year", "edition__ranking__name", "edition__ranking__slug",
    )  # fmt: skip

    def published(self) -> Self:
        """Published, on a published placement, and resting on a published statement."""
        evidence = Evidence.objects.filter(
            position=OuterRef("pk"), statement__status=Status.PUBLISHED
        )
        shown = super().published().filter(placement__status=Status.PUBLISHED)
        return shown.filter(Exists(evidence))

    def for_list(self) -> Self:
        """With whose they are and on what, and no more of that than lists and data show."""
        placements = Placement.objects.select_related("level", "country", "edition__ranking").only(
            *self.PLACED
        )
        # In a query of their own: many positions are on few placements.
        return (
            self.select_related("speaker", "organisation", "stance")
            .only(*self.SHOWN)
            .prefetch_related(models.Prefetch("placement", placements))
        )


class Position(Publishable):
    """Where a claimant stands on a placement: an editor's judgement, with its evidence."""

    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="positions"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="positions"
    )
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="positions")
    target = models.CharField(
        _("target"), max_length=12, choices=DateBasis.choices[:2], default=DateBasis.STATED,
        help_text=_("Whether the words name this ranking, or the editors infer that it is meant."),
    )  # fmt: skip
    stance = models.ForeignKey(Stance, models.PROTECT, related_name="positions")
    grounds = models.CharField(_("grounds given"), max_length=300, blank=True)
    as_of = PartialDateField(_("as of"))
    rationale = models.TextField(
        _("rationale"), blank=True, help_text=_("Why this stance follows from the words. Public.")
    )
    confidence = models.CharField(
        _("confidence"), max_length=10, choices=Confidence, default=Confidence.HIGH
    )
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    evidence: "models.ManyToManyField[models.Model, Evidence]" = models.ManyToManyField(
        "statements.Statement", through="Evidence", related_name="positions"
    )
    history = HistoricalRecords()

    objects = PositionQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["-as_of_latest", "-id"]
        constraints = [
            *publication_constraints(),
            *partial_date_constraints("as_of"),
            models.CheckConstraint(
                condition=Q(speaker__isnull=True) ^ Q(organisation__isnull=True),
                name="statements_position_one_claimant",
                violation_error_message=_("Name a speaker or an organisation, not both."),
            ),
        ]
        indexes = [
            models.Index(
                F("as_of_latest").desc(), F("as_of_earliest").desc(), F("id").desc(),
                name="position_newest", condition=Q(status=Status.PUBLISHED),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.speaker or self.organisation}: {self.stance} ({self.placement})"


class Evidence(models.Model):
    """A statement on which a position rests."""

    class Weight(models.TextChoices):
        EXPLICIT = "explicit", _("Explicit")
        IMPLICIT = "implicit", _("Implicit")

    position = models.ForeignKey(Position, models.CASCADE, related_name="evidence_rows")
    statement = models.ForeignKey(
        "statements.Statement", models.PROTECT, related_name="evidence_rows"
    )
    weight = models.CharField(_("weight"), max_length=10, choices=Weight, default=Weight.EXPLICIT)
    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = _("evidence")
        constraints = [
            models.UniqueConstraint(
                fields=["position", "statement"],
                name="statements_evidence_once",
                violation_error_message=_("This statement is evidence of that position already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.position} ← {self.statement_id}"
