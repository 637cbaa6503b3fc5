"""What is public of a record, as plain data in one canonical form: what the ledger vouches for.

A fact stands with one record only, the one it belongs to. So the new name of a speaker is a change
of the speaker, not of all that they said. Records are read as the database holds them, without the
models, so that nothing a model would mend hides what was done to a row.
"""

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from sources.publication import Publishable, Status
from statements.models import (
    Alias,
    Citation,
    Correction,
    Edition,
    Evidence,
    Level,
    Position,
    Ranking,
    Relation,
    Revision,
    Role,
    Speaker,
    Statement,
)
from statements.prepared import Prepared

Content = dict[str, Any]
#: Columns that no reader sees: of the editors' work, or derived from other columns.
OF_EDITORS = frozenset({
    "status", "notes", "version", "submitted_by", "review_note", "overridden_by", "made_by",
    "created_at", "updated_at", "canonical_url", "folded", "auto_match", "broken_by",
    "rule_version", "decided_by", "decided_at",
})  # fmt: skip
#: What a record consists of besides its own row: the part, and its way to the whole.
PARTS: dict[type[models.Model], tuple[tuple[type[models.Model], str], ...]] = {
    Speaker: ((Alias, "speaker"), (Role, "speaker")),
    Ranking: ((Level, "ranking"), (Edition, "ranking")),
    Position: ((Evidence, "position"),),
    Statement: (
        (Citation, "statement"),
        (Correction, "statement"),
        (Revision, "statement"),
        (Relation, "statement"),
    ),
}
#: Parts that readers see under a condition only.
SEEN: dict[type[models.Model], Q] = {
    Evidence: Q(statement__status=Status.PUBLISHED),
    Relation: Q(state=Relation.State.CONFIRMED, statement__status=Status.PUBLISHED),
}


@cache
def kinds() -> dict[str, type[Publishable]]:
    """Every kind of record that is published, by its label such as `statements.speaker`."""
    found = [model for model in apps.get_models() if issubclass(model, Publishable)]
    return {model._meta.label_lower: model for model in found}


def wholes_of(record: models.Model) -> Iterator[Publishable]:
    """The record itself if it is one that is published, and those that it is a part of."""
    if isinstance(record, Publishable):
        yield record
    for whole, parts in PARTS.items():
        for part, name in parts:
            if isinstance(record, part):
                yield from whole._default_manager.filter(pk=getattr(record, f"{name}_id"))  # type: ignore[misc]


def columns(model: type[models.Model]) -> list[str]:
    """The names of the fields that readers see of a record of this model, with its id."""
    return [one.name for one in model._meta.concrete_fields if one.name not in OF_EDITORS]


def contents(model: type[models.Model], ids: Collection[int]) -> dict[int, Content]:
    """What is public of these records, by id; without those that are not there.

    The number of queries depends on the model alone.
    """
    numbers = list(ids)
    found = {row["id"]: row for row in _rows(model, "pk", numbers)}
    for part, name in PARTS.get(model, ()):
        _add(found, part._meta.model_name or "", _rows(part, name, numbers), name)
    for name, links in _links(model):
        _add(found, name, [{"of": a, "id": b} for a, b in links.of(numbers)], "of")
    return found


def sha256(content: object) -> str:
    """The SHA-256 of the data as JSON: keys sorted, no blanks, in UTF-8."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def canonical(content: object) -> str:
    """The data as the one JSON text that stands for it."""
    return json.dumps(
        content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain
    )


def _rows(model: type[models.Model], name: str, numbers: list[int]) -> list[Content]:
    names = columns(model)
    return [dict(zip(names, row, strict=True)) for row in _prepared(model, name).converted(numbers)]


@cache
def _prepared(model: type[models.Model], name: str) -> Prepared:
    """The rows of a model, by one of its columns."""
    seen = model._base_manager.filter(SEEN.get(model, Q())).order_by("pk")
    return Prepared(seen.values_list(*columns(model)), name)


@cache
def _links(model: type[models.Model]) -> list[tuple[str, Prepared]]:
    """What links records of a model to others, by the name of the field."""
    found = []
    for field in model._meta.many_to_many:
        through: Any = field.remote_field.through
        if through._meta.auto_created:
            owner, other = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
            pairs = through._default_manager.order_by(other)
            found.append((field.name, Prepared(pairs.values_list(owner, other), owner)))
    return found


def _add(found: dict[int, Content], name: str, rows: list[Content], owner: str) -> None:
    by_owner: dict[int, list[Content]] = defaultdict(list)
    for row in rows:
        by_owner[row[owner]].append(row)
    for pk, content in found.items():
        content[name] = by_owner[pk]


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    return str(value)  # a date, or as much of one as is known
