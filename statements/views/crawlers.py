"""What search engines ask for: where they may go, and what there is."""

from django.contrib.sitemaps import views
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from statements.sitemaps import sections


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything but the editors' rooms may be read by everybody."""
    lines = (
        "User-agent: *",
        "Disallow: /admin/",
        "Allow: /",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap_index'))}",
        "",
    )
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> TemplateResponse:
    return views.index(request, sitemaps={**sections()}, sitemap_url_name="sitemap")


@require_safe
def sitemap(request: HttpRequest, section: str) -> TemplateResponse:
    """The pages of one kind of record, of which there may be several parts: `?p=2`."""
    known = sections()
    if section not in known:
        raise Http404
    try:
        return views.sitemap(request, sitemaps={**known}, section=section)
    except Http404 as error:
        raise BadRequest(_("“p”: there is no such page.")) from error
