"""What a monitor asks for."""

from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from statements import reading


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers, too."""
    with connections[reading.alias()].cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ready\n", content_type="text/plain")
