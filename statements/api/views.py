"""The lists of the API and their records. They can be read by everybody, from everywhere."""

from typing import Any

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from sources.publication import Status
from statements import slugs
from statements.api.answers import Gone, Refused
from statements.api.expansions import asked_for, unknown, with_expanded
from statements.api.resources import RESOURCES_OF_API, Resource
from statements.exports.fields import rows
from statements.exports.pages import envelope, next_page, origin
from statements.exports.statements import STATEMENTS
from statements.models import Statement

Cells = dict[str, object]


class ReadOnly(APIView):
    """Answers GET and HEAD, and tells so when it is asked by OPTIONS."""

    resource: Resource = RESOURCES_OF_API[0]  # of each view its own, in `urls`
    http_method_names = ("get", "head", "options")

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return Response(status=204)

    def told(self, request: Request, records: list[Any]) -> list[Cells]:
        """The records with all their columns, and with what is asked for besides."""
        base, names = origin(request), asked_for(request.GET)
        wanted = [one for one in self.resource.expansions if one.name in names]
        return with_expanded(rows(self.resource.kind.fields(base), records), records, wanted, base)

    def refuse_unknown(self, request: Request, **errors: list[str]) -> None:
        """Raises Refused for these errors and for what cannot be expanded."""
        found = {**errors, **unknown(request.GET, self.resource.expansions)}
        if found:
            raise Refused(found)


class Nowhere(ReadOnly):
    """An address under the API that leads to nothing."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise Http404


class RecordList(ReadOnly):
    """A selection of the records of a kind, page by page."""

    def get(self, request: Request) -> Response:
        wanted = self.resource.select(request)
        self.refuse_unknown(request, **wanted.errors)
        part = wanted.page()
        told = self.told(request, list(wanted.records(part.ids)))
        return Response(envelope(wanted.count(), next_page(request, part), told))


class RecordDetail(ReadOnly):
    """One record. What was merged into another leads there."""

    def get(self, request: Request, number: int) -> Any:
        self.refuse_unknown(request)
        kind = self.resource.kind
        found = kind.load([number])
        if not found:
            return self.elsewhere(request, number)
        return Response(self.told(request, [found[number]])[0])

    def elsewhere(self, request: Request, number: int) -> Any:
        """Raises Gone for a statement that was withdrawn, Http404 for what never was here."""
        if self.resource.kind is STATEMENTS:
            gone = Statement.objects.filter(pk=number, status=Status.WITHDRAWN).first()
            if gone and gone.published_at:
                reason = gone.withdrawn_reason or _("The statement was withdrawn.")
                raise Gone({"": [reason]})
        heir = slugs.survivor(self.resource.kind.records(), number)
        if heir is None:
            raise Http404
        return redirect(f"api_{self.resource.name}_record", number=heir.pk, permanent=True)
