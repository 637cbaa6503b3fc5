"""The timeline, and the page of a statement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from sources.publication import Status
from statements.models import (
    Position,
    Statement,
)
from statements.passages import passages
from statements.placements import with_evidence
from statements.timeline import Timeline
from statements.views.listing import with_timeline

OF_OTHER_FIGURES = ("part_of__indicator", "part_of__statement", "compared_with__statement")


@require_safe
def statement_list(request: HttpRequest) -> HttpResponse:
    return with_timeline(request, "statements/statement_list.html", Timeline(request))


def statement_or_404(pk: int) -> Statement:
    """A statement that is or was public."""
    known = Statement.objects.filter(status__in=(Status.PUBLISHED, Status.WITHDRAWN))
    return get_object_or_404(known.for_page(), pk=pk)


@require_safe
def statement_short(request: HttpRequest, pk: int) -> HttpResponse:
    """The short permanent link; a withdrawn statement keeps its own."""
    return redirect(statement_or_404(pk))


@require_safe
def statement_detail(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    statement = statement_or_404(pk)
    if statement.status == Status.WITHDRAWN:
        gone = {"statement": statement}
        return render(request, "statements/statement_withdrawn.html", gone, status=410)
    if slug != statement.slug:
        return redirect(statement, permanent=True)
    context: dict[str, object] = {
        "statement": statement,
        "passages": passages(statement),
        "corrections": statement.corrections.all(),
        "positions": with_evidence(Position.objects.published().filter(evidence=statement)),
        "figures": statement.figures.published().for_page().select_related(*OF_OTHER_FIGURES),
        "others": statement.others_at_event(),
    }
    return render(request, "statements/statement_detail.html", context)
