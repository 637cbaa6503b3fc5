"""A statement as others cite it: references for programs, and annotations of its sources."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from sources.publication import Status
from statements.citing import works
from statements.citing.styles import FILES
from statements.exports.files import as_download
from statements.models import Statement
from statements.sharing import annotations
from statements.templatetags.sharing import base_of
from statements.views.statements import statement_or_404
from statements.views.versions import tombstone


@require_safe
def statement_citation(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The statement in a format of programs that manage references."""
    statement = statement_or_404(pk)
    if statement.status == Status.WITHDRAWN:
        return tombstone(request, statement)
    style = FILES[form]
    work = works.of_statement(statement, base_of(request))
    response = HttpResponse(style.make(work), content_type=f"{style.media_type}; charset=utf-8")
    as_download(response, name=work.key, extension=form)
    return response


@require_safe
def statement_annotation(request: HttpRequest, pk: int) -> HttpResponse:
    """The verified quotations of the statement as annotations of their sources."""
    statement = statement_or_404(pk)
    if statement.status == Status.WITHDRAWN:
        return JsonResponse(reason(statement), status=410)
    base = base_of(request)
    page = annotations.page(statement, base, base + request.path)
    response = JsonResponse(page, json_dumps_params={"ensure_ascii": False})
    response.headers["Content-Type"] = annotations.MEDIA_TYPE
    return response


def reason(statement: Statement) -> dict[str, dict[str, list[str]]]:
    """What is told of a withdrawn statement where data were asked for."""
    return {"errors": {"": [statement.withdrawn_reason]}}
