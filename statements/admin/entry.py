"""A statement with all its fields, to be read beside its source."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext

from sources.dates import PartialDate
from statements.models import Position, Statement

FIELDS = (
    "speaker", "organisation", "role", "role_as_printed", "attributed_as", "kind", "language",
    "text", "original_text", "original_language", "summary", "context", "said_on", "date_basis",
    "weekday_as_printed", "date_note", "event", "venue", "topics", "functions",
    "acknowledges_problem", "notes", "override_reason", "review_note",
)  # fmt: skip


def entry(statement: Statement) -> list[tuple[str, str]]:
    """The name and the value of each field that is filled in, positions and figures last."""
    fields: list[Any] = [Statement._meta.get_field(name) for name in FIELDS]
    found = [(capfirst(field.verbose_name), _in_words(statement, field)) for field in fields]
    positions = Position.objects.filter(evidence=statement).select_related(
        "speaker", "organisation", "stance", "placement__edition__ranking",
        "placement__country", "placement__level",
    )  # fmt: skip
    found += [(gettext("Position"), str(one)) for one in positions]
    figures = statement.figures.select_related("indicator")
    found += [(gettext("Figure"), f"{one.indicator}: {one.value_as_printed}") for one in figures]
    return [(name, words) for name, words in found if words]


def _in_words(statement: Statement, field: Any) -> str:
    value = getattr(statement, field.name)
    if field.many_to_many:
        return ", ".join(str(one) for one in value.all())
    if isinstance(value, PartialDate):
        return str(value.words())
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    return "" if value is None else str(value)
