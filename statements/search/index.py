"""The search index: what of a statement can be found, and which statements a query finds.

Only `workflow` writes to it, in the transaction that changes what it describes.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from types import ModuleType

from django.core.exceptions import EmptyResultSet
from django.db import connection, models, transaction
from django.db.models import Prefetch, Q

from sources.models import Outlet, Source
from statements.models import (
    Alias,
    Citation,
    Event,
    Organisation,
    Role,
    SearchEntry,
    Speaker,
    Statement,
    Topic,
)
from statements.models.statement import StatementQuerySet
from statements.search import postgres, sqlite
from statements.search.analyser import tokens
from statements.search.query import Query

#: Stands between fields, so that no phrase crosses from one into the next. No text makes it: Latin
#: tokens are letters only or digits only, and no other token begins with "x".
BORDER = "x0"

_BATCH = 500  # entries written by one statement of SQL


# --- Writing ---


@transaction.atomic
def put(statements: StatementQuerySet) -> None:
    """Write the entries of these statements anew; those that are not published are passed over."""
    rows = _with_all_that_is_found(statements.published().order_by("pk")).iterator(
        chunk_size=_BATCH
    )
    entries = (SearchEntry(statement=row, tokens=entry_tokens(row)) for row in rows)
    while batch := list(islice(entries, _BATCH)):
        SearchEntry.objects.bulk_create(
            batch, update_conflicts=True, unique_fields=["statement"], update_fields=["tokens"]
        )


def remove(statements: Iterable[Statement]) -> None:
    """Make these statements unfindable."""
    SearchEntry.objects.filter(statement__in=statements).delete()


@transaction.atomic
def rebuild() -> None:
    """Write the entries of all published statements anew, and drop all others."""
    SearchEntry.objects.all().delete()
    put(Statement.objects.all())


def affected_by(record: models.Model) -> StatementQuerySet:
    """Return the published statements whose entries hold words of this record.

    None for a record that no entry shows. An alias or a citation may have been deleted already.
    """
    published = Statement.objects.published()
    shown = Q(pk__in=())
    match record:
        case Alias():
            shown = Q(speaker=record.speaker_id)
        case Citation():
            shown = Q(pk=record.statement_id)
        case models.Model(pk=None):
            pass
        case Statement():
            shown = Q(pk=record.pk)
        case Speaker() | Role() | Event():
            shown = Q(**{record._meta.model_name or "": record})
        case Organisation():
            shown = Q(organisation=record) | Q(role__organisation=record)
        case Topic():
            shown = Q(topics=record)
        case Source():
            shown = Q(pk__in=Citation.objects.filter(source=record).values("statement"))
        case Outlet():
            shown = Q(pk__in=Citation.objects.filter(source__outlet=record).values("statement"))
    return published.filter(shown)


# --- What is found ---


def entry_tokens(statement: Statement) -> str:
    """Return the tokens of all that a statement can be found by, blank at both ends."""
    fields = (tokens(field) for field in _fields(statement) if field)
    return " " + f" {BORDER} ".join(" ".join(field) for field in fields if field) + " "


def _fields(statement: Statement) -> Iterator[str]:
    """Yield what is public of a statement; what is not published must not be found either."""
    yield from (statement.text, statement.original_text, statement.summary, statement.context)
    yield from _names_of_speaker(statement.speaker)
    if role := statement.role:
        yield from (role.title, role.title_local)
    yield from (statement.role_as_printed, statement.attributed_as)
    yield from _names_of_organisation(statement.organisation)
    yield from _names_of_organisation(statement.role.organisation if statement.role else None)
    for topic in statement.topics.all():
        yield from (topic.name, topic.name_local)
    if statement.event and statement.event.is_published:
        yield statement.event.name
    for citation in statement.citations.all():
        yield from _names_of_source(citation.source)


def _names_of_speaker(speaker: Speaker | None) -> Iterator[str]:
    if speaker and speaker.is_published:
        yield from (speaker.name, speaker.name_local)
        yield from (alias.text for alias in speaker.aliases.all())


def _names_of_organisation(organisation: Organisation | None) -> Iterator[str]:
    if organisation and organisation.is_published:
        yield from (organisation.name, organisation.name_local, organisation.short_name)
        yield from organisation.other_names.splitlines()


def _names_of_source(source: Source) -> Iterator[str]:
    if source.outlet.is_published:
        yield source.outlet.name
    yield source.title


def _with_all_that_is_found(statements: StatementQuerySet) -> StatementQuerySet:
    return statements.select_related(
        "speaker", "organisation", "role__organisation", "event"
    ).prefetch_related(
        "speaker__aliases",
        Prefetch("topics", Topic.objects.published()),
        Prefetch("citations", Citation.objects.published().select_related("source__outlet")),
    )


# --- Finding ---


def matching(queryset: StatementQuerySet, query: Query) -> StatementQuerySet:
    """Keep the statements that hold every wanted clause of `query` and no unwanted one.

    An empty query matches nothing.
    """
    if query.is_empty:
        return queryset.none()
    if query.wanted:
        queryset = queryset.filter(pk__in=_engine().all_of(query.wanted))
    if query.unwanted:
        queryset = queryset.exclude(pk__in=_engine().any_of(query.unwanted))
    return queryset


def ranked(queryset: StatementQuerySet, query: Query, limit: int) -> list[int]:
    """Return the ids of the matching statements, most relevant first, at most `limit` of them.

    Equally relevant ones stand newest first; so do all, where the query only excludes.
    """
    if not query.wanted:
        ids = matching(queryset, query).newest_first().values_list("pk", flat=True)
        return list(ids[:limit])
    if query.unwanted:
        queryset = queryset.exclude(pk__in=_engine().any_of(query.unwanted))
    try:
        chosen, parameters = queryset.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(*_engine().ranking(query.wanted, chosen, parameters, limit))
        return [pk for (pk,) in cursor.fetchall()]


def _engine() -> ModuleType:
    return postgres if connection.vendor == "postgresql" else sqlite
