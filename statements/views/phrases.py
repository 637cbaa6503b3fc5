"""A phrase that recurs: who used it first, and who repeated it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from statements.relations.phrases import recurring_phrases, uses
from statements.search.query import LONGEST_QUERY, parse
from statements.timeline import Timeline

LONGEST_PHRASE = 200  # characters
QUOTES = dict.fromkeys(map(ord, '"“”„‟«»＂'), " ")


@require_safe
def phrase_list(request: HttpRequest) -> HttpResponse:
    """The uses of the phrase that is asked for; without one, the phrases that recur."""
    given = [phrase for phrase in request.GET.getlist("phrase") if phrase.strip()]
    if not given:
        return _page(request, recurring=recurring_phrases())
    if reason := _unreadable(given):
        return _page(request, errors=[("phrase", reason)], phrase=given[0])
    if request.GET.get("q"):
        reason = _("The words looked for here are those of the phrase: leave this out.")
        return _page(request, errors=[("q", reason)], phrase=given[0])
    timeline = Timeline(request, q=f'"{_bare(given[0])}"')
    errors = [("phrase" if name == "q" else name, text) for name, text in timeline.errors]
    if errors or timeline.query is None:
        return _page(request, errors=errors, phrase=given[0])
    found = uses(timeline.filter.qs, timeline.query)
    return _page(request, phrase=_bare(given[0]), uses=found, timeline=timeline)


def _page(request: HttpRequest, **context: Any) -> HttpResponse:
    status = 400 if context.get("errors") else 200
    return render(request, "statements/phrase_list.html", context, status=status)


def _bare(phrase: str) -> str:
    """The phrase without marks of quotation, which would end it."""
    return " ".join(phrase.translate(QUOTES).split())


def _unreadable(given: list[str]) -> str:
    """Why a phrase cannot be looked for; empty if it can."""
    if len(given) > 1:
        return _("Give this once.")
    if len(given[0]) > min(LONGEST_PHRASE, LONGEST_QUERY):
        return _("This is too long for a phrase: at most %d characters.") % LONGEST_PHRASE
    clauses = parse(f'"{_bare(given[0])}"').clauses
    if not clauses or len(clauses[0].tokens) < 2:
        return _("A phrase has at least two words.")
    return ""
