"""The rows of a statement's form: where it stands, what it says to a ranking, its numbers."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sources.admin.base import RecordForm, RecordFormSet, RecordInline, may_change
from sources.admin.lists import RecordSelect
from sources.vocabulary import DateBasis
from statements.admin.passages import in_short, with_a_word
from statements.models import Citation, Evidence, Figure, Placement, Position, Statement


class CitationFormSet(RecordFormSet):
    def clean(self) -> None:
        super().clean()
        kept = [
            form
            for form in self.forms
            if not self.is_marked(form) and (form.instance.pk or form.has_changed())
        ]
        if self.instance.is_published and not kept:
            raise ValidationError(_("A published statement keeps at least one citation."))


class CitationRowForm(RecordForm):
    def clean_excerpt(self) -> str:
        return with_a_word(self.cleaned_data["excerpt"])


class CitationInline(RecordInline, admin.StackedInline):
    model = Citation
    form = CitationRowForm
    formset = CitationFormSet
    fields = [("source", "capture"), "excerpt", ("locator", "is_primary"), "checked"]
    readonly_fields = ["checked"]
    verbose_name_plural = _("citations: the sources it stands in")

    @admin.display(description=_("verification"))
    def checked(self, obj: Citation | None) -> str:
        return in_short(obj)

    def get_extra(self, request: Any, obj: Statement | None = None, **kwargs: Any) -> int:
        return 1 if obj is None else 0


def _found(model: Any, name: str) -> forms.ModelChoiceField:
    """A choice by typing that may stay empty, for the model field of this name."""
    field = model._meta.get_field(name)
    return forms.ModelChoiceField(
        field.related_model._default_manager.all(),
        required=False,
        label=field.verbose_name.capitalize(),
        widget=RecordSelect(field, admin.site),
    )


class EvidenceForm(RecordForm):
    """Rests an existing position on the statement, or makes a new one of what is entered.

    The new position is the statement's claimant's, as of the statement's date.
    """

    placement = _found(Position, "placement")
    stance = _found(Position, "stance")
    target = forms.ChoiceField(
        label=_("Target"),
        choices=DateBasis.choices[:2],
        initial=DateBasis.STATED,
        required=False,
        help_text=_("Whether the words name this ranking, or the editors infer that it is meant."),
    )
    grounds = forms.CharField(label=_("Grounds given"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["position"].required = False
        self.fields["placement"].queryset = Placement.objects.select_related(  # type: ignore[attr-defined]
            "edition__ranking", "country", "level"
        )

    def clean(self) -> dict[str, Any] | None:
        super().clean()
        made = self.cleaned_data.get("placement"), self.cleaned_data.get("stance")
        position = self.cleaned_data.get("position")
        if self.errors:
            pass
        elif position and any(made):
            self.add_error("position", _("Pick a position or describe a new one, not both."))
        elif position:
            self._check_claimant(position)
        elif all(made):
            self._describe()
        else:
            self.add_error("position", _("Pick a position, or give a placement and a stance."))
        return self.cleaned_data

    def _check_claimant(self, position: Position) -> None:
        statement: Statement = self.cleaned_data["statement"]
        theirs = (position.speaker_id, position.organisation_id)
        if theirs != (statement.speaker_id, statement.organisation_id):
            self.add_error("position", _("This is the position of somebody else."))

    def _describe(self) -> None:
        """Prepares the new position. Its claimant and date are checked with the statement's."""
        statement: Statement = self.cleaned_data["statement"]
        if not statement.said_on:
            self.add_error("placement", _("A position needs the date of the statement."))
            return
        self.described = Position(
            speaker_id=statement.speaker_id,
            organisation_id=statement.organisation_id,
            placement=self.cleaned_data["placement"],
            stance=self.cleaned_data["stance"],
            target=self.cleaned_data["target"] or DateBasis.STATED,
            grounds=self.cleaned_data["grounds"],
            as_of=statement.said_on,
        )

    def save(self, commit: bool = True) -> Evidence:
        described = getattr(self, "described", None)
        if described is not None:
            described.save()
            self.instance.position = described
        return super().save(commit)


class EvidenceInline(RecordInline, admin.StackedInline):
    model = Evidence
    form = EvidenceForm
    fields = [("position", "weight"), ("placement", "stance"), ("target", "grounds")]
    verbose_name = _("position")
    verbose_name_plural = _("positions: what it says to a placement in a ranking")

    def get_fields(self, request: Any, obj: Statement | None = None) -> Any:
        """Who only reads needs no boxes for a new position."""
        reads = obj is not None and not may_change(request.user, obj)
        return self.fields[:1] if reads else self.fields


class FigureRowForm(RecordForm):
    """A figure of the statement; whose it is need only be said where it is somebody else's."""

    def clean(self) -> dict[str, Any] | None:
        super().clean()
        statement: Statement | None = self.cleaned_data.get("statement")
        if statement and not (
            self.cleaned_data.get("speaker") or self.cleaned_data.get("organisation")
        ):
            self.cleaned_data["speaker"] = statement.speaker
            self.cleaned_data["organisation"] = statement.organisation
        return self.cleaned_data


class FigureInline(RecordInline, admin.StackedInline):
    model = Figure
    form = FigureRowForm
    fields = [
        ("indicator", "place"),
        ("value", "value_as_printed", "qualifier"),
        ("period_start", "period_end", "period_basis"),
        ("speaker", "organisation", "source"),
        ("part_of", "compared_with", "comparison_as_printed"),
        ("unit_disputed", "note"),
    ]
    verbose_name_plural = _("figures: the numbers in it (without a claimant: the statement’s own)")
