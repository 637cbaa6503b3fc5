"""How these tests write files and bring them in."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from statements.exports.json_lines import json_lines
from statements.exports.statements import STATEMENTS
from statements.exports.tables import csv_lines
from statements.importing.report import Report
from statements.importing.running import Import, run
from statements.models import Statement

BASE = "https://register.example"


def public() -> Iterable[Any]:
    numbers = Statement.objects.published().values_list("pk", flat=True)
    return STATEMENTS.load(numbers).values()


def exported(*, bom: bool = False) -> str:
    """All published statements as CSV, as a reader takes them away."""
    return "".join(csv_lines(STATEMENTS.fields(BASE), public(), bom=bom))


def exported_lines() -> str:
    return "".join(json_lines(STATEMENTS.fields(BASE), public()))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def file(*rows: dict[str, Any], delimiter: str = ",", ends: str = "\r\n") -> str:
    """Rows as a spreadsheet writes them; columns are those of the first."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(rows[0]), delimiter=delimiter, lineterminator=ends)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def lines(*rows: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def bring(text: str, *, commit: bool = True, expected: str = "", **said: Any) -> Report:
    """Import a file of CSV, or of JSON Lines where it looks like them."""
    return run(Import(text, is_json=text.startswith("{"), **said), commit=commit, expected=expected)


def told(report: Report) -> list[tuple[int, str, str]]:
    """Rows, columns and sentences of what is wrong."""
    return [(fault.row, fault.column, fault.text) for fault in report.faults]


def counts(report: Report) -> tuple[int, int, int]:
    return tuple(report.counts[state] for state in ("new", "changed", "unchanged"))  # type: ignore[return-value]
