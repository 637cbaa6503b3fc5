"""One row: what it changes, or why it cannot."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from sources.admin.base import reasons
from statements import duplicates
from statements.exports.statement_rows import StatementRow, all_rows
from statements.importing.columns import CITED, COLUMNS, ID, MANY, NOTE, VERSION
from statements.importing.filling import Cells, Filled, fill
from statements.importing.keeping import hindrance, keep
from statements.importing.naming import Names
from statements.importing.report import Outcome, State, difference, same_values
from statements.importing.table import Row
from statements.models import Statement
from statements.refusals import StaleError, WorkflowError

WORDS_IN_TITLE = 12
Reason = tuple[str, str]  # a column, or none, and a sentence


class Refused(Exception):  # noqa: N818  # as a row is
    """Why a row cannot be taken: columns and sentences."""

    def __init__(self, reasons: Iterable[Reason]) -> None:
        self.reasons = list(reasons)
        super().__init__(str(self.reasons))


@dataclass(frozen=True)
class Stored:
    """A statement that is there, and what the columns have of it."""

    statement: Statement
    columns: StatementRow


def stored(numbers: Iterable[int]) -> dict[int, Stored]:
    """The statements with these numbers, public or not."""
    wanted = list(numbers)
    if not wanted:
        return {}
    related = ("speaker", "organisation", "role", "event")
    found = Statement.objects.prefetch_related(*related).in_bulk(wanted)
    return {row.pk: Stored(found[row.pk], row) for row in all_rows(wanted)}


def take(row: Row, record: Stored | None, *, names: Names, by: User | None, note: str) -> Outcome:
    """Change the statement of a row, or make one. Raises Refused, and then nothing was written."""
    given = {name: cell for name, cell in row.cells.items() if name in COLUMNS and name != ID}
    if record is None:
        return _new(row, {name: cell for name, cell in given.items() if cell}, names, by)
    said = row.cells.get(NOTE) or note
    return _changed(row, record, given, names=names, by=by, note=str(said).strip())


# --- A statement that is there ---


def _changed(
    row: Row, record: Stored, given: Cells, *, names: Names, by: User | None, note: str
) -> Outcome:
    statement, columns = record.statement, record.columns
    differing = differing_from(columns, given)
    changed = [name for name in differing if COLUMNS[name].is_writable]
    is_stale = VERSION in differing
    title = title_of(statement)
    if not changed and (is_stale or not differing):
        return Outcome(row.number, State.UNCHANGED, statement.pk, title)
    if faults := _forbidden(statement, differing, changed, by):
        raise Refused(faults)
    told = [difference(COLUMNS[name], columns, given[name]) for name in changed]
    wanted = {name: given[name] for name in (*changed, *_along(changed)) if name in given}
    with transaction.atomic():
        filled = _filled(statement, wanted, names)
        _kept(statement, filled, by=by, note=note, version=statement.version)
    return Outcome(row.number, State.CHANGED, statement.pk, title, told)


def differing_from(columns: StatementRow, given: Cells) -> list[str]:
    """The columns in which a row says something else than the register."""
    return [
        name
        for name, cell in given.items()
        if not COLUMNS[name].holds(columns, cell)
        and not (name in MANY and same_values(COLUMNS[name], columns, cell))
    ]


def _forbidden(
    statement: Statement, differing: list[str], changed: list[str], by: User | None
) -> list[Reason]:
    if VERSION in differing:
        said = _(
            "The statement was changed since the file was made: it is at version %d now. Take it "
            "away again."
        )
        return [(VERSION, said % statement.version)]
    said = _(
        "This follows from other records and cannot be changed here. Put back what stood there, "
        "or leave the column out."
    )
    found: list[Reason] = [(name, said) for name in differing if name not in changed]
    if said := hindrance(statement, by):
        found.append((ID, said))
    return found


def _along(changed: list[str]) -> list[str]:
    """The columns that are read again with those that changed."""
    along = ["role"] if {"speaker", "said_on"} & set(changed) else []
    return [*along, *(CITED if set(CITED) & set(changed) else ())]


# --- A new one ---


def _new(row: Row, given: Cells, names: Names, by: User | None) -> Outcome:
    said = _("The register works this out: leave it empty where the statement is new.")
    faults = [(name, said) for name in given if not COLUMNS[name].is_writable]
    if faults:
        raise Refused(faults)
    statement = Statement()
    filled = _filled(statement, given, names)
    if there := _there_already(statement, given):
        return Outcome(row.number, State.UNCHANGED, there.pk, title_of(there))
    with transaction.atomic():
        _kept(statement, filled, by=by, note="", version=None)
    return Outcome(row.number, State.NEW, None, title_of(statement))


def _there_already(statement: Statement, given: Cells) -> Statement | None:
    """The statement that an earlier import made of this row. Raises Refused for one like it."""
    others = stored(one.pk for one in duplicates.same_claim(statement))
    differing = {pk: differing_from(other.columns, given) for pk, other in others.items()}
    for pk, columns in differing.items():
        if not columns:
            return others[pk].statement
    for pk, columns in differing.items():
        said = _(
            "Statement %(number)d has the same claimant, date and words, but differs in: "
            "%(columns)s. To change it, put its number in this column."
        )
        raise Refused([(ID, said % {"number": pk, "columns": ", ".join(columns)})])
    return None


# --- Both ---


def _filled(statement: Statement, cells: Cells, names: Names) -> Filled:
    filled = fill(statement, cells, names)
    if filled.faults:
        raise Refused(filled.faults)
    return filled


def _kept(
    statement: Statement, filled: Filled, *, by: User | None, note: str, version: int | None
) -> None:
    try:
        keep(statement, filled, by=by, note=note, version=version)
    except ValidationError as error:
        raise Refused(by_column(error)) from error
    except StaleError as error:
        raise Refused((VERSION, one) for one in error.reasons) from error
    except WorkflowError as error:
        column = NOTE if statement.is_published and not note else ""
        raise Refused((column, one) for one in error.reasons) from error
    except (IntegrityError, DataError, OverflowError) as error:
        raise Refused(("", one) for one in reasons(error)) from error


def by_column(error: ValidationError) -> list[Reason]:
    """The sentences of an error, each with the column it is about."""
    if not hasattr(error, "error_dict"):
        return [("", said) for said in error.messages]
    return [
        ("" if name == NON_FIELD_ERRORS else name, said)
        for name, messages in error.message_dict.items()
        for said in messages
    ]


def title_of(statement: Statement) -> str:
    """Who said which words, in short."""
    words = Truncator(statement.words).words(WORDS_IN_TITLE)
    return f"{statement.claimant}, {statement.said_on or '–'}: {words}"
