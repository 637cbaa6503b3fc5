"""The one door through which a relation between statements is made, confirmed or rejected.

    suggested → confirmed | rejected        by hand: confirmed at once

Every function takes keywords only, is atomic and raises `WorkflowError` with sentences for an
editor. Nothing else writes the state of a relation. `by` is the person who acts, None a command.
"""

from collections import Counter
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from sources.publication import Status
from statements.ledger import book
from statements.models import Relation, Statement
from statements.postings import content
from statements.refusals import StaleError, WorkflowError
from statements.relations.suggesting import Suggestion

State = Relation.State
#: Kinds that say the same in both directions: one row a pair, the older record first.
SYMMETRIC = frozenset({Relation.Kind.CONTRADICTS, Relation.Kind.SAME_REMARK})
JUDGED = (Status.PUBLISHED, Status.IN_REVIEW)  # statements between which relations are suggested
_BATCH = 500


@transaction.atomic
def relate(
    *, statement: Statement, target: Statement, kind: str, by: User | None, note: str = ""
) -> Relation:
    """Link two statements by hand. A suggested or rejected link of this kind is confirmed."""
    _require(by)
    _require_kind(kind)
    if statement.pk == target.pk:
        raise WorkflowError([_("A statement cannot be linked with itself.")])
    _lock_statements(statement.pk, target.pk)
    first, second = _in_order(statement.pk, target.pk, kind)
    known = Relation.objects.filter(statement=first, target=second, kind=kind).first()
    if known and known.state == State.CONFIRMED:
        raise WorkflowError([_("These two statements are linked like this already.")])
    relation = known or Relation(statement_id=first, target_id=second, kind=kind)
    relation.note = note.strip()
    return _decided(relation, State.CONFIRMED, by)


@transaction.atomic
def confirm(
    *,
    relation: Relation,
    by: User | None,
    kind: str = "",
    turned: bool = False,
    note: str | None = None,
) -> Relation:
    """Make a relation public, as another kind or the other way round where the editor says so.

    Raises StaleError where somebody else has decided it since it was read.
    """
    _require(by)
    stored = _current(relation)
    if stored.state == State.CONFIRMED:
        raise WorkflowError([_("This relation is confirmed already.")])
    _set_kind(stored, kind or stored.kind, turned=turned)
    if note is not None:
        stored.note = note.strip()
    return _decided(stored, State.CONFIRMED, by)


@transaction.atomic
def reject(*, relation: Relation, by: User | None) -> Relation:
    """Keep a relation as rejected, so that the pair is not suggested again.

    A confirmed one is taken back so. Raises StaleError as `confirm` does.
    """
    _require(by)
    stored = _current(relation)
    if stored.state == State.REJECTED:
        raise WorkflowError([_("This relation is rejected already.")])
    return _decided(stored, State.REJECTED, by)


@transaction.atomic
def amend(*, relation: Relation, by: User | None, kind: str, note: str) -> Relation:
    """Change the kind or the public note; what was decided stays so."""
    _require(by)
    stored = _current(relation)
    _set_kind(stored, kind, turned=False)
    stored.note = note.strip()
    return _saved(stored, by)


@transaction.atomic
def suggest(*, suggestions: Iterable[Suggestion], by: User | None) -> Counter[str]:
    """Keep what was found for editors to judge; give the number of new suggestions by rule.

    A pair that has a relation of any kind and state, either way round, is passed over.
    """
    _require(by)
    known = {_pair(*ends) for ends in Relation.objects.values_list("statement", "target")}
    new = [one for one in suggestions if one.pair not in known]
    rows = [_suggested(one) for one in new]
    # Two who look at once find the same, and keep it once.
    Relation.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)
    return Counter(one.rule for one in new)


def waiting() -> QuerySet[Relation]:
    """The suggestions that nobody has judged, between statements published or in review."""
    decided = Relation.objects.exclude(state=State.SUGGESTED)
    same = decided.filter(statement=OuterRef("statement"), target=OuterRef("target"))
    turned = decided.filter(statement=OuterRef("target"), target=OuterRef("statement"))
    found = Relation.objects.filter(
        state=State.SUGGESTED, statement__status__in=JUDGED, target__status__in=JUDGED
    )
    return found.exclude(Exists(same)).exclude(Exists(turned)).order_by("rule", "pk")


def _suggested(one: Suggestion) -> Relation:
    first, second = _in_order(one.statement, one.target, one.kind)
    return Relation(
        statement_id=first, target_id=second, kind=one.kind, rule=one.rule, grounds=one.grounds
    )


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _in_order(statement: int, target: int, kind: str) -> tuple[int, int]:
    return _pair(statement, target) if kind in SYMMETRIC else (statement, target)


def _set_kind(relation: Relation, kind: str, *, turned: bool) -> None:
    _require_kind(kind)
    one, other = relation.statement_id, relation.target_id
    first, second = _in_order(other, one, kind) if turned else _in_order(one, other, kind)
    relation.statement_id, relation.target_id, relation.kind = first, second, kind
    twins = Relation.objects.filter(statement=first, target=second, kind=kind)
    if twins.exclude(pk=relation.pk).exists():
        raise WorkflowError([_("These two statements are linked like this already.")])


def _lock_statements(*keys: int) -> None:
    """In one order, so that two people who link the same two do not wait for each other."""
    rows = Statement.objects.filter(pk__in=keys).order_by("pk").select_for_update(no_key=True)
    list(rows.values_list("pk"))


def _current(relation: Relation) -> Relation:
    """The relation as stored, its row and its statements locked."""
    _lock_statements(relation.statement_id, relation.target_id)
    stored = Relation.objects.filter(pk=relation.pk).select_for_update(no_key=True).first()
    if stored is None or stored.state != relation.state:
        raise StaleError([_("Somebody else has decided this meanwhile.")])
    return stored


def _require(by: User | None) -> None:
    if by is not None and not by.has_perm("statements.change_relation"):
        raise WorkflowError([_("You may not link statements.")])


def _require_kind(kind: str) -> None:
    if kind not in Relation.Kind.values:
        raise WorkflowError([_("There is no such kind of relation.")])


def _decided(relation: Relation, state: str, by: User | None) -> Relation:
    relation.state, relation.decided_by, relation.decided_at = state, by, timezone.now()
    return _saved(relation, by)


def _saved(relation: Relation, by: User | None) -> Relation:
    relation._history_user = by  # type: ignore[attr-defined]  # read by django-simple-history
    relation.save()
    content.note()
    book.enter(changed=[relation.statement, relation.target])
    return relation
