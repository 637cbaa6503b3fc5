"""The record as it was public: a snapshot for each version that readers could see."""

from typing import Any

from statements.models import Citation, Figure, Position, Statement

NAMES = "names"  # the part of a snapshot that belongs to other records, and is not compared
PLAIN = (
    "role_as_printed", "attributed_as", "kind", "text", "language", "original_text",
    "original_language", "summary", "context", "date_basis", "date_note", "weekday_as_printed",
    "venue", "acknowledges_problem", "override_reason",
)  # fmt: skip


def snapshot(statement: Statement) -> dict[str, Any]:
    """All that the public page tells, as plain data that JSON can hold."""
    record: dict[str, Any] = {name: getattr(statement, name) for name in PLAIN}
    record["said_on"] = str(statement.said_on or "")
    for name in ("speaker", "organisation", "role", "event"):
        record[name] = getattr(statement, f"{name}_id")
    record["topics"] = sorted(topic.slug for topic in statement.topics.all())
    record["functions"] = sorted(function.code for function in statement.functions.all())
    record["citations"] = [_citation(one) for one in statement.citations.order_by("id")]
    positions = Position.objects.published().filter(evidence=statement).select_related("stance")
    record["positions"] = [_position(one) for one in positions.order_by("id")]
    figures = statement.figures.published().select_related("indicator")
    record["figures"] = [_figure(one) for one in figures.order_by("id")]
    record[NAMES] = {
        "claimant": str(statement.claimant),
        "role": statement.role.title if statement.role else "",
        "event": str(statement.event or ""),
    }
    return record


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "source": citation.source_id,
        "excerpt": citation.excerpt,
        "locator": citation.locator,
        "is_primary": citation.is_primary,
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        "position": position.pk,
        "placement": position.placement_id,
        "stance": position.stance.code,
        "target": position.target,
        "grounds": position.grounds,
        "as_of": str(position.as_of),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "figure": figure.pk,
        "indicator": figure.indicator.code,
        "value": f"{figure.value.normalize():f}",
        "value_as_printed": figure.value_as_printed,
        "period": [str(figure.period_start or ""), str(figure.period_end or "")],
        "unit_disputed": figure.unit_disputed,
        "note": figure.note,
    }


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The names of the fields in which two snapshots differ, those of other records aside."""
    names = [name for name in after if name != NAMES]
    return [name for name in names if before.get(name) != after[name]]
