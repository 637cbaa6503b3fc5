"""What lists have in common: counts, numbered pages, and the answer to a selection."""

from django.core.exceptions import BadRequest
from django.core.paginator import InvalidPage, Paginator
from django.core.paginator import Page as NumberedPage
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django_htmx.http import push_url

from sources.publication import Status
from statements.addresses import canonical
from statements.timeline import Timeline

LONGEST_LIST = 100  # records on a page of a list that is not a timeline
IN_PUBLIC = Q(statements__status=Status.PUBLISHED)
STATEMENTS = Count("statements", filter=IN_PUBLIC, distinct=True)
STATEMENTS_CITING = Count(
    "citations__statement", filter=Q(citations__statement__status=Status.PUBLISHED), distinct=True
)


def with_timeline(
    request: HttpRequest, template: str, timeline: Timeline, **context: object
) -> HttpResponse:
    """A page with statements: 400 with the reasons where the selection cannot be read."""
    context = {"timeline": timeline, **context}
    response = render(request, template, context, status=timeline.http_status)
    return (
        push_url(response, canonical(request.path, request.GET))
        if request.headers.get("HX-Request")
        else response
    )


def numbered(request: HttpRequest, records: QuerySet) -> NumberedPage:
    """The page of a list that `page` asks for. Raises BadRequest for one there is not."""
    try:
        return Paginator(records, LONGEST_LIST).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise BadRequest(_("“page”: there is no such page.")) from error
