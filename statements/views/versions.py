"""A statement over time: the versions that readers saw, and what stands where it was withdrawn."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sources.dates import PartialDate
from sources.publication import Status
from statements.changes import Lexicon, between, lines
from statements.models import Correction, Revision, Statement
from statements.renames import moved
from statements.views.listing import numbered

ON_PAGE = 20  # versions, each with its differences
MOST_DIGITS = 6


def tombstone(request: HttpRequest, statement: Statement) -> HttpResponse:
    """410 with the reason: nothing of what was withdrawn is shown under any address."""
    withdrawn = statement.corrections.filter(kind=Correction.Kind.WITHDRAWAL, model="").first()
    context = {"statement": statement, "withdrawn": withdrawn}
    return render(request, "statements/statement_withdrawn.html", context, status=410)


def history(request: HttpRequest, statement: Statement, slug: str) -> HttpResponse:
    """The versions that readers saw, the newest first, each with what changed and why."""
    if statement.status == Status.WITHDRAWN:
        return tombstone(request, statement)
    if slug != statement.slug:
        return moved(request, slug=statement.slug)
    page = numbered(request, statement.revisions.numbered().order_by("-version"), size=ON_PAGE)
    shown = list(page)
    older = statement.revisions.filter(version__lt=shown[-1].version).last() if shown else None
    lexicon = Lexicon(one.record for one in [*shown, older] if one)
    notes = {one.after_id: one for one in statement.corrections.filter(after__in=shown)}
    versions = [
        {"revision": new, "changes": between(old, new, lexicon), "correction": notes.get(new.pk)}
        for new, old in zip(shown, [*shown[1:], older], strict=True)
    ]
    context = {"statement": statement, "page": page, "versions": versions}
    return render(request, "statements/statement_history.html", context)


def as_it_was(request: HttpRequest, statement: Statement) -> HttpResponse:
    """The record in the version that `revision` numbers. Raises BadRequest and Http404."""
    given = request.GET.getlist("revision")
    number = given[0]
    if len(given) > 1 or not (number.isascii() and number.isdigit()) or len(number) > MOST_DIGITS:
        raise BadRequest(_("“revision”: give the number of one version, such as 2."))
    place = int(number) - 1
    found = list(statement.revisions.numbered()[place : place + 1]) if place >= 0 else []
    if not found:
        raise Http404(_("“revision”: this statement has no such version."))
    return render(request, "statements/statement_revision.html", _version(statement, found[0]))


def _version(statement: Statement, revision: Revision) -> dict[str, object]:
    lexicon = Lexicon([revision.record])
    shown = lines(revision.record, lexicon)
    words = {"text", "original_text", "summary", "claimant"}
    return {
        "statement": statement,
        "revision": revision,
        "newest": statement.revisions.count(),
        "record": revision.record,
        "quoted": Statement(text=revision.record["text"]).quoted,
        "day": PartialDate.parse(revision.record["said_on"]).words(),
        "lines": [line for line in shown if line.name not in words],
        "correction": statement.corrections.filter(after=revision).first(),
    }
