"""A statement where others show it: its card, its frame, oEmbed and TimelineJS."""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from sources.publication import Status
from statements.cards.drawing import picture, png
from statements.exports.files import as_download
from statements.exports.refusals import refused
from statements.sharing import embedding, timeline_js
from statements.templatetags.sharing import base_of
from statements.timeline import Timeline
from statements.views.citing import reason
from statements.views.statements import statement_or_404
from statements.views.versions import tombstone


@require_safe
def statement_card(request: HttpRequest, pk: int) -> HttpResponse:
    """The statement as a picture."""
    statement = statement_or_404(pk)
    if statement.status == Status.WITHDRAWN:
        return tombstone(request, statement)
    return HttpResponse(png(picture(statement)), content_type="image/png")


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # it knows one argument
def statement_embed(request: HttpRequest, pk: int) -> HttpResponse:
    """The statement for a frame on any other site. Only this page may stand in one."""
    statement = statement_or_404(pk)
    withdrawn = statement.status == Status.WITHDRAWN
    context = {"statement": statement, "withdrawn": withdrawn}
    status = 410 if withdrawn else 200
    return render(request, "statements/statement_embed.html", context, status=status)


@require_safe
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
def oembed(request: HttpRequest) -> HttpResponse:
    """What another site needs to show a statement whose address it has."""
    form = request.GET.get("format") or "json"
    if form not in embedding.FORMS:
        return JsonResponse({"errors": {"format": [_("Give json or xml.")]}}, status=501)
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
    found = embedding.answer(statement, base_of(request), width, height)
    if form == "xml":
        return HttpResponse(embedding.xml(found), content_type="text/xml; charset=utf-8")
    return JsonResponse(found)
