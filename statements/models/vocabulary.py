"""The axes a statement is described by. Kept apart, because one speech does several at once."""

from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sources.history import HistoricalRecords
from sources.publication import Publishable, PublishableQuerySet, publication_constraints


class Topic(Publishable):
    """What a statement is about."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    name_local = models.CharField(_("name in the local language"), max_length=100, blank=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    description = models.TextField(_("description"), blank=True)
    history = HistoricalRecords()

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["name"]
        constraints = publication_constraints()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic_detail", args=[self.slug])


class Function(models.Model):
    """What a statement does: commit, claim, rebut. Defined in words on the method page."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    label = models.CharField(_("label"), max_length=80)
    definition = models.TextField(_("definition"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "label"]

    def __str__(self) -> str:
        return self.label


class Stance(models.Model):
    """A point on the scale of answers to a placement.

    A stance without an order is shown but never compared with others.
    """

    class Side(models.TextChoices):
        FOR = "for", _("For the placement")
        AGAINST = "against", _("Against the placement")

    code = models.SlugField(_("code"), max_length=40, unique=True)
    label = models.CharField(_("label"), max_length=80)
    definition = models.TextField(_("definition"))
    order = models.PositiveSmallIntegerField(_("order"), null=True, blank=True, unique=True)
    side = models.CharField(
        _("side"), max_length=7, choices=Side, blank=True,
        help_text=_("Going over to the other side counts as reversed."),
    )  # fmt: skip
    history = HistoricalRecords()

    class Meta:
        ordering = [F("order").asc(nulls_last=True), "label"]

    def __str__(self) -> str:
        return self.label


class Page(models.Model):
    """A text of the site itself, such as what stands on /about/."""

    slug = models.SlugField(_("slug"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(_("text"), help_text=_("Plain text; a blank line parts paragraphs."))
    history = HistoricalRecords()

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title
