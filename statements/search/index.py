"""The search index: what of a statement can be found, and which statements a query finds.

Only `workflow` writes to it, in the transaction that changes what it describes.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import islice

from django.db import models, router, transaction
from django.db.models import Q

from sources.models import Outlet, Source
from sources.publication import Publishable, Status
from statements.models import (
    Alias,
    Citation,
    Edition,
    Event,
    Evidence,
    Organisation,
    Placement,
    Position,
    Role,
    SearchEntry,
    Speaker,
    Statement,
    Topic,
    ValuePosting,
)
from statements.models.statement import StatementQuerySet
from statements.postings import blobs, content, lookup, worker, writing
from statements.postings.building import Builder
from statements.postings.values import EVIDENCE
from statements.postings.writing import Entry
from statements.search.entries import entries_of
from statements.search.query import Clause, Query
from statements.search.relevance import by_relevance

_BATCH = 500  # entries written at a time


# --- Writing ---


@transaction.atomic
def put(ids: Iterable[int]) -> None:
    """Write the entries of these statements anew; those that are not published are passed over."""
    found = entries_of(ids)
    while batch := list(islice(found, _BATCH)):
        writing.put(batch)


def remove(statements: Iterable[Statement]) -> None:
    """Make these statements unfindable."""
    writing.put([Entry(statement.pk) for statement in statements])


@transaction.atomic
def rebuild() -> int:
    """Write the entries of all published statements anew, and drop all others; how many there are.

    Nobody publishes meanwhile.
    """
    content.take_turn("default")
    for model in (SearchEntry, *blobs.KINDS):
        model._base_manager.all().delete()
    ids = Statement.objects.published().order_by("pk").values_list("pk", flat=True)
    builder, found, count = Builder(), entries_of(ids.iterator()), 0
    while batch := list(islice(found, _BATCH)):
        SearchEntry.objects.bulk_create(map(writing.row_of, batch))
        for entry in batch:
            builder.add(entry.statement_id, entry.tokens, entry.values)
        count += len(batch)
    builder.close()
    content.mark_rebuilt()
    return count


def take_in(records: Iterable[models.Model]) -> None:
    """Write anew what these records change, and tell workers and caches that something changed.

    Done when all rows are written: on PostgreSQL others wait from here on until the commit.
    """
    seen = [record for record in records if not _is_draft(record)]
    if not seen:
        return  # nobody else has seen anything of it
    content.take_turn("default")  # what others change of the same statements is read after them
    put(_affected_ids(seen))
    content.note(names=not all(isinstance(record, Statement) for record in seen))


def _is_draft(record: models.Model) -> bool:
    drafts = (Status.DRAFT, Status.IN_REVIEW)
    return isinstance(record, Publishable) and record.status in drafts


def _affected_ids(records: Iterable[models.Model]) -> list[int]:
    """The statements that these records are, or that show them."""
    found, others = set(), []
    for one in records:
        if isinstance(one, Statement):
            found.add(one.pk)
        else:
            others.append(one)
    if others:
        found.update(affected_by(*others).values_list("pk", flat=True))
    return sorted(found)


def affected_by(*records: models.Model) -> StatementQuerySet:
    """Return the published statements whose entries hold words or values of these records.

    None for a record that no entry shows. A part of one may have been deleted already.
    """
    shown = reduce(Q.__or__, map(_shown, records), Q(pk__in=()))
    return Statement.objects.published().filter(shown).distinct()


def _shown(record: models.Model) -> Q:
    shown = Q(pk__in=())
    match record:
        case Alias():
            shown = Q(speaker=record.speaker_id)
        case Citation() | Evidence():
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
        case Source() | Outlet():
            shown = Q(pk__in=_cited(record))
        case Position() | Placement() | Edition():
            shown = Q(pk__in=_rested_on(record))
    return shown


def _cited(record: Source | Outlet) -> models.QuerySet:
    name = "source" if isinstance(record, Source) else "source__outlet"
    return Citation.objects.filter(**{name: record}).values("statement")


_TO_EVIDENCE: dict[type[models.Model], str] = {
    Position: "position",
    Placement: "position__placement",
    Edition: "position__placement__edition",
}


def _rested_on(record: Position | Placement | Edition) -> Iterable[int]:
    """The statements on which a position rests; and those it did when it was last indexed."""
    name = _TO_EVIDENCE[type(record)]
    now = Evidence.objects.filter(**{name: record}).values_list("statement", flat=True)
    if not isinstance(record, Position):
        return now
    term = f"{EVIDENCE}={record.pk}"
    return [*now, *blobs.read(ValuePosting, [term], "default")[term]]


# --- Finding ---


def matching(queryset: StatementQuerySet, query: Query) -> StatementQuerySet:
    """Keep the statements that hold every wanted clause of `query` and no unwanted one.

    An empty query matches nothing.
    """
    if query.is_empty:
        return queryset.none()
    known = worker.current()
    if known is None:
        return queryset.filter(_in_text(query))
    found = lookup.settled(lookup.candidates(query, known.all, known.using), known.using)
    return queryset.filter(pk__in=lookup.subquery(found, known.using))


def _in_text(query: Query) -> Q:
    """The same without postings, by reading all entries."""
    held = {clause: Q(search_entry__tokens__contains=_spelt(clause)) for clause in query.clauses}
    each = [~held[one] if one.excluded else held[one] for one in query.clauses]
    return Q(search_entry__isnull=False) & reduce(Q.__and__, each)


def _spelt(clause: Clause) -> str:
    return f" {' '.join(clause.tokens)} "


def ranked(ids: Sequence[int], query: Query) -> list[int]:
    """These statements, which `query` finds, most relevant first.

    Equally relevant ones stay as they were; so do all, where the query only excludes.
    """
    if not query.wanted:
        return list(ids)
    texts = lookup.texts(ids, router.db_for_read(Statement))
    return by_relevance(ids, texts, query.wanted)
