"""A statement with all that its own page shows of it."""

from functools import cache
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from sources.publication import Status
from statements.loaded import Loaded
from statements.models import Citation, Correction, Function, Revision, Statement, Topic
from statements.positions.records import hold, record
from statements.prepared import Prepared, Rows

PUBLIC_ONCE = (Status.PUBLISHED, Status.WITHDRAWN)
TOPIC = ("id", "name", "name_local", "slug", "status")
FUNCTION = ("id", "code", "label")
NAMED = (
    "speaker__country", "organisation", "role__organisation", "event__organiser",
)  # fmt: skip


def whole(pk: int) -> Statement | None:
    """The statement with this number if it is or was public, in few queries."""
    for statement in _statement().records([pk]):
        citations: Any = statement.citations.all()  # a query, since some ask for a part of it
        citations._result_cache = _citations().records([pk])
        hold(
            statement,
            topics=_named(Topic, TOPIC, _topics().of([pk])),
            functions=_named(Function, FUNCTION, _functions().of([pk])),
            citations=citations,
        )
        return statement
    return None


def corrections_of(pk: int) -> list[Correction]:
    """The corrections of a statement with all that is told of them."""
    found = _corrections().records([pk])
    if found:
        numbered = [Prefetch(name, Revision.objects.numbered()) for name in ("before", "after")]
        prefetch_related_objects(found, *numbered)
    return found


def _named(model: Any, columns: tuple[str, ...], rows: Rows) -> list[Any]:
    using = model._default_manager.db
    return [record(model, using, **dict(zip(columns, row, strict=True))) for row in rows]


@cache
def _statement() -> Loaded[Statement]:
    known = Statement.objects.filter(status__in=PUBLIC_ONCE).order_by()
    return Loaded(known.select_related(*NAMED), "pk")


@cache
def _citations() -> Loaded[Citation]:
    return Loaded(Citation.objects.for_page(), "statement_id")


@cache
def _corrections() -> Loaded[Correction]:
    return Loaded(Correction.objects.for_page(), "statement_id")


@cache
def _topics() -> Prepared:
    public = Statement.topics.through.objects.filter(topic__status=Status.PUBLISHED)
    columns = [f"topic__{name}" for name in TOPIC]
    return Prepared(public.order_by("topic__name").values_list(*columns), "statement_id")


@cache
def _functions() -> Prepared:
    columns = [f"function__{name}" for name in FUNCTION]
    ordered = Statement.functions.through.objects.order_by("function__order", "function__label")
    return Prepared(ordered.values_list(*columns), "statement_id")
