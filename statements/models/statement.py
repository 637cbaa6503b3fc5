"""What was said, once; when, where and by whom; and the sources it stands in."""

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from sources.dates import PartialDate, PartialDateField, partial_date_constraints, weekday_matches
from sources.history import HistoricalRecords
from sources.publication import (
    Publishable,
    PublishableQuerySet,
    Status,
    publication_constraints,
)
from sources.vocabulary import DateBasis, validate_language
from statements.models.citation import Citation
from statements.models.event import Event
from statements.models.people import Organisation, Role, Speaker
from statements.models.vocabulary import Function, Topic

MAX_TEXT = 20_000  # characters; longer texts would outgrow PostgreSQL's word positions


class StatementQuerySet(PublishableQuerySet["Statement"]):
    NEWEST = ("-said_on_latest", "-said_on_earliest", "-id")
    OLDEST = ("said_on_latest", "said_on_earliest", "id")
    NAMED = ("speaker", "organisation", "role", "event")
    SHOWN = (
        "text", "summary", "language", "kind", "venue", "role_as_printed", "date_basis",
        "said_on", "said_on_earliest", "said_on_latest", "speaker__name", "speaker__slug",
        "organisation__name", "organisation__slug", "role__title",
        "event__name", "event__city", "event__status",
    )  # fmt: skip

    def by(self, claimant: Speaker | Organisation) -> Self:
        name = "speaker" if isinstance(claimant, Speaker) else "organisation"
        return self.filter(**{name: claimant})

    def newest_first(self) -> Self:
        return self.order_by(*self.NEWEST)

    def oldest_first(self) -> Self:
        return self.order_by(*self.OLDEST)

    def since(self, day: PartialDate) -> Self:
        """Said within or after `day`; a statement dated to a month counts if any day of it fits."""
        return self.filter(said_on_latest__gte=day.earliest)

    def until(self, day: PartialDate) -> Self:
        return self.filter(said_on_earliest__lte=day.latest)

    def for_rows(self) -> Self:
        """With no more of each than who spoke, when and where, and the words."""
        return self.select_related(*self.NAMED).only(*self.SHOWN)

    def for_timeline(self) -> Self:
        """With all that a list tells of each, in a constant number of queries."""
        return self._cited(Citation.objects.published().select_related("source__outlet"))

    def _cited(self, citations: models.QuerySet[Citation]) -> Self:
        return self.select_related(*self.NAMED, "role__organisation").prefetch_related(
            models.Prefetch("topics", Topic.objects.published()),
            models.Prefetch("citations", citations),
        )


class Statement(Publishable):
    class Kind(models.TextChoices):
        QUOTATION = "quotation", _("Quotation")
        REPORTED = "reported", _("Reported speech")
        PARAPHRASE = "paraphrase", _("Paraphrase")
        WRITTEN = "written", _("Written statement")

    class Acknowledges(models.TextChoices):
        YES = "yes", _("Yes")
        PARTLY = "partly", _("Partly")
        NO = "no", _("No")

    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    role = models.ForeignKey(
        Role, models.PROTECT, null=True, blank=True, related_name="statements",
        help_text=_("The office held that day."),
    )  # fmt: skip
    role_as_printed = models.CharField(_("role as printed"), max_length=300, blank=True)
    attributed_as = models.CharField(
        _("attributed as"), max_length=200, blank=True, help_text=_("The name as printed.")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.QUOTATION)
    text = models.TextField(
        _("words as printed"), max_length=MAX_TEXT, blank=True,
        help_text=_("The quoted words, without the quotation marks. Empty when only reported."),
    )  # fmt: skip
    language = models.CharField(
        _("language"), max_length=12, default="en", validators=[validate_language]
    )
    original_text = models.TextField(
        _("original words"), max_length=MAX_TEXT, blank=True,
        help_text=_("Where the printed words are a translation."),
    )  # fmt: skip
    original_language = models.CharField(
        _("original language"), max_length=12, blank=True, validators=[validate_language]
    )
    summary = models.TextField(
        _("summary"), max_length=2_000, blank=True, help_text=_("In your own words.")
    )
    context = models.TextField(_("context"), max_length=MAX_TEXT, blank=True)
    said_on = PartialDateField(_("said on"), null=True, blank=True)
    date_basis = models.CharField(
        _("basis of the date"), max_length=12, choices=DateBasis, default=DateBasis.STATED
    )
    date_note = models.CharField(_("note on the date"), max_length=300, blank=True)
    weekday_as_printed = models.CharField(
        _("weekday as printed"), max_length=20, blank=True,
        help_text=_("Checked against the date, such as “Thursday”."),
    )  # fmt: skip
    event = models.ForeignKey(
        Event, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    venue = models.CharField(
        _("venue"), max_length=200, blank=True, help_text=_("Where there is no event.")
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="statements")
    functions = models.ManyToManyField(Function, blank=True, related_name="statements")
    acknowledges_problem = models.CharField(
        _("acknowledges the problem"), max_length=8, choices=Acknowledges, blank=True,
        help_text=_("Empty: not addressed."),
    )  # fmt: skip
    notes = models.TextField(_("internal notes"), blank=True, help_text=_("Never public."))
    version = models.PositiveIntegerField(default=1, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False,
        related_name="+",
    )  # fmt: skip
    review_note = models.TextField(_("note of the reviewer"), blank=True, editable=False)
    override_reason = models.TextField(
        _("reason for publishing it unverified"), blank=True, editable=False
    )
    overridden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False,
        related_name="+",
    )  # fmt: skip
    withdrawn_reason = models.TextField(_("reason of withdrawal"), blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    history = HistoricalRecords(m2m_fields=[topics, functions])

    objects = StatementQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = StatementQuerySet.NEWEST
        indexes = [
            models.Index(
                F("said_on_latest").desc(), F("said_on_earliest").desc(), F("id").desc(),
                name="statement_newest", condition=Q(status=Status.PUBLISHED),
            ),
            models.Index(
                F("speaker"), F("said_on_latest").desc(), F("said_on_earliest").desc(),
                F("id").desc(),
                name="statement_speaker_newest", condition=Q(status=Status.PUBLISHED),
            ),
        ]  # fmt: skip
        default_permissions = (*Publishable.Meta.default_permissions, "submit")
        constraints = [
            *publication_constraints(),
            *partial_date_constraints("said_on"),
            models.CheckConstraint(
                condition=Q(speaker__isnull=True) ^ Q(organisation__isnull=True),
                name="statements_statement_one_claimant",
                violation_error_message=_("Name a speaker or an organisation, not both."),
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED) | Q(said_on__isnull=False),
                name="statements_statement_published_has_date",
                violation_error_message=_("A published statement needs a date."),
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED) | ~Q(text="") | ~Q(summary=""),
                name="statements_statement_published_has_words",
                violation_error_message=_("A published statement needs its words or a summary."),
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.WITHDRAWN) | ~Q(withdrawn_reason=""),
                name="statements_statement_withdrawn_has_reason",
                violation_error_message=_("A withdrawal needs a reason."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="quotation") | ~Q(text=""),
                name="statements_statement_quotation_has_words",
                violation_error_message=_("A quotation needs the words as printed."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claimant}: {Truncator(self.words).words(12)}"

    @property
    def claimant(self) -> Speaker | Organisation | None:
        return self.speaker or self.organisation

    @property
    def words(self) -> str:
        """The words as printed, else the summary."""
        return self.text or self.summary

    @property
    def quoted(self) -> str:
        """The words as printed, without the comma or blank that led on to "she said"."""
        return self.text.strip().removesuffix(",").rstrip()

    @property
    def slug(self) -> str:
        return f"{self.claimant.slug}-{self.said_on}" if self.claimant else "statement"

    def get_absolute_url(self) -> str:
        return reverse("statement_detail", args=[self.pk, self.slug])

    def public_citations(self) -> list[Citation]:
        """Those of public sources; without a query where they were loaded."""
        if "citations" not in getattr(self, "_prefetched_objects_cache", ()):
            models.prefetch_related_objects(
                [self], models.Prefetch("citations", Citation.objects.for_page())
            )
        return [one for one in self.citations.all() if one.source.is_published]

    def others_at_event(self) -> StatementQuerySet:
        """The other published statements of the same event, the oldest first."""
        if self.event is None:
            return Statement.objects.none()
        others = Statement.objects.published().filter(event=self.event).exclude(pk=self.pk)
        return others.oldest_first()

    def clean(self) -> None:
        super().clean()
        errors = {**self._role_errors(), **self._date_errors()}
        if self.kind == self.Kind.QUOTATION and not self.text:
            errors["text"] = _("A quotation needs the words as printed.")
        if errors:
            raise ValidationError(errors)

    def _role_errors(self) -> dict[str, Any]:
        role = self.role
        if role is None:
            return {}
        if role.speaker_id != self.speaker_id:
            return {"role": _("This office is of another speaker.")}
        if self.said_on and role.ruled_out_on(self.said_on):
            return {"role": _("This office was not held on that date.")}
        return {}

    def _date_errors(self) -> dict[str, Any]:
        if not (self.said_on and self.weekday_as_printed):
            return {}
        try:
            matches = weekday_matches(self.said_on, self.weekday_as_printed)
        except ValueError as error:
            return {"weekday_as_printed": str(error)}
        if matches is False:
            return {"said_on": _("This date is not a %s.") % self.weekday_as_printed}
        return {}
