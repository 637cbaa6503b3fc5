"""The proof that nothing public was changed or removed silently: what does not agree, in words."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from sources.publication import Status
from statements.ledger.book import FIRST, Action, Key, once_public, told
from statements.ledger.content import contents, kinds, sha256
from statements.models import LedgerEntry

BATCH = 250
Entry = dict[str, Any]
Newest = dict[Key, tuple[str, str]]  # action and digest by record


def entries() -> Iterator[Entry]:
    """The ledger from its beginning, as it is handed out."""
    return (told(entry) for entry in LedgerEntry.objects.order_by("number").iterator(BATCH))


def faults() -> Iterator[str]:
    """A sentence for each break in the chain, and for each record that differs from its entry."""
    newest: Newest = {}
    yield from _broken(_remembered(entries(), newest))
    if not newest and any(once_public(label).exists() for label in kinds()):
        yield _("The ledger is empty. Where it was never begun: manage.py ledger --begin")
        return
    for label in kinds():
        yield from _differing(label, newest)


def faults_of_copy(copy: Iterable[Entry]) -> Iterator[str]:
    """A sentence for each entry of an earlier copy that the ledger does not hold as it was."""
    kept: list[Entry] = list(copy)
    yield from _broken(iter(kept))
    for start in range(0, len(kept), BATCH):
        part = kept[start : start + BATCH]
        found = LedgerEntry.objects.in_bulk([int(one["number"]) for one in part])
        for one in part:
            entry = found.get(one["number"])
            if entry is None:
                yield _("Entry %s of the copy is not in the ledger.") % one["number"]
            elif told(entry) != one:
                yield _("Entry %s of the copy is another in the ledger.") % one["number"]


def _remembered(chain: Iterator[Entry], newest: Newest) -> Iterator[Entry]:
    for one in chain:
        newest[one["model"], one["record_id"]] = (one["action"], one["sha256"])
        yield one


def _broken(chain: Iterator[Entry]) -> Iterator[str]:
    number, previous = 0, FIRST
    for one in chain:
        number += 1
        if one["number"] != number:
            yield _("Entry %(wanted)s is missing: entry %(found)s follows.") % {
                "wanted": number, "found": one["number"],
            }  # fmt: skip
        elif one["previous"] != previous:
            yield _("Entry %s does not follow from the entry before it.") % number
        if sha256({name: value for name, value in one.items() if name != "hash"}) != one["hash"]:
            yield _("Entry %s was changed: it has another hash.") % one["number"]
        number, previous = one["number"], one["hash"]


def _differing(label: str, newest: Newest) -> Iterator[str]:
    model: Any = kinds()[label]
    states = dict(once_public(label).order_by("pk").values_list("pk", "status"))
    ids = list(states)
    for start in range(0, len(ids), BATCH):
        for pk, content in contents(model, ids[start : start + BATCH]).items():
            known = newest.get((label, pk))
            yield from _judged(f"{label} {pk}", states[pk], known, content)
    for (kind, pk), (action, _digest) in newest.items():
        if kind == label and pk not in states:
            yield _removed(f"{label} {pk}", action)


def _judged(
    name: str, status: str, known: tuple[str, str] | None, content: dict[str, Any]
) -> Iterator[str]:
    if known is None:
        yield _("%(record)s is %(status)s, and the ledger does not know of it.") % {
            "record": name, "status": status,
        }  # fmt: skip
    elif (known[0] == Action.WITHDRAWN) != (status == Status.WITHDRAWN):
        yield _("%(record)s is %(status)s; by the ledger it is %(action)s.") % {
            "record": name, "status": status, "action": known[0],
        }  # fmt: skip
    elif sha256(content) != known[1]:
        yield _("%s is not as the ledger has it: it was changed behind its back.") % name


def _removed(name: str, action: str) -> str:
    said = {"record": name, "action": action}
    return _("%(record)s is no longer there; by the ledger it is %(action)s.") % said
