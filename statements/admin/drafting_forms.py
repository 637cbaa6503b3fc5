"""The form of a drafting page: a row for each proposal, filled in with what the article tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from sources.articles import Reading
from sources.dates import PartialDate, PartialDateFormField
from sources.vocabulary import DateBasis
from statements import figuring
from statements.admin.labels import chosen, labelled, speakers
from statements.attributions import office
from statements.drafting import Article, Entry, Found
from statements.models import (
    Event,
    Function,
    Indicator,
    Organisation,
    Proposal,
    Role,
    Speaker,
    Topic,
)
from statements.proposing import may_join

NO_OFFICE = "none"


class Choices:
    """What the rows of one article choose from, read once for all of them."""

    def __init__(self, article: Article, rows: Sequence[Found]) -> None:
        capture = article.capture
        self.body = capture.text[capture.body_start : capture.body_stop]
        self.claimants = labelled([*speakers(), *Organisation.objects.all()])
        self.events = labelled(Event.objects.all())
        self.topics = {str(one.pk): one for one in Topic.objects.all()}
        self.functions = {str(one.pk): one for one in Function.objects.all()}
        self.indicators = {str(one.pk): one for one in Indicator.objects.all()}
        self.roles: dict[int, list[Role]] = {}
        proposed = {one.proposal.speaker_id for one in rows} - {None}
        for role in Role.objects.filter(speaker__in=proposed).select_related("speaker"):
            self.roles.setdefault(role.speaker_id, []).append(role)
        self.joinable = may_join(rows, capture)
        near = Event.objects.filter(statements__citations__source=capture.source).distinct()
        self.held = list(near)

    @cached_property
    def labels(self) -> dict[Any, str]:
        both = [*self.claimants.items(), *self.events.items()]
        return {(type(one), one.pk): label for label, one in both}

    def label(self, record: models.Model | None) -> str:
        return self.labels.get((type(record), record.pk), "") if record else ""

    def office(self, speaker: Speaker | None, day: PartialDate | None) -> Role | None:
        """The office that the speaker is known to have held that day."""
        if speaker is None:
            return None
        if speaker.pk not in self.roles:
            self.roles[speaker.pk] = list(speaker.roles.all())
        return office(self.roles[speaker.pk], day, self.body)

    def event(self, day: PartialDate | None) -> Event | None:
        """The one event of that day at which something else of this source was said."""
        same = [one for one in self.held if day is not None and one.held_on == day]
        return same[0] if len(same) == 1 else None


@dataclass(frozen=True, slots=True)
class FigureChoice:
    """A figure of a row as printed, and the field by which its indicator is chosen."""

    printed: Any
    number: int
    field: forms.BoundField


class RowForm(forms.Form):
    """What an editor decides of one proposal. What is not ticked is not looked at."""

    ticked = forms.BooleanField(label=_("Draft this"), required=False)
    joined = forms.BooleanField(label=_("Join to the piece above"), required=False, initial=True)
    claimant = forms.CharField(
        label=_("Speaker or organisation"),
        max_length=300,
        widget=forms.TextInput(attrs={"list": "claimants", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("Office that day"), required=False)
    said_on = PartialDateFormField(label=_("Said on"), required=False)
    date_basis = forms.ChoiceField(label=_("Basis of the date"), choices=DateBasis.choices)
    event = forms.CharField(
        label=_("Event"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"list": "events", "autocomplete": "off"}),
    )
    summary = forms.CharField(
        label=_("Summary in your own words"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics"), required=False, widget=forms.CheckboxSelectMultiple
    )
    functions = forms.MultipleChoiceField(
        label=_("Functions"), required=False, widget=forms.CheckboxSelectMultiple
    )
    use_required_attribute = False

    def __init__(
        self, data: Any = None, *, found: Found, choices: Choices, reading: Reading
    ) -> None:
        super().__init__(data, prefix=found.proposal.key)
        self.found, self.choices, self.reading = found, choices, reading
        self.may_join = self.key in choices.joinable
        #: The rows that are joined to this one, and whether this one is joined to another.
        self.continued: list[RowForm] = []
        self.is_joined = False
        self.is_chosen = self.is_ticked
        self._offer()
        self._propose()

    @property
    def key(self) -> str:
        return self.found.proposal.key

    @property
    def is_quotation(self) -> bool:
        return self.found.proposal.kind == Proposal.Kind.QUOTATION

    @property
    def is_ticked(self) -> bool:
        return self.is_bound and bool(self.data.get(self.add_prefix("ticked")))

    @property
    def is_sent_joined(self) -> bool:
        sent = self.is_bound and self.may_join
        return sent and bool(self.data.get(self.add_prefix("joined")))

    def _offer(self) -> None:
        """Fills the lists."""
        fields: dict[str, Any] = self.fields
        if not self.may_join:
            del fields["joined"]
        for name in ("topics", "functions"):
            records = getattr(self.choices, name)
            fields[name].choices = [(key, str(one)) for key, one in records.items()]
        speaker, day = self.found.proposal.speaker, self.found.dating.said_on
        held = self.choices.office(speaker, day)
        known = _("As known that day: %s") % (held.title if held else "–")
        theirs = self.choices.roles.get(speaker.pk, []) if speaker else []
        fields["role"].choices = [("", known), (NO_OFFICE, _("No office"))]
        fields["role"].choices += [(str(role.pk), role.title) for role in theirs]
        counted = [(key, str(one)) for key, one in self.choices.indicators.items()]
        for number in self.found.figures:
            label = self.reading.figures[number].words
            self.fields[f"figure-{number}"] = forms.ChoiceField(
                label=label, choices=[("", _("Leave out")), *counted], required=False
            )

    def _propose(self) -> None:
        """Fills in what the article tells."""
        when = self.found.dating
        self.initial = {
            "joined": True,
            "claimant": self.choices.label(self.found.proposal.speaker),
            "said_on": when.said_on,
            "date_basis": when.basis,
            "event": self.choices.label(self.choices.event(when.said_on)),
        }
        for number in self.found.figures:
            likely = figuring.likely(self.reading.figures[number], self.choices.indicators.values())
            self.initial[f"figure-{number}"] = str(likely.pk) if likely else ""

    def figures(self) -> Iterator[FigureChoice]:
        for number in self.found.figures:
            yield FigureChoice(self.reading.figures[number], number, self[f"figure-{number}"])

    def full_clean(self) -> None:
        """Of a row that is joined to another only the figures count."""
        if not self.is_chosen and self.is_bound:
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        every = self.fields
        if self.is_joined:
            self.fields = {name: every[name] for name in every if name.startswith("figure-")}
        super().full_clean()
        self.fields = every

    def clean_claimant(self) -> Speaker | Organisation:
        claimant: Speaker | Organisation = chosen(
            self.choices.claimants, self.cleaned_data["claimant"]
        )
        return claimant

    def clean_event(self) -> Event | None:
        entered = self.cleaned_data["event"]
        return chosen(self.choices.events, entered) if entered else None

    def clean(self) -> dict[str, Any]:
        if not self.is_quotation and not self.cleaned_data.get("summary"):
            self.add_error("summary", _("Say in your own words what was said."))
        return self.cleaned_data

    def entry(self) -> Entry:
        """What was decided, once the form is valid."""
        given = self.cleaned_data
        return Entry(
            found=self.found,
            claimant=given["claimant"],
            said_on=given["said_on"],
            date_basis=given["date_basis"],
            role=self._role(),
            event=given["event"],
            summary=given["summary"],
            topics=[self.choices.topics[key] for key in given["topics"]],
            functions=[self.choices.functions[key] for key in given["functions"]],
            indicators=self._indicators()
            | {
                number: indicator
                for row in self.continued
                for number, indicator in row._indicators().items()
            },
            continued=[row.found for row in self.continued],
        )

    def _indicators(self) -> dict[int, Indicator]:
        chosen = {number: self.cleaned_data[f"figure-{number}"] for number in self.found.figures}
        return {number: self.choices.indicators[key] for number, key in chosen.items() if key}

    def _role(self) -> Role | None:
        claimant, key = self.cleaned_data["claimant"], self.cleaned_data["role"]
        if key == NO_OFFICE or not isinstance(claimant, Speaker):
            return None
        if not key:
            return self.choices.office(claimant, self.cleaned_data["said_on"])
        theirs = self.choices.roles.get(self.found.proposal.speaker_id or 0, [])
        return next((role for role in theirs if str(role.pk) == key), None)

    def refuse(self, reasons: dict[str, list[str]]) -> None:
        """Shows why the draft was refused, beside the field if there is one."""
        named = {"speaker": "claimant", "organisation": "claimant"}
        for name, messages in reasons.items():
            shown = named.get(name, name)
            self.add_error(shown if shown in self.fields else None, ValidationError(messages))


def rows(data: Any, *, shown: Sequence[Found], choices: Choices, reading: Reading) -> list[RowForm]:
    """A form for each proposal that is shown; those that were not sent are as proposed."""
    forms = [
        RowForm(
            data if data and f"{one.proposal.key}-date_basis" in data else None,
            found=one,
            choices=choices,
            reading=reading,
        )
        for one in shown
    ]
    for together in joined_rows(forms):
        first, *others = together
        first.continued = others
        # What is joined is one quotation: ticking a piece of it ticks it all.
        ticked = any(form.is_ticked for form in together)
        for form in together:
            form.is_chosen, form.is_joined = ticked, form is not first
    return forms


def joined_rows(forms: Sequence[RowForm]) -> list[list[RowForm]]:
    """Each row with those that were sent as joined to it, piece after piece."""
    rows_of: dict[str, list[RowForm]] = {}
    for form in forms:
        above = rows_of.get(form.found.continues or "", [])
        to_join = above and above[0].is_bound and form.is_sent_joined
        rows_of[form.key] = above if to_join else []
        rows_of[form.key].append(form)
    return [together for key, together in rows_of.items() if together[0].key == key]
