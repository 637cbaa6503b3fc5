"""The entries of the corpus in the ledger, each bound to the one before it."""

import hashlib
from collections.abc import Iterable, Iterator

from statements.corpus.records import Row, moment, table
from statements.ledger.book import FIRST, Action
from statements.models import LedgerEntry

PUBLISHED = Action.PUBLISHED.value
#: A moment as the database takes it, the label and the id of a record, and the digest of what is
#: public of it.
Entered = tuple[str, str, int, str]


class Chain:
    """The end of the ledger, to which entries are appended."""

    def __init__(self, number: int = 0, previous: str = FIRST) -> None:
        self.number, self.previous = number, previous

    @classmethod
    def read(cls) -> "Chain":
        """Give the end of the ledger as it stands in the database."""
        last = LedgerEntry.objects.order_by("number").last()
        return cls(last.number, last.hash) if last else cls()

    def rows(self, entered: Iterable[Entered]) -> Iterator[Row]:
        """Append what was published; give the rows of the ledger for it."""
        row = table(LedgerEntry).row
        for made_at, label, record, digest in entered:
            self.number += 1
            bound, self.previous = self.previous, self._bind(made_at, label, record, digest)
            yield row({
                "action": PUBLISHED, "made_at": made_at, "model": label, "number": self.number,
                "previous": bound, "record_id": record, "sha256": digest, "hash": self.previous,
            })  # fmt: skip

    def _bind(self, made_at: str, label: str, record: int, digest: str) -> str:
        """The digest of the newest entry, whose canonical JSON needs nothing escaped."""
        told = (
            f'{{"action":"{PUBLISHED}","made_at":"{moment(made_at)}","model":"{label}",'
            f'"number":{self.number},"previous":"{self.previous}","record_id":{record},'
            f'"sha256":"{digest}"}}'
        )
        return hashlib.sha256(told.encode()).hexdigest()
