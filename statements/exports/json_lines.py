"""JSON: one page of records, or all of them, one a line."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import JsonResponse, StreamingHttpResponse

from statements.exports.fields import Field, row, rows
from statements.exports.files import as_download, streamed
from statements.exports.pages import envelope

# JSON may hold these as they are, but many a reader of lines takes them for the end of one.
ENDS_OF_LINES = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def json_lines(fields: Sequence[Field], records: Iterable[Any]) -> Iterator[str]:
    """A JSON object and a line feed for each record. Nothing is lost or changed."""
    for record in records:
        text = json.dumps(row(fields, record), cls=DjangoJSONEncoder, ensure_ascii=False)
        yield f"{text.translate(ENDS_OF_LINES)}\n"


def json_lines_response(
    *, name: str, fields: Sequence[Field], records: Iterable[Any]
) -> StreamingHttpResponse:
    """The records as a file called `name`.jsonl, sent while they are read."""
    lines = json_lines(fields, records)
    return streamed(lines, name=name, extension="jsonl", content_type="application/jsonl")


def json_response(
    *, name: str, fields: Sequence[Field], records: Iterable[Any], count: int, following: str | None
) -> JsonResponse:
    """A page of the records: how many there are in all, where the next page is, and these."""
    body = envelope(count, following, list(rows(fields, records)))
    response = JsonResponse(body, json_dumps_params={"ensure_ascii": False})
    as_download(response, name=name, extension="json", inline=True)
    return response
