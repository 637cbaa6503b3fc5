"""Where speakers stand on rankings, and how that moved."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from statements.positions.listing import PositionList
from statements.views.listing import with_timeline


@require_safe
def position_list(request: HttpRequest) -> HttpResponse:
    return with_timeline(request, "statements/position_list.html", PositionList(request))
