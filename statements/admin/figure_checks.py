"""What the checks say of figures, where an editor sees it, each with the way to a note on it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from sources.admin.base import RecordAdmin
from sources.publication import Status
from statements.figures.checks import Finding, findings, for_checks
from statements.models import Figure, FigureNote, Statement


@dataclass(frozen=True)
class Told:
    """A finding, the note on it if there is one, and where a note is written or changed."""

    finding: Finding
    note: FigureNote | None
    address: str


def told_of(record: Statement | Figure, user: Any) -> list[Told]:
    """What the checks say of a figure, or of the figures of a statement."""
    own = list(record.figures.all()) if isinstance(record, Statement) else [record]
    found = [one for one in findings(_beside(own)) if one.concerns(own)]
    notes = {
        (note.figure_id, note.rule): note
        for note in FigureNote.objects.filter(figure__in=[one.figure.pk for one in found])
    }
    return [_told(one, notes.get((one.figure.pk, one.rule)), user) for one in found]


def _beside(own: list[Figure]) -> list[Figure]:
    """These figures and all that a check may lay beside them, but for what was withdrawn."""
    wanted = Q(pk__in=[one.pk for one in own])
    for figure in own:
        wanted |= Q(speaker=figure.speaker_id, organisation=figure.organisation_id)
        wanted |= Q(part_of=figure.pk) | Q(compared_with=figure.pk)
        wanted |= Q(pk__in=[figure.part_of_id or 0, figure.compared_with_id or 0])
    standing = Figure.objects.exclude(statement__status=Status.WITHDRAWN)
    return list(for_checks(standing.filter(wanted))) if own else []


def _told(finding: Finding, note: FigureNote | None, user: AbstractBaseUser) -> Told:
    if note is not None:
        return Told(finding, note, reverse("admin:statements_figurenote_change", args=[note.pk]))
    address = ""
    if user.has_perm("statements.add_figurenote"):  # type: ignore[attr-defined]
        asked = urlencode({"figure": finding.figure.pk, "rule": finding.rule})
        address = f"{reverse('admin:statements_figurenote_add')}?{asked}"
    return Told(finding, None, address)


class CheckedAdmin(RecordAdmin):
    """A form above which stands what does not add up among the record's figures."""

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        checked = self.checked(request, context["original"])
        context["told"] = told_of(checked, request.user) if checked else []
        return super().render_change_form(request, context, *args, **kwargs)

    def checked(self, request: HttpRequest, obj: Any) -> Statement | Figure | None:
        """What the checks are asked about; None for nothing."""
        return obj
