"""How a statement stands to others, as its public page says it: from its own side of each link."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from statements.models import Relation, Statement
from statements.rows import Row, rows

Kind = Relation.Kind

#: What a relation is called on the page of the statement that it leads to.
REVERSE: dict[str, Any] = {
    Kind.REPEATS: _("Is repeated by"),
    Kind.CONTRADICTS: _("Is contradicted by"),
    Kind.RESPONDS_TO: _("Is answered by"),
    Kind.CLARIFIES: _("Is clarified by"),
    Kind.RETRACTS: _("Is retracted by"),
    Kind.SAME_REMARK: _("Same remark as"),
}


@dataclass(frozen=True)
class Related:
    """Another public statement, and how the one in question stands to it."""

    label: str
    kind: str
    row: Row
    note: str

    @property
    def statement(self) -> Statement:
        return self.row.statement


def related(statement: Statement) -> list[Related]:
    """The confirmed relations to published statements, in a constant number of queries.

    What is taken back comes first, the rest by date.
    """
    ends = Q(statement=statement) | Q(target=statement)
    links = list(Relation.objects.published().filter(ends))
    keys = {key for link in links for key in (link.statement_id, link.target_id)}
    others = Statement.objects.published().filter(pk__in=keys - {statement.pk}).for_rows()
    known = {row.statement.pk: row for row in rows(others)}
    found = [_seen_from(statement, link, known) for link in links]
    return sorted(filter(None, found), key=_order)


def _seen_from(statement: Statement, link: Relation, others: dict[int, Row]) -> Related | None:
    own = link.statement_id == statement.pk
    other = others.get(link.target_id if own else link.statement_id)
    label = Kind(link.kind).label if own else REVERSE[link.kind]
    return Related(str(label), link.kind, other, link.note) if other else None


def _order(one: Related | None) -> tuple[bool, Any, int]:
    if one is None or one.statement.said_on is None:
        return True, "", 0
    return one.kind != Kind.RETRACTS, str(one.statement.said_on), one.statement.pk
