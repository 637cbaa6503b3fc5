"""Writing the ledger: only `workflow` and `relating` do, in the transaction of what they enter.

The book is one chain, so writers take turns: on PostgreSQL by a lock until the end of the
transaction, on SQLite by the write lock that every transaction begins with. Each function of the
workflow therefore writes last, when it has all the rows it needs.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from sources.publication import Publishable, Status
from statements.ledger.content import contents, kinds, sha256
from statements.models import LedgerEntry
from statements.postings import content

Action = LedgerEntry.Action
Key = tuple[str, int]
FIRST = "0" * 64  # the hash before the first
BATCH = 250


@transaction.atomic(savepoint=False)
def enter(
    *,
    published: Iterable[Publishable] = (),
    changed: Iterable[Publishable] = (),
    withdrawn: Iterable[Publishable] = (),
) -> None:
    """Append what happened to these records.

    Of those that may have `changed`, only the public ones that did get an entry.
    """
    made, gone = _keys(published), _keys(withdrawn)
    public = _keys(one for one in changed if one.is_published)
    seen = [key for key in public if key not in {*made, *gone}]
    wanted = dict.fromkeys([*made, *seen, *gone])
    if not wanted:
        return
    content.take_turn("default")
    digests, known = _digests(wanted), newest(seen)
    actions: list[tuple[Action, Key]] = [(Action.PUBLISHED, key) for key in made]
    actions += [_correction(key, known) for key in seen if digests.get(key) != known.get(key)]
    actions += [(Action.WITHDRAWN, key) for key in gone]
    _append((action, key, digests[key]) for action, key in actions if key in digests)


@transaction.atomic
def begin() -> int:
    """Enter what is public and is not in the ledger yet; the number of records entered."""
    content.take_turn("default")
    return sum(_begin_with(label) for label in kinds())


def chained(entry: LedgerEntry) -> dict[str, Any]:
    """What the hash of an entry is taken of."""
    return {
        "number": entry.number,
        "made_at": entry.made_at.astimezone(datetime.UTC).isoformat(),
        "action": str(entry.action),
        "model": entry.model,
        "record_id": entry.record_id,
        "sha256": entry.sha256,
        "previous": entry.previous,
    }


def told(entry: LedgerEntry) -> dict[str, Any]:
    """An entry as it is handed out."""
    return {**chained(entry), "hash": entry.hash}


def newest(keys: Iterable[Key]) -> dict[Key, str]:
    """The digest of the newest entry of each of these records."""
    found: dict[Key, str] = {}
    for label, ids in _by_kind(keys).items():
        entries = LedgerEntry.objects.filter(model=label, record_id__in=ids).order_by("number")
        found |= {(label, pk): digest for pk, digest in entries.values_list("record_id", "sha256")}
    return found


def once_public(label: str) -> QuerySet[Any]:
    """The records of a kind that are public, or were."""
    model: Any = kinds()[label]
    found: QuerySet[Any] = model._base_manager.filter(
        status__in=(Status.PUBLISHED, Status.WITHDRAWN)
    )
    return found


def _begin_with(label: str) -> int:
    entered = LedgerEntry.objects.filter(model=label).values("record_id")
    rows = list(
        once_public(label).exclude(pk__in=entered).order_by("pk").values_list("pk", "status")
    )
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        digests = _digests([(label, pk) for pk, _status in part])
        _append((Action(status), (label, pk), digests[label, pk]) for pk, status in part)
    return len(rows)


def _keys(records: Iterable[Publishable]) -> list[Key]:
    return list(dict.fromkeys((one._meta.label_lower, one.pk) for one in records))


def _by_kind(keys: Iterable[Key]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for label, pk in keys:
        found[label].append(pk)
    return found


def _digests(keys: Iterable[Key]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for label, ids in _by_kind(keys).items():
        read = contents(kinds()[label], ids)
        found |= {(label, pk): sha256(content) for pk, content in read.items()}
    return found


def _correction(key: Key, known: dict[Key, str]) -> tuple[Action, Key]:
    """What was public before the ledger began enters it as published."""
    return (Action.CORRECTED if key in known else Action.PUBLISHED), key


def _append(happened: Iterable[tuple[Action, Key, str]]) -> None:
    LedgerEntry.objects.bulk_create(list(_linked(happened)))


def _linked(happened: Iterable[tuple[Action, Key, str]]) -> Iterator[LedgerEntry]:
    last = LedgerEntry.objects.order_by("number").last()
    number, previous = (last.number, last.hash) if last else (0, FIRST)
    for action, (label, pk), digest in happened:
        number += 1
        entry = LedgerEntry(
            number=number, made_at=timezone.now(), action=action, model=label, record_id=pk,
            sha256=digest, previous=previous,
        )  # fmt: skip
        entry.hash = previous = sha256(chained(entry))
        yield entry
