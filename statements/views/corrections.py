"""What was corrected and withdrawn, over the whole register."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements import listings
from statements.changes import accounts
from statements.views.listing import numbered

ON_PAGE = 20  # corrections, each with what it changed


@require_safe
def correction_list(request: HttpRequest) -> HttpResponse:
    """The newest first."""
    page = numbered(request, listings.corrections().for_page(), size=ON_PAGE)
    context = {"page": page, "accounts": accounts(page)}
    return render(request, "statements/correction_list.html", context)
