"""What was published, where, and in which exact words. Knows no statement."""

import hashlib
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from sources.dates import PartialDateField, partial_date_constraints
from sources.history import HistoricalRecords
from sources.links import LinkField, canonical_url
from sources.publication import Publishable, PublishableQuerySet, publication_constraints
from sources.vocabulary import validate_language


class Country(models.Model):
    iso2 = models.CharField(
        _("ISO code"),
        max_length=2,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{2}\Z", _("Two capital letters, such as KH."))],
    )
    name = models.CharField(_("name"), max_length=100, unique=True)
    name_local = models.CharField(_("name in the local language"), max_length=100, blank=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = _("countries")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Outlet(Publishable):
    class Ownership(models.TextChoices):
        STATE = "state", _("State")
        PARTY = "party", _("Party-affiliated")
        PRIVATE = "private", _("Private")
        INDEPENDENT = "independent", _("Independent")
        FOREIGN_GOVERNMENT = "foreign-government", _("Foreign government")
        NGO = "ngo", _("Non-governmental organisation")
        UNKNOWN = "unknown", _("Unknown")

    name = models.CharField(_("name"), max_length=200, unique=True)
    slug = models.SlugField(_("slug"), max_length=200, unique=True)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)
    languages = models.CharField(
        _("languages"), max_length=60, blank=True, help_text=_("Codes, parted by blanks: en km")
    )
    ownership = models.CharField(
        _("ownership"), max_length=20, choices=Ownership, default=Ownership.UNKNOWN
    )
    home_page = LinkField(_("home page"), blank=True)
    state = models.CharField(
        _("state"), max_length=300, blank=True, help_text=_("Online, closed, blocked, since when.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Public."))
    history = HistoricalRecords()

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["name"]
        constraints = publication_constraints()

    def __str__(self) -> str:
        return self.name


class SourceQuerySet(PublishableQuerySet["Source"]):
    NEWEST = (F("published_on_latest").desc(nulls_last=True), "-id")

    def newest_first(self) -> Self:
        """By the day of publication; sources without one stand last."""
        return self.order_by(*self.NEWEST)


class Source(Publishable):
    class Kind(models.TextChoices):
        ARTICLE = "article", _("Article")
        REPORT = "report", _("Report")
        TRANSCRIPT = "transcript", _("Transcript")
        VIDEO = "video", _("Video")
        SOCIAL = "social", _("Social media post")
        PRESS_RELEASE = "press-release", _("Press release")

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="sources")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.ARTICLE)
    title = models.CharField(
        _("title"), max_length=300, blank=True, help_text=_("As printed; empty if not known.")
    )
    authors = models.CharField(_("authors"), max_length=300, blank=True)
    url = LinkField(_("web address"), blank=True)
    canonical_url = models.CharField(  # noqa: DJ001  # NULL: many sources may have no address
        max_length=1000, null=True, editable=False, unique=True
    )
    language = models.CharField(
        _("language"), max_length=12, default="en", validators=[validate_language]
    )
    published_on = PartialDateField(_("published on"), null=True, blank=True)
    accessed_on = models.DateField(_("accessed on"), null=True, blank=True)
    archive_url = LinkField(_("archived copy"), blank=True)
    archived_on = models.DateField(_("archived on"), null=True, blank=True)
    cites = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="cited_in")
    notes = models.TextField(_("internal notes"), blank=True, help_text=_("Never public."))
    history = HistoricalRecords(m2m_fields=[cites])

    objects = SourceQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = list(SourceQuerySet.NEWEST)
        constraints = [
            *publication_constraints(),
            *partial_date_constraints("published_on"),
            models.CheckConstraint(
                condition=Q(archived_on__isnull=True) | ~Q(archive_url=""),
                name="sources_source_archive_date_needs_address",
                violation_error_message=_("An archive date needs the archive's address."),
            ),
        ]

    def __str__(self) -> str:
        parts = [self.title or self.url or _("Untitled"), self.outlet.name]
        if self.published_on:
            parts.append(self.published_on.words())
        return ", ".join(str(part) for part in parts)

    @property
    def slug(self) -> str:
        return slugify(self.title)[:80].strip("-") or self.outlet.slug

    def clean(self) -> None:
        super().clean()
        same = self.with_same_address()
        if same:
            raise ValidationError(
                {
                    "url": _("This address is recorded already, as source %(id)s: “%(source)s”.")
                    % {"id": same.pk, "source": same}
                }
            )

    def with_same_address(self) -> "Source | None":
        """Another source whose address leads to the same page, if there is one."""
        if not self.url:
            return None
        try:
            same = Source.objects.filter(canonical_url=canonical_url(self.url))
        except ValueError:  # not an address at all: the field itself says so
            return None
        return same.exclude(pk=self.pk).first()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.canonical_url = canonical_url(self.url) if self.url else None
        super().save(*args, **kwargs)


class Capture(models.Model):
    """The words of a source as they stood when taken. A new text is a new capture."""

    class Extent(models.TextChoices):
        FULL = "full", _("Full text")
        EXCERPTS = "excerpts", _("Excerpts")

    class Method(models.TextChoices):
        PASTED = "pasted", _("Pasted")
        UPLOADED = "uploaded", _("Uploaded")
        FETCHED = "fetched", _("Fetched")

    source = models.ForeignKey(Source, models.CASCADE, related_name="captures")
    captured_at = models.DateTimeField(_("captured at"))
    extent = models.CharField(_("extent"), max_length=10, choices=Extent, default=Extent.FULL)
    method = models.CharField(_("method"), max_length=10, choices=Method, default=Method.PASTED)
    text = models.TextField(_("text"), max_length=1_000_000)
    body_start = models.PositiveIntegerField(_("body starts at"), default=0)
    body_end = models.PositiveIntegerField(_("body ends at"), null=True, blank=True)
    sha256 = models.CharField(max_length=64, editable=False)
    history = HistoricalRecords(excluded_fields=["text"])

    class Meta:
        ordering = ["-captured_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(body_end__isnull=True) | Q(body_end__gte=F("body_start")),
                name="sources_capture_body_ordered",
                violation_error_message=_("The body cannot end before it starts."),
            ),
            models.UniqueConstraint(
                fields=["source", "sha256"],
                name="sources_capture_once_per_text",
                violation_error_message=_("This source has a capture of the very same text."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_extent_display()}, {self.captured_at:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError where it would change what was captured.

        `QuerySet.update()` passes this by; nothing in the code calls it for captures.
        """
        self.sha256 = self.digest(self.text)
        if not self._state.adding and self._changes_what_was_captured():
            raise ValidationError(_("What was captured never changes. Make a new capture instead."))
        super().save(*args, **kwargs)

    def _changes_what_was_captured(self) -> bool:
        own = (self.sha256, self.source_id, self.captured_at, self.method)
        kept = type(self)._base_manager.filter(pk=self.pk)
        return own not in kept.values_list("sha256", "source_id", "captured_at", "method")

    @staticmethod
    def digest(text: str) -> str:
        """The SHA-256 of a text in UTF-8, in hexadecimal."""
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def body_stop(self) -> int:
        """Where the body ends, as an offset into the text."""
        return len(self.text) if self.body_end is None else self.body_end
