"""A statement where others show it: its card, its frame, oEmbed and TimelineJS."""

import hashlib

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from sources.publication import Status
from statements.cards.drawing import picture, png
from statements.exports.files import as_download
from statements.exports.refusals import refused
from statements.exports.validators import last_modified, mark, revalidated, software
from statements.sharing import embedding, timeline_js
from statements.templatetags.sharing import base_of
from statements.timeline import Timeline
from statements.views.citing import reason
from statements.views.statements import statement_or_404
from statements.views.versions import tombstone


@require_safe
def statement_card(request: HttpRequest, pk: int) -> HttpResponse:
    """The statement as a picture. It is drawn only for those who do not have it yet."""
    moment, statement = last_modified(), statement_or_404(pk)
    if statement.status == Status.WITHDRAWN:
        return tombstone(request, statement)
    svg = picture(statement)
    tag = f'"{hashlib.sha256((software() + svg).encode()).hexdigest()[:32]}"'
    changed = int(moment.timestamp()) if moment else None
    unchanged = get_conditional_response(request, etag=tag, last_modified=changed)
    response = unchanged or HttpResponse(png(svg), content_type="image/png")
    response.headers["ETag"] = tag
    mark(response, moment)
    return response


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@revalidated
def statement_embed(request: HttpRequest, pk: int) -> HttpResponse:
    """The statement for a frame on any other site. Only this page may stand in one."""
    statement = statement_or_404(pk)
    withdrawn = statement.status == Status.WITHDRAWN
    context = {"statement": statement, "withdrawn": withdrawn}
    status = 410 if withdrawn else 200
    return render(request, "statements/statement_embed.html", context, status=status)


@require_safe
@revalidated
def statement_timeline(request: HttpRequest) -> HttpResponse:
    """The selection of the timeline for TimelineJS."""
    timeline = Timeline(request)
    if timeline.errors:
        errors: dict[str, list[str]] = {}
        for name, text in timeline.errors:
            errors.setdefault(name, []).append(text)
        return refused(errors, "json")
    found = timeline_js.events(timeline, base_of(request))
    response = JsonResponse(found, json_dumps_params={"ensure_ascii": False})
    as_download(response, name="statements-timeline", extension="json", inline=True)
    return response


@require_safe
@revalidated
def oembed(request: HttpRequest) -> HttpResponse:
    """What another site needs to show a statement whose address it has."""
    if request.GET.get("format", "json") != "json":
        return JsonResponse({"errors": {"format": [_("Only json is spoken.")]}}, status=501)
    names = ("maxwidth", "maxheight")
    (width, height), errors = embedding.size(
        {name: request.GET[name] for name in names if request.GET.get(name)}
    )
    if not request.GET.get("url"):
        errors["url"] = [_("Give the address of a statement.")]
    if errors:
        return refused(errors, "json")
    statement = statement_or_404(embedding.number_in(request.GET["url"], request.get_host()))
    if statement.status == Status.WITHDRAWN:
        return JsonResponse(reason(statement), status=410)
    return JsonResponse(embedding.answer(statement, base_of(request), width, height))
