"""Lists as data, and the dictionary of their columns."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from statements.addresses import address, canonical, twin
from statements.exports import validators
from statements.exports.feed import NEWEST, feed_response
from statements.exports.json_lines import json_lines_response, json_response
from statements.exports.pages import next_page, origin
from statements.exports.refusals import refused
from statements.exports.resources import KINDS, RESOURCES, Renamed, collection
from statements.exports.selections import Collection
from statements.exports.tables import csv_response

Answer = HttpResponse | StreamingHttpResponse
STREAMED = {"csv", "jsonl"}
BOM = {"": False, "0": False, "1": True}


@dataclass(frozen=True)
class Asked:
    """A collection, and who asked for it in which form."""

    request: HttpRequest
    collection: Collection
    moment: datetime.datetime | None

    @property
    def base(self) -> str:
        return origin(self.request)

    @property
    def page(self) -> str:
        """The address of the page with the same selection."""
        path = f"{self.request.path.rpartition('.')[0]}/"
        return self.base + address(path, self.request.GET)

    @property
    def columns(self) -> dict[str, Any]:
        """What the formats have in common that hold the whole selection."""
        wanted = self.collection
        return {"name": wanted.stem, "fields": wanted.kind.fields(self.base)}


@require_safe
def download(request: HttpRequest, resource: str, extension: str, **named: object) -> Answer:
    """The selection of a list page in one of the data formats."""
    try:
        wanted = collection(resource, request, **named)
    except Renamed as moved:
        return redirect(canonical(twin(moved.path, extension), request.GET), permanent=True)
    if errors := {**wanted.errors, **wrong_options(request, extension)}:
        return refused(errors, extension)
    asked = Asked(request, wanted, validators.last_modified())
    return stream(asked, extension) if extension in STREAMED else whole(asked, extension)


def wrong_options(request: HttpRequest, extension: str) -> dict[str, list[str]]:
    """What cannot be read among the parameters that only a format knows."""
    given = request.GET.getlist("bom") if extension == "csv" else []
    if len(given) > 1:
        return {"bom": [_("Give this once.")]}
    return {"bom": [_("Give 1 or 0.")]} if given and given[0] not in BOM else {}


def stream(asked: Asked, extension: str) -> Answer:
    """All records, sent while they are read."""
    response = STREAMS[extension](asked)
    validators.mark(response, asked.moment)
    if asked.request.method == "HEAD" and isinstance(response, StreamingHttpResponse):
        response.streaming_content = iter(())
    return response


def whole(asked: Asked, extension: str) -> Answer:
    """One page of records, or the newest ones."""
    response = WHOLES[extension](asked)
    validators.mark(response, asked.moment)
    return response


def as_csv(asked: Asked) -> Answer:
    bom = BOM[asked.request.GET.get("bom", "")]
    wanted = asked.collection
    return csv_response(**asked.columns, tables=wanted.tables(wanted.ids(), asked.base), bom=bom)


def as_json_lines(asked: Asked) -> Answer:
    wanted = asked.collection
    return json_lines_response(**asked.columns, records=wanted.records(wanted.ids()))


def as_json(asked: Asked) -> Answer:
    wanted, request = asked.collection, asked.request
    part = wanted.page()
    return json_response(
        name=wanted.stem,
        fields=wanted.kind.fields(asked.base),
        records=wanted.records(part.ids),
        count=wanted.count(),
        following=next_page(request, part),
    )


def as_atom(asked: Asked) -> Answer:
    wanted, request = asked.collection, asked.request
    return feed_response(
        name=wanted.stem,
        title=wanted.title,
        site=settings.SITE_NAME,
        page=asked.page,
        address=asked.base + address(request.path, request.GET),
        base=asked.base,
        kind=wanted.kind,
        records=wanted.records(wanted.newest(NEWEST)),
        unchanged_since=lambda: validators.newest_change() or validators.STARTED,
    )


STREAMS: dict[str, Callable[[Asked], Answer]] = {"csv": as_csv, "jsonl": as_json_lines}
WHOLES: dict[str, Callable[[Asked], Answer]] = {"json": as_json, "atom": as_atom}


def twins(pages: Sequence[URLPattern]) -> list[URLPattern]:
    """The addresses as data of those of these pages that can be taken away."""
    return [
        path(
            f"{str(page.pattern).removesuffix('/')}.<extension:extension>",
            download,
            {"resource": page.name},
            name=f"{page.name}_data",
        )
        for page in pages
        if page.name in RESOURCES
    ]


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """How the register is taken away, and what its columns mean."""
    kinds = [(kind, kind.fields("")) for kind in KINDS]
    return render(request, "statements/data.html", {"kinds": kinds})
