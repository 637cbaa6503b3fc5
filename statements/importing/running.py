"""A whole import: every row looked at, then all of them kept or none."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from statements.importing.columns import ID, KNOWN
from statements.importing.naming import MOST_DIGITS, Names
from statements.importing.report import Report
from statements.importing.rowwise import Refused, Stored, stored, take
from statements.importing.table import Fault, FileError, Row, rows

BATCH = 100
MOST_FAULTS = 1_000  # sentences that a report holds
Progress = Callable[[int], None]


class _Undo(Exception):  # noqa: N818  # no error: nothing is to be kept
    """Ends the transaction of a dry run."""


@dataclass
class Import:
    """A file, who brings it, and what they say of changes to what is published."""

    text: str
    is_json: bool
    by: User | None = None
    note: str = ""
    most_rows: int | None = None
    progress: Progress = lambda _: None
    names: Names = field(default_factory=Names)
    taken: dict[int, int] = field(default_factory=dict)  # the row of each statement


def run(wanted: Import, *, commit: bool = False, expected: str = "") -> Report:
    """Look at every row, and keep all they say if `commit` and if nothing is wrong.

    With `expected`, only if the report is still the one with that fingerprint. It is one
    transaction: whatever ends it early leaves nothing behind. Raises FileError.
    """
    report = Report()
    try:
        with transaction.atomic():
            _look_at_all(wanted, report)
            as_expected = not expected or report.fingerprint == expected
            if report.faults or not commit or not as_expected:
                raise _Undo
            report.is_kept = True
    except _Undo:
        pass
    return report


def _look_at_all(wanted: Import, report: Report) -> None:
    found = rows(wanted.text, is_json=wanted.is_json, known=KNOWN)
    for count, (row, record) in enumerate(with_records(found), start=1):
        if wanted.most_rows and count > wanted.most_rows:
            said = _("These are more than %d rows. Import them in parts, or on the server.")
            raise FileError(said % wanted.most_rows)
        _look_at(wanted, row, record, report)
        wanted.progress(count)
        if len(report.faults) >= MOST_FAULTS:
            report.faults.append(Fault(0, "", _("There is more that is wrong.")))
            return


def _look_at(wanted: Import, row: Row, record: Stored | None, report: Report) -> None:
    if record is not None:
        earlier = wanted.taken.setdefault(record.statement.pk, row.number)
        if earlier != row.number:
            row.fault(ID, _("Row %d is of the same statement.") % earlier)
    if row.faults:
        report.faults += row.faults
        return
    try:
        outcome = take(row, record, names=wanted.names, by=wanted.by, note=wanted.note)
    except Refused as refused:
        report.faults += [Fault(row.number, column, text) for column, text in refused.reasons]
    else:
        report.add(outcome)


def with_records(found: Iterable[Row]) -> Iterator[tuple[Row, Stored | None]]:
    """Each row with the statement it is of, None for a new one; those of none have a fault."""
    remaining = iter(found)
    while batch := list(islice(remaining, BATCH)):
        numbers = {row.number: number for row in batch if (number := _number(row))}
        records = stored(numbers.values())
        for row in batch:
            number = numbers.get(row.number)
            if number and number not in records:
                said = _("There is no statement %d. Leave the cell empty for a new one.")
                row.fault(ID, said % number)
            yield row, records.get(number or 0)


def _number(row: Row) -> int | None:
    given = row.cells.get(ID, "")
    text = given.strip() if isinstance(given, str) else " "
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    row.fault(ID, _("This is not the number of a statement."))
    return None
