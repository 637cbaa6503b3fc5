"""What the register holds and what moved in it last, in as many queries however much there is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from sources.models import Source
from statements.figures.selection import details_of, newest_first
from statements.figures.series import Point
from statements.models import Citation, Figure, Placement, Position, Statement
from statements.positions.details import complete
from statements.positions.holdings import Holdings as Held
from statements.positions.shifts import Outcome, Shift
from statements.postings import worker
from statements.postings.blobs import united
from statements.postings.standing import Standing
from statements.prepared import Prepared
from statements.rankings.courses import Course, courses_of, placed
from statements.shown import Shown, in_order
from statements.verification import VERIFIED

SHOWN = 3  # of the newest of each kind
POSITIONS_READ = 40  # the newest ones, among which shifts are looked for
NEWEST_STATEMENTS = Prepared(Statement.objects.published().newest_first().values_list("pk")[:SHOWN])
NEWEST_POSITIONS = Prepared(
    Position.objects.published()
    .order_by("-as_of_latest", "-as_of_earliest", "-id")
    .values_list("pk", "as_of", "speaker", "organisation")[:POSITIONS_READ]
)
NEWEST_FIGURES = Prepared(
    newest_first(Figure.objects.published().filter(part_of=None)).values_list("pk")[:SHOWN]
)
Read = list[Any]  # of a position: number, day, speaker, organisation


@dataclass(frozen=True)
class Holdings:
    """The public register in numbers. Dates are the first and last that any statement can mean."""

    statements: int
    first: date | None
    last: date | None
    speakers: int
    organisations: int
    quotations: int
    verified: int  # quotations that stand word for word in a stored text of a public source
    sources: int

    @property
    def years(self) -> str:
        """Such as "2002 – 2024"; "" for a register without statements."""
        if self.first is None or self.last is None:
            return ""
        same = self.first.year == self.last.year
        return str(self.first.year) if same else f"{self.first.year} – {self.last.year}"

    @property
    def verified_share(self) -> int | None:
        """In whole per cent, never rounded up; None where there is no quotation."""
        return 100 * self.verified // self.quotations if self.quotations else None


def holdings() -> Holdings:
    """The public register in numbers, without counting it anew where its sets are known."""
    standing = worker.current()
    if standing is None:
        return Holdings(**_counted(), sources=Source.objects.published().count())
    number = standing.once("sources", Source.objects.published().count)
    return Holdings(**standing.once("holdings", lambda: _known(standing)), sources=number)


def _known(standing: Standing) -> dict[str, Any]:
    first, last = standing.places.first_and_last() or (None, None)
    quotations = standing.set_of("kind", Statement.Kind.QUOTATION)
    verified = united([standing.set_of("verification", str(one)) for one in VERIFIED])
    return {
        "statements": len(standing.all),
        "first": first and date.fromisoformat(first),
        "last": last and date.fromisoformat(last),
        "speakers": sum(map(bool, standing.sets["speaker"].values())),
        "organisations": sum(map(bool, standing.sets["organisation"].values())),
        "quotations": len(quotations),
        "verified": quotations.intersection_cardinality(verified),
    }


def _counted() -> dict[str, Any]:
    checked = Citation.objects.published().filter(
        statement=OuterRef("pk"), verification__in=VERIFIED
    )
    quotation = Q(kind=Statement.Kind.QUOTATION)
    return Statement.objects.published().aggregate(
        statements=Count("pk"),
        first=Min("said_on_earliest"),
        last=Max("said_on_latest"),
        speakers=Count("speaker", distinct=True),
        organisations=Count("organisation", distinct=True),
        quotations=Count("pk", filter=quotation),
        verified=Count("pk", filter=quotation & Q(Exists(checked))),
    )


def home_courses() -> list[Course]:
    """The home country's way through every ranking in which it has a place."""
    return courses_of(_placed().of([settings.HOME_COUNTRY]))


@cache
def _placed() -> Prepared:
    return Prepared(placed(Placement.objects.published()), "country__iso2", one=True)


def newest_statements() -> list[Shown]:
    """The newest ones, as far as a list shows them."""
    standing = worker.current()
    if standing is None:
        return in_order([pk for (pk,) in NEWEST_STATEMENTS.of()])
    return in_order(list(islice(standing.places.walk(standing.all, newest_first=True), SHOWN)))


def newest_shifts() -> list[Shift]:
    """The newest positions that differ from the one before, the newest first.

    Looked for among the newest positions only; what was held or is not compared did not move.
    Whose they are is looked up once after each change.
    """
    standing = worker.current()
    read = _of_who_moved() if standing is None else standing.once("moved", _of_who_moved)
    shown = _moves_to(read)[:SHOWN]
    # Only of what is shown are the words looked up.
    complete([one for shift in shown for one in shift.after.positions], Position.objects.db)
    return shown


def _of_who_moved() -> list[Read]:
    """Those among the newest positions whose claimants moved last."""
    read = NEWEST_POSITIONS.converted()
    steps = [shift.after for shift in _moves_to(read)[:SHOWN]]
    judged = [one for step in steps for one in (*step.positions, *step.replaced)]
    claimants = {(one.speaker_id, one.organisation_id) for one in judged}
    return [one for one in read if (one[2], one[3]) in claimants]


def _moves_to(read: Sequence[Read]) -> list[Shift]:
    """The moves to these positions, the newest first."""
    compared = [shift for shift in _shifts_to(read) if shift.is_compared]
    moved = [one for one in compared if one.outcome != Outcome.HELD]
    return sorted(moved, key=lambda one: one.until, reverse=True)


def _shifts_to(read: Sequence[Read]) -> Iterator[Shift]:
    """The shifts to these positions, but for those of another who superseded one of theirs."""
    numbers = {one[0] for one in read}
    speakers = {one[2] for one in read if one[2] is not None}
    held = Held(speakers, {one[3] for one in read if one[3] is not None})
    holding = (held.outlines[held.heirs.get(pk, pk)] for pk in numbers if pk in held.outlines)
    keys = {outline.key for outline in holding if outline.key[:2] in held.claimants}
    for sequence in held.sequences(keys):
        for entry in sequence.entries:
            judged = (*entry.step.positions, *entry.step.replaced)
            if entry.shift and not numbers.isdisjoint(one.pk for one in judged):
                yield entry.shift


def newest_figures() -> list[Point]:
    """The figures of the newest periods, parts aside."""
    return details_of(pk for (pk,) in NEWEST_FIGURES.of())
