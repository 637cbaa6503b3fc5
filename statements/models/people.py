"""Who speaks: organisations, speakers, their names and the offices they held."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sources.dates import PartialDate, PartialDateField, partial_date_constraints
from sources.history import HistoricalRecords
from sources.links import LinkField
from sources.models import Country
from sources.publication import Publishable, PublishableQuerySet, publication_constraints
from sources.vocabulary import Confidence, validate_language
from statements.search.analyser import tokens

validate_wikidata = RegexValidator(
    r"^Q[1-9][0-9]*\Z", _("A Wikidata identifier looks like Q57788.")
)


class Organisation(Publishable):
    class Kind(models.TextChoices):
        MINISTRY = "ministry", _("Ministry")
        COMMITTEE = "committee", _("Committee")
        AGENCY = "agency", _("Agency")
        PARTY = "party", _("Party")
        GOVERNMENT = "government", _("Government")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=200, unique=True)
    name_local = models.CharField(_("name in the local language"), max_length=200, blank=True)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    other_names = models.TextField(
        _("other names"), blank=True, help_text=_("One a line; found by the search.")
    )
    slug = models.SlugField(_("slug"), max_length=200, unique=True)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    home_page = LinkField(_("home page"), blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("Public."))
    wikidata_id = models.CharField(
        _("Wikidata"), max_length=20, null=True, blank=True, unique=True,
        validators=[validate_wikidata],
    )  # fmt: skip
    history = HistoricalRecords()

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["name"]
        constraints = publication_constraints()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisation_detail", args=[self.slug])


class Speaker(Publishable):
    class Gender(models.TextChoices):
        FEMALE = "f", _("female")
        MALE = "m", _("male")
        OTHER = "x", _("other")

    name = models.CharField(_("name"), max_length=200)
    name_local = models.CharField(_("name in the local language"), max_length=200, blank=True)
    sort_name = models.CharField(
        _("sort name"), max_length=200, blank=True,
        help_text=_("Family name first. Empty: as the name is printed."),
    )  # fmt: skip
    slug = models.SlugField(_("slug"), max_length=200, unique=True)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)
    gender = models.CharField(_("gender"), max_length=1, choices=Gender, blank=True)
    born_on = PartialDateField(_("born on"), null=True, blank=True)
    bio = models.TextField(_("about"), blank=True, help_text=_("Public, in your own words."))
    wikidata_id = models.CharField(
        _("Wikidata"), max_length=20, null=True, blank=True, unique=True,
        validators=[validate_wikidata],
    )  # fmt: skip
    confidence = models.CharField(
        _("confidence"), max_length=10, choices=Confidence, default=Confidence.HIGH
    )
    notes = models.TextField(_("internal notes"), blank=True, help_text=_("Never public."))
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    history = HistoricalRecords()

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["sort_name", "id"]
        constraints = [*publication_constraints(), *partial_date_constraints("born_on")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_name = self.sort_name or self.name
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("speaker_detail", args=[self.slug])


class Alias(models.Model):
    """A printed form of a speaker's name. Ambiguity is data: two people may share one."""

    class Kind(models.TextChoices):
        FULL = "full", _("Full name")
        SHORT = "short", _("Short form")
        HONORIFIC = "honorific", _("Honorific")
        TRANSLITERATION = "transliteration", _("Other spelling")
        LOCAL = "local", _("Local script")
        ROLE = "role", _("Role phrase")

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="aliases")
    text = models.CharField(_("as printed"), max_length=200)
    folded = models.TextField(editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    language = models.CharField(
        _("language"), max_length=12, default="en", validators=[validate_language]
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    auto_match = models.BooleanField(
        _("matches by itself"), default=False,
        help_text=_("Off where the form is used for several people, such as “Samdech”."),
    )  # fmt: skip
    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = _("aliases")
        ordering = ["kind", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["speaker", "text"],
                name="statements_alias_once_per_speaker",
                violation_error_message=_("This speaker has that alias already."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lte=F("valid_to")),
                name="statements_alias_validity_ordered",
                violation_error_message=_("“Valid from” cannot be after “valid to”."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = " ".join(tokens(self.text))
        super().save(*args, **kwargs)


class Role(models.Model):
    """An office held by a speaker.

    `start` and `end` are known limits; `first_cited` and `last_cited` are the earliest and latest
    day a source was seen to name the office, used where the limits are unknown.
    """

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="roles")
    title = models.CharField(_("title"), max_length=200)
    title_local = models.CharField(_("title in the local language"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="roles"
    )
    start = PartialDateField(_("start"), null=True, blank=True)
    end = PartialDateField(_("end"), null=True, blank=True)
    first_cited = PartialDateField(_("first cited"), null=True, blank=True)
    last_cited = PartialDateField(_("last cited"), null=True, blank=True)
    acting = models.BooleanField(_("acting"), default=False)
    confidence = models.CharField(
        _("confidence"), max_length=10, choices=Confidence, default=Confidence.HIGH
    )
    source_note = models.CharField(_("where this is known from"), max_length=300, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = [
            F("start_earliest").desc(nulls_last=True),
            F("first_cited_earliest").desc(nulls_last=True),
            "id",
        ]
        constraints = [
            *partial_date_constraints("start", "end", "first_cited", "last_cited"),
            models.CheckConstraint(
                condition=Q(start__isnull=True)
                | Q(end__isnull=True)
                | Q(start_earliest__lte=F("end_latest")),
                name="statements_role_start_before_end",
                violation_error_message=_("An office cannot end before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.speaker})"

    def clean(self) -> None:
        super().clean()
        if self.start and self.end and self.start.earliest > self.end.latest:
            raise ValidationError({"end": _("An office cannot end before it starts.")})

    def ruled_out_on(self, day: PartialDate) -> bool:
        """Whether the known limits exclude that the office was held at any time within `day`."""
        before = self.start is not None and day.latest < self.start.earliest
        after = self.end is not None and day.earliest > self.end.latest
        return before or after

    def known_on(self, day: datetime.date) -> bool:
        """Whether limits or citations show the office held on `day`."""
        since = self.start or self.first_cited
        until = self.end or (None if self.start else self.last_cited)
        return (
            since is not None and since.earliest <= day and (until is None or day <= until.latest)
        )
