"""The record as it was public: a snapshot for each version that readers could see."""

from typing import Any

from django.db.models import QuerySet

from statements.models import Citation, Figure, Position, Statement
from statements.prepared import Prepared

NAMES = "names"  # the part of a snapshot that belongs to other records, and is not compared
PLAIN = (
    "role_as_printed", "attributed_as", "kind", "text", "language", "original_text",
    "original_language", "summary", "context", "date_basis", "date_note", "weekday_as_printed",
    "venue", "acknowledges_problem", "override_reason",
)  # fmt: skip

TOPICS = Prepared(Statement.topics.through._default_manager.values_list("topic__slug"), "statement")
FUNCTIONS = Prepared(
    Statement.functions.through._default_manager.values_list("function__code"), "statement"
)


def _shown(queryset: QuerySet[Any], owner: str, **columns: str) -> tuple[tuple[str, ...], Prepared]:
    """The names in a snapshot, and the rows of the records that belong to a statement."""
    values = queryset.order_by("id").values_list(*columns.values())
    return tuple(columns), Prepared(values, owner)


SHOWN = {
    "citations": _shown(
        Citation.objects.all(), "statement",
        source="source", excerpt="excerpt", locator="locator", is_primary="is_primary",
    ),
    "positions": _shown(
        Position.objects.published(), "evidence",
        position="pk", placement="placement", stance="stance__code", target="target",
        grounds="grounds", as_of="as_of",
    ),
    "figures": _shown(
        Figure.objects.published(), "statement",
        figure="pk", indicator="indicator__code", value="value",
        value_as_printed="value_as_printed", period_start="period_start",
        period_end="period_end", unit_disputed="unit_disputed", note="note",
    ),
}  # fmt: skip


def snapshot(statement: Statement) -> dict[str, Any]:
    """All that the public page tells, as plain data that JSON can hold."""
    own = [statement.pk]
    record: dict[str, Any] = {name: getattr(statement, name) for name in PLAIN}
    record["said_on"] = str(statement.said_on or "")
    for name in ("speaker", "organisation", "role", "event"):
        record[name] = getattr(statement, f"{name}_id")
    record["topics"] = sorted(slug for (slug,) in TOPICS.of(own))
    record["functions"] = sorted(code for (code,) in FUNCTIONS.of(own))
    for name, (columns, rows) in SHOWN.items():
        record[name] = [dict(zip(columns, row, strict=True)) for row in rows.converted(own)]
    record["positions"] = [_position(one) for one in record["positions"]]
    record["figures"] = [_figure(one) for one in record["figures"]]
    record[NAMES] = {
        "claimant": str(statement.claimant),
        "role": statement.role.title if statement.role else "",
        "event": str(statement.event or ""),
    }
    return record


def _position(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"as_of": str(row["as_of"])}


def _figure(row: dict[str, Any]) -> dict[str, Any]:
    begin, end = row.pop("period_start"), row.pop("period_end")
    return row | {
        "value": f"{row['value'].normalize():f}",
        "period": [str(begin or ""), str(end or "")],
    }


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The names of the fields in which two snapshots differ, those of other records aside."""
    names = [name for name in after if name != NAMES]
    return [name for name in names if before.get(name) != after[name]]
