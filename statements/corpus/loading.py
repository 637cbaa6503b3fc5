"""Filling the database: what stands before, then batch after batch, then the indexes.

Each batch is committed whole, and how many statements are there tells where to go on. So a run
that was killed goes on to the same end when it is started again.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from sources.models import Country, Source
from sources.publication import Publishable
from statements.corpus import schema
from statements.corpus.chain import Chain, Entered
from statements.corpus.engines import analyze, engine, move_sequences
from statements.corpus.index import Index, index_behind
from statements.corpus.making import Made, batches
from statements.corpus.plan import BATCH, OPENED, Plan
from statements.corpus.records import histories, history_of, stored, table, written
from statements.corpus.scene import SCENERY, scene
from statements.ledger.content import contents, sha256
from statements.models import (
    Function,
    LedgerEntry,
    Ranking,
    SearchEntry,
    Speaker,
    Stance,
    Statement,
)
from statements.postings.content import take_turn

Progress = Callable[[str, int, int], None]
REASON = "corpus of "
PART = 250  # records whose public content is read together
FEW = 5_000  # statements that are sooner indexed as they come


class NotForCorpusError(Exception):
    """The database holds what does not belong to the corpus."""


def load(
    *,
    statements: int,
    seed: int,
    force: bool = False,
    processes: int = 0,
    progress: Progress = lambda label, done, total: None,
) -> int:
    """Fill the database with a corpus of so many statements; give how many were written.

    `processes` make batches besides this one. Goes on with a corpus that is not finished. Raises
    NotForCorpusError where the database holds other statements, unless `force` is given, and where
    it holds another corpus.
    """
    plan = _plan(statements, seed)
    begun = _refuse_others(plan, force)
    if begun and not schema.is_unfinished():
        return 0
    done = Statement.objects.filter(pk__gt=plan.base).count()
    with engine(connection.vendor).hurry(), _without_collecting():
        _fill(plan, begun, done, processes, progress)
    return plan.statements - done


def _fill(plan: Plan, begun: bool, done: int, processes: int, progress: Progress) -> None:
    """Write what is not there yet, while the next batches are made."""
    left = range(done // BATCH, plan.batches if done < plan.statements else 0)
    with (
        batches(plan, left, connection.vendor, processes) as made,
        index_behind(plan.base, plan.base + done, processes) as index,
    ):
        if not begun:
            _set_scene(plan, progress)
        _write_batches(plan, zip(left, made, strict=True), index, progress)
        _finish(index, processes, progress)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Spare the search for circles of references: there are none among so many sets and rows."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _plan(statements: int, seed: int) -> Plan:
    """Give the plan of the corpus that is there, or of a new one behind all there is."""
    reason = Plan(statements, seed).reason
    ranking = Ranking.history.filter(history_change_reason=reason).first()
    own = Country.history.filter(history_change_reason=reason).values("id")
    countries = Country.objects.exclude(pk__in=own).order_by("pk")
    return Plan(
        statements, seed, base=ranking.id - 1 if ranking else _highest_id(),
        functions=tuple(Function.objects.order_by("pk").values_list("pk", "code")),
        stances=tuple(Stance.objects.order_by("pk").values_list("pk", "code")),
        countries=tuple(countries.values_list("pk", "iso2")),
    )  # fmt: skip


def _highest_id() -> int:
    """The highest id in any table that the corpus writes into."""
    highest = (one._base_manager.aggregate(top=Max("pk"))["top"] for one in _numbered())
    return max((number or 0 for number in highest), default=0)


def _numbered() -> list[type[models.Model]]:
    """The models of the corpus that have numbers of their own."""
    others = [one.model for one in written().values()]
    own = [one for one in others if one not in (LedgerEntry, SearchEntry)]
    return [*SCENERY, *(history_of(model) for model in SCENERY), *own]


def _refuse_others(plan: Plan, force: bool) -> bool:
    """Whether the corpus was begun. Raises NotForCorpusError."""
    begun = Ranking.history.filter(history_change_reason__startswith=REASON)
    reasons = set(begun.values_list("history_change_reason", flat=True))
    if other := reasons - {plan.reason}:
        raise NotForCorpusError(_("The database holds another corpus: %s.") % other.pop())
    last = plan.base + plan.statements
    others: list[models.QuerySet] = [Statement.objects.exclude(pk__gt=plan.base, pk__lte=last)]
    if not reasons:
        others = [Statement.objects.all(), Source.objects.all(), Speaker.objects.all()]
    if not force and any(rows.exists() for rows in others):
        raise NotForCorpusError(
            _("The database holds records that are no corpus's. With --force, one is added.")
        )
    return bool(reasons)


def _set_scene(plan: Plan, progress: Progress) -> None:
    """Make what stands before the first statement, and let the indexes wait."""
    groups = scene(plan).records()
    with transaction.atomic():
        schema.begin(written() if plan.base == 0 and plan.statements > FEW else ())
        for done, records in enumerate(groups, start=1):
            if records:
                bulk_create_with_history(
                    records, type(records[0]), batch_size=500, default_date=OPENED,
                    default_change_reason=plan.reason,
                )  # fmt: skip
            progress(_("scenery"), done, len(groups))
        public = (one for records in groups for one in records if isinstance(one, Publishable))
        _write_entries(Chain.read(), _entered(list(public)))


def _entered(records: list[Publishable]) -> Iterator[Entered]:
    """What the ledger enters of these records, a kind at a time."""
    at = stored(OPENED)
    by_model: dict[type[Publishable], list[int]] = defaultdict(list)
    for one in records:
        by_model[type(one)].append(one.pk)
    for model, ids in by_model.items():
        for start in range(0, len(ids), PART):
            read = contents(model, ids[start : start + PART])
            for pk, content in read.items():
                yield at, model._meta.label_lower, pk, sha256(content)


def _write_batches(
    plan: Plan, made: Iterable[tuple[int, Made]], index: Index, progress: Progress
) -> None:
    """Write numbered batches, each in a transaction of its own."""
    chain = Chain.read()
    for number, batch in made:
        with transaction.atomic():
            take_turn("default")
            _write_batch(plan, batch, chain)
            index.add(batch.postings)
        progress(_("statements"), min((number + 1) * BATCH, plan.statements), plan.statements)


def _write_batch(plan: Plan, batch: Made, chain: Chain) -> None:
    write = engine(connection.vendor).write
    for name, rows in batch.tables.items():
        write(name, written()[name].columns, rows)
    _begin_histories(plan, batch)
    _write_entries(chain, batch.entered)


def _begin_histories(plan: Plan, batch: Made) -> None:
    """Copy what was just written into the histories."""
    with connection.cursor() as cursor:
        for name, (first, last) in batch.spans.items():
            told: dict[str, int | str] = {"first": first, "last": last, "reason": plan.reason}
            cursor.execute(histories()[name].begin, told)


def _write_entries(chain: Chain, entered: Iterable[Entered]) -> None:
    one, to = table(LedgerEntry), engine(connection.vendor)
    to.write(one.name, one.columns, to.packed(chain.rows(entered)))


def _finish(index: Index, processes: int, progress: Progress) -> None:
    progress(_("indexes"), 0, 1)
    with transaction.atomic():
        take_turn("default")
        index.close()
    schema.restore(processes)
    analyze(processes)
    with transaction.atomic():
        move_sequences(_numbered())
        schema.finish()
    progress(_("indexes"), 1, 1)
