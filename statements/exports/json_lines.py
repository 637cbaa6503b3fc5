"""JSON: one page of records, or all of them, one a line."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import JsonResponse, StreamingHttpResponse

from statements.exports.fields import Field, row, rows
from statements.exports.files import as_download, streamed
from statements.exports.pages import envelope

# JSON may hold these as they are, but many a reader of lines takes them for the end of one.
ENDS_OF_LINES = ("\x85", "\u2028", "\u2029")
SHOWN = str.maketrans({end: f"\\u{ord(end):04x}" for end in ENDS_OF_LINES})


def json_lines(fields: Sequence[Field], records: Iterable[Any]) -> Iterator[str]:
    """A JSON object and a line feed for each record. Nothing is lost or changed."""
    encode = DjangoJSONEncoder(ensure_ascii=False, check_circular=False).encode
    for record in records:
        text = encode(row(fields, record))
        if any(end in text for end in ENDS_OF_LINES):
            text = text.translate(SHOWN)
        yield f"{text}\n"


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
