"""Occasions on which something was said: where two outlets and two speakers meet."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from sources.dates import PartialDateField, partial_date_constraints
from sources.history import HistoricalRecords
from sources.models import Country
from sources.publication import Publishable, PublishableQuerySet, publication_constraints
from statements.models.people import Organisation


class Event(Publishable):
    """Where two outlets and two speakers meet."""

    class Kind(models.TextChoices):
        PRESS_CONFERENCE = "press-conference", _("Press conference")
        SPEECH = "speech", _("Speech")
        CEREMONY = "ceremony", _("Ceremony")
        MEETING = "meeting", _("Meeting")
        INTERVIEW = "interview", _("Interview")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=300)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)
    held_on = PartialDateField(_("held on"), null=True, blank=True)
    organiser = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("Public."))
    history = HistoricalRecords()

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = [F("held_on_latest").desc(nulls_last=True), "name"]
        constraints = [*publication_constraints(), *partial_date_constraints("held_on")]

    def __str__(self) -> str:
        return f"{self.name}, {self.held_on.words()}" if self.held_on else self.name
