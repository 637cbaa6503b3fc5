"""What makes up one step of a sequence of positions, and which positions still hold.

Pure: works on positions that are loaded with their evidence, and asks no database.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import cached_property

from sources.dates import PartialDate, Precision
from statements.models import Evidence, Organisation, Position, Speaker, Stance, Statement

OfficeKey = tuple[str, int | None]  # the title, and the body it is held in


@dataclass(frozen=True)
class Step:
    """One position; or several of one day, with one stance and one basis.

    `replaced` are earlier judgements that these positions supersede.
    """

    positions: tuple[Position, ...]
    replaced: tuple[Position, ...] = ()

    @cached_property
    def as_of(self) -> PartialDate:
        return self.positions[0].as_of  # type: ignore[return-value]

    @cached_property
    def stance(self) -> Stance:
        return self.positions[0].stance

    @property
    def target(self) -> str:
        return self.positions[0].target

    @property
    def claimant(self) -> Speaker | Organisation:
        return claimant_of(self.positions[0])

    @cached_property
    def evidence(self) -> list[Evidence]:
        """What it rests on, each statement once, the oldest first; as it was loaded."""
        rows = {row.statement_id: row for one in self.positions for row in one.evidence_rows.all()}
        return sorted(rows.values(), key=_said) if len(rows) > 1 else list(rows.values())

    @property
    def statements(self) -> list[Statement]:
        return [row.statement for row in self.evidence]

    @property
    def editions(self) -> list[int]:
        return sorted({one.placement.edition.year for one in self.positions})

    @property
    def offices(self) -> set[OfficeKey | None]:
        """The offices by what makes two of them one; None where a statement names none."""
        return {_office(one) for one in self.statements}

    @property
    def roles(self) -> list[str]:
        """The offices named with the statements, as recorded or else as printed."""
        return sorted({_title(one) for one in self.statements} - {""})


def steps_of(group: Iterable[Position], replaced: Mapping[int, list[Position]]) -> list[Step]:
    """The steps that positions of one sequence make up, by their dates.

    `replaced` gives, by primary key, the positions that a position supersedes.
    """
    together: dict[tuple[object, ...], list[Position]] = defaultdict(list)
    for one in group:
        together[_same_step(one)].append(one)
    steps = [
        Step(
            tuple(some),
            tuple([old for one in some for old in replaced.get(one.pk, ())]) if replaced else (),
        )
        for some in together.values()
    ]
    return sorted(steps, key=_place)


def _same_step(position: Position) -> tuple[object, ...]:
    """What positions share that are one step: only of a whole day is it known that it is one."""
    day: PartialDate = position.as_of  # type: ignore[assignment]
    if day.precision != Precision.DAY:
        return (position.pk,)
    return (day.earliest, position.stance_id, position.target)


def _place(step: Step) -> tuple[object, ...]:
    day, order = step.as_of, step.stance.order
    return (day.latest, day.earliest, order is None, order or 0, step.positions[0].pk)


def heirs(superseded: Mapping[int, int | None]) -> dict[int, int]:
    """For each superseded position the one that holds now, by what each supersedes.

    Where several supersede one, the newest does. Positions that supersede one another in a ring
    all hold: nothing tells which is meant.
    """
    above: dict[int, int] = {}
    linked = [pk for pk, old in superseded.items() if old is not None and old in superseded]
    for pk in sorted(linked):
        if not _in_ring(superseded, pk):
            above[superseded[pk]] = pk  # type: ignore[index]  # of those linked
    return {pk: _top(above, pk) for pk in above}


def _in_ring(superseded: Mapping[int, int | None], start: int) -> bool:
    seen: set[int] = set()
    pk: int | None = start
    while pk is not None and pk in superseded and pk not in seen:
        seen.add(pk)
        pk = superseded[pk]
    return pk == start


def _top(above: Mapping[int, int], pk: int) -> int:
    while pk in above:
        pk = above[pk]
    return pk


def claimant_of(position: Position) -> Speaker | Organisation:
    return position.speaker or position.organisation  # type: ignore[return-value]


def distinct(statements: Iterable[Statement]) -> list[Statement]:
    """Each statement once, the oldest first."""
    found = {one.pk: one for one in statements}
    return sorted(found.values(), key=lambda one: (str(one.said_on), one.pk))


def _said(row: Evidence) -> tuple[str, int]:
    return str(row.statement.said_on), row.statement_id


def _title(statement: Statement) -> str:
    return statement.role.title if statement.role else statement.role_as_printed


def _office(statement: Statement) -> OfficeKey | None:
    if statement.role:
        return statement.role.title.casefold(), statement.role.organisation_id
    return (statement.role_as_printed.casefold(), None) if statement.role_as_printed else None
