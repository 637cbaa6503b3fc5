"""The ledger, for everybody to keep a copy of."""

import json

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import condition, require_safe

from statements.exports.files import streamed
from statements.ledger import proof
from statements.models import LedgerEntry


def newest_hash(request: HttpRequest) -> str:
    """The hash of the newest entry, which stands for all before it."""
    last = LedgerEntry.objects.order_by("number").last()
    return f'"{last.hash if last else "empty"}"'


@require_safe
@condition(etag_func=newest_hash)
def ledger(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """All entries as JSON lines, sent while they are read."""
    entries = () if request.method == "HEAD" else proof.entries()
    lines = (f"{json.dumps(entry)}\n" for entry in entries)
    return streamed(lines, name="ledger", extension="jsonl", content_type="application/jsonl")
