"""What lists have in common: numbered pages, and the answer to a selection."""

from django.core.exceptions import BadRequest
from django.core.paginator import InvalidPage, Paginator
from django.core.paginator import Page as NumberedPage
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django_htmx.http import push_url

from statements.addresses import canonical
from statements.timeline import Timeline

LONGEST_LIST = 100  # records on a page of a list that is not a timeline


def with_timeline(
    request: HttpRequest, template: str, timeline: Timeline, **context: object
) -> HttpResponse:
    """A page with statements: 400 with the reasons where the selection cannot be read."""
    context = {"timeline": timeline, **context}
    response = render(request, template, context, status=timeline.http_status)
    patch_vary_headers(response, ["HX-Request"])  # which gets the clean address as well
    return (
        push_url(response, canonical(request.path, request.GET))
        if request.headers.get("HX-Request")
        else response
    )


def numbered(
    request: HttpRequest, records: QuerySet | list, size: int | None = None
) -> NumberedPage:
    """The page of a list that `page` asks for. Raises BadRequest for one there is not."""
    try:
        return Paginator(records, size or LONGEST_LIST).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise BadRequest(_("“page”: there is no such page.")) from error
