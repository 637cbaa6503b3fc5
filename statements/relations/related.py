"""How a statement stands to others, as its public page says it: from its own side of each link."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from statements.models import Relation, Statement
from statements.prepared import Prepared
from statements.shown import Shown, in_order
from statements.wording import label as label_of

Kind = Relation.Kind
MOST = 50  # relations on a page
Link = tuple[bool, int, int, str, str]  # whether from here, its number, the other end, kind, note

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
    statement: Shown
    note: str


class Relations(list[Related]):
    """The relations that a page shows, and how many `more` there are."""

    def __init__(self, shown: list[Related], more: int) -> None:
        super().__init__(shown)
        self.more = more


def related(statement: Statement) -> Relations:
    """The confirmed relations to published statements, in a constant number of queries.

    What is taken back comes first, the rest by date.
    """
    own = [(True, *row) for row in _own().of([statement.pk])]
    links = own + [(False, *row) for row in _others().of([statement.pk]) if row[1] != statement.pk]
    days: dict[int, str] = dict(_days().of([link[2] for link in links])) if links else {}
    public = [link for link in links if link[2] in days and link[2] != statement.pk]
    public.sort(key=lambda link: (link[3] != Kind.RETRACTS, days[link[2]], link[2]))
    numbers = list(dict.fromkeys(link[2] for link in public[:MOST]))
    known = {one.pk: one for one in in_order(numbers)}
    found = [_seen_from(link, known) for link in public[:MOST] if link[2] in known]
    return Relations(found, max(len(public) - MOST, 0))


def _seen_from(link: Link, others: dict[int, Shown]) -> Related:
    is_own, _pk, other, kind, note = link
    label = label_of(Kind, kind) if is_own else str(REVERSE[kind])
    return Related(label, kind, others[other], note)


@cache
def _own() -> Prepared:
    links = Relation.objects.published().order_by()
    return Prepared(links.values_list("pk", "target_id", "kind", "note"), "statement_id")


@cache
def _others() -> Prepared:
    links = Relation.objects.published().order_by()
    return Prepared(links.values_list("pk", "statement_id", "kind", "note"), "target_id")


@cache
def _days() -> Prepared:
    return Prepared(Statement.objects.published().order_by().values_list("pk", "said_on"), "pk")
