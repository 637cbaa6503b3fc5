"""Keeping the postings true: each entry of the search is told as it is to be, and is compared.

Only `search.index` calls this, in the transaction of `workflow` that changes what is described.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from statements.models import SearchEntry, ValuePosting, WordPosting
from statements.postings import blobs, content
from statements.postings.blobs import Sets
from statements.postings.content import Change
from statements.postings.terms import terms

_BATCH = 500


@dataclass(frozen=True)
class Entry:
    """What is to be known of a statement: its tokens, parted by blanks, and its values.

    Both are empty where it is not to be found.
    """

    statement_id: int
    tokens: str = ""
    values: frozenset[str] = frozenset()

    @property
    def is_gone(self) -> bool:
        return not self.values


@dataclass(frozen=True)
class Edit:
    """An entry as it was and as it is to be."""

    before: Entry
    after: Entry

    @property
    def change(self) -> Change:
        before, after = self.before.values, self.after.values
        return Change(self.after.statement_id, after - before, before - after)


def put(entries: Iterable[Entry], using: str = "default") -> None:
    """Store these entries in place of what there is of the same statements."""
    content.take_turn(using)
    remaining = list(entries)
    for start in range(0, len(remaining), _BATCH):
        _put(remaining[start : start + _BATCH], using)


def _put(entries: list[Entry], using: str) -> None:
    stored = _stored([one.statement_id for one in entries], using)
    edits = [Edit(stored.get(one.statement_id, Entry(one.statement_id)), one) for one in entries]
    edits = [one for one in edits if one.before != one.after]
    _write_entries(edits, using)
    changes = [one.change for one in edits]
    added = ((change.statement_id, change.added) for change in changes)
    removed = ((change.statement_id, change.removed) for change in changes)
    blobs.change(ValuePosting, _sets(added), _sets(removed), using)
    blobs.change(WordPosting, *_words(edits), using)
    changed = [one for one in changes if one.added or one.removed]
    if changed:
        content.note(changed, using=using)


def _stored(ids: list[int], using: str) -> dict[int, Entry]:
    rows = SearchEntry.objects.using(using).filter(pk__in=ids)
    return {
        pk: Entry(pk, tokens, frozenset(values.split()))
        for pk, tokens, values in rows.values_list("pk", "tokens", "values")
    }


def _write_entries(edits: list[Edit], using: str) -> None:
    entries = SearchEntry.objects.using(using)
    gone = [one.after.statement_id for one in edits if one.after.is_gone]
    if gone:
        entries.filter(pk__in=gone).delete()
    entries.bulk_create(
        [row_of(one.after) for one in edits if not one.after.is_gone],
        update_conflicts=True,
        unique_fields=["statement"],
        update_fields=["tokens", "values"],
    )


def row_of(entry: Entry) -> SearchEntry:
    """The row that keeps an entry."""
    values = " ".join(sorted(entry.values))
    return SearchEntry(statement_id=entry.statement_id, tokens=entry.tokens, values=values)


def _words(edits: Iterable[Edit]) -> tuple[Sets, Sets]:
    """The statements that gain a term, and those that have it no more."""
    words = [
        (edit.after.statement_id, terms(edit.before.tokens), terms(edit.after.tokens))
        for edit in edits
    ]
    gained = ((pk, after - before) for pk, before, after in words)
    return _sets(gained), _sets((pk, before - after) for pk, before, after in words)


def _sets(pairs: Iterable[tuple[int, Iterable[str]]]) -> Sets:
    found: dict[str, list[int]] = defaultdict(list)
    for pk, terms_ in pairs:
        for term in terms_:
            found[term].append(pk)
    return found
