"""The timeline, and the page of a statement."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sources.publication import Status
from statements.addresses import canonical
from statements.citing import works
from statements.figures.selection import claimed_in
from statements.models import Statement
from statements.passages import passages
from statements.rankings.taken import resting_on
from statements.relations.corroboration import corroboration
from statements.relations.related import related
from statements.renames import moved
from statements.shown import Shown, in_order
from statements.templatetags.sharing import base_of
from statements.timeline import Timeline
from statements.views import versions
from statements.views.listing import with_timeline
from statements.whole import corrections_of, whole

MOST_OTHERS = 20  # statements of the same event; the timeline has them all


@dataclass(frozen=True)
class Others:
    """What else was said at an event: the first rows, and how many more there are."""

    rows: list[Shown]
    more: int


@require_safe
def statement_list(request: HttpRequest) -> HttpResponse:
    return with_timeline(request, "statements/statement_list.html", Timeline(request))


def statement_or_404(pk: int) -> Statement:
    """A statement that is or was public."""
    statement = whole(pk)
    if statement is None:
        raise Http404
    return statement


@require_safe
def statement_short(request: HttpRequest, pk: int) -> HttpResponse:
    """The short permanent link; a withdrawn statement keeps its own."""
    return redirect(canonical(statement_or_404(pk).get_absolute_url(), request.GET))


@require_safe
def statement_detail(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    statement = statement_or_404(pk)
    if statement.status == Status.WITHDRAWN:
        return versions.tombstone(request, statement)
    if slug != statement.slug:
        return moved(request, slug=statement.slug)
    if "revision" in request.GET:
        return versions.as_it_was(request, statement)
    context: dict[str, object] = {
        "statement": statement,
        "work": works.of_statement(statement, base_of(request)),
        "passages": passages(statement),
        "corrections": corrections_of(pk),
        "positions": resting_on(statement),
        "figures": claimed_in(statement),
        "others": others_at_event(statement),
        "related": related(statement),
        "corroboration": corroboration(statement),
    }
    return render(request, "statements/statement_detail.html", context)


def others_at_event(statement: Statement) -> Others:
    found = statement.others_at_event()
    numbers = list(found.values_list("pk", flat=True)[: MOST_OTHERS + 1])
    more = found.count() - MOST_OTHERS if len(numbers) > MOST_OTHERS else 0
    return Others(in_order(numbers[:MOST_OTHERS]), more)


@require_safe
def statement_history(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    return versions.history(request, statement_or_404(pk), slug)
