"""All that claimants hold, in short: of each position as much as tells how it compares.

A claimant may have held hundreds; what a page shows of a few of them is read by
`statements.positions.details`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache, cached_property
from typing import NamedTuple

from sources.dates import PartialDate
from statements.models import Position, Stance
from statements.positions.records import record, relate
from statements.positions.shifts import Key, Sequence, sequences
from statements.positions.steps import heirs
from statements.prepared import Prepared

COLUMNS = (
    "pk", "supersedes_id", "speaker_id", "organisation_id", "placement__edition__ranking_id",
    "placement__country_id", "placement_id", "stance_id", "target", "as_of",
)  # fmt: skip


class Outline(NamedTuple):
    """A published position; what it names, by number."""

    pk: int
    supersedes_id: int | None
    speaker_id: int | None
    organisation_id: int | None
    ranking: int
    country: int
    placement_id: int
    stance_id: int
    target: str
    as_of: str

    @property
    def key(self) -> Key:
        """The sequence that it stands in while it holds."""
        if self.speaker_id is not None:
            return "speaker", self.speaker_id, self.ranking, self.country
        return "organisation", self.organisation_id or 0, self.ranking, self.country


class Holdings:
    """The published positions of some claimants, and what supersedes any of them."""

    def __init__(self, speakers: Collection[int], organisations: Collection[int]) -> None:
        self.using = Position.objects.db
        self.claimants = {("speaker", pk) for pk in speakers}
        self.claimants |= {("organisation", pk) for pk in organisations}
        found = _read("speaker_id", speakers) + _read("organisation_id", organisations)
        found += _read("supersedes_id", [one.pk for one in found])
        self.outlines = {one.pk: one for one in found}
        self.heirs = heirs({pk: one.supersedes_id for pk, one in self.outlines.items()})

    @cached_property
    def held(self) -> dict[Key, list[Outline]]:
        """What these claimants hold, by sequence; what was superseded aside."""
        found: dict[Key, list[Outline]] = defaultdict(list)
        for pk, one in self.outlines.items():
            if pk not in self.heirs and one.key[:2] in self.claimants:
                found[one.key].append(one)
        return found

    def key_of(self, number: int) -> Key | None:
        """The sequence where a position stands, or what it is replaced by; None for another's."""
        key = self.outlines[self.heirs.get(number, number)].key
        return key if key[:2] == self.outlines[number].key[:2] else None

    def moved_last(self, most: int) -> list[Key]:
        """So many of the sequences, the one that moved last first."""
        until = {
            key: max(PartialDate.parse(one.as_of) for one in some)
            for key, some in self.held.items()
        }
        return sorted(sorted(until), key=until.__getitem__, reverse=True)[:most]

    @cached_property
    def positions(self) -> dict[int, Position]:
        """Each position with its stance, and no more than its outline tells."""
        stances = _stances({one.stance_id for one in self.outlines.values()}, self.using)
        return {pk: self._position(one, stances) for pk, one in self.outlines.items()}

    def _position(self, one: Outline, stances: dict[int, Stance]) -> Position:
        made = record(
            Position, self.using, id=one.pk, supersedes_id=one.supersedes_id,
            speaker_id=one.speaker_id, organisation_id=one.organisation_id, target=one.target,
            placement_id=one.placement_id, stance_id=one.stance_id,
            as_of=PartialDate.parse(one.as_of),
        )  # fmt: skip
        relate(made, stance=stances[one.stance_id])
        return made

    def sequences(self, keys: Iterable[Key]) -> list[Sequence]:
        """These sequences, the one that moved last first."""
        wanted = set(keys)
        found = (
            self.positions[pk]
            for pk in self.outlines
            if self.outlines[self.heirs.get(pk, pk)].key in wanted
        )
        return sequences(found, lambda position: self.outlines[position.pk].key)


@cache
def _published(column: str) -> Prepared:
    return Prepared(Position.objects.published().order_by().values_list(*COLUMNS), column)


def _read(column: str, numbers: Collection[int]) -> list[Outline]:
    found = _published(column).of(list(numbers)) if numbers else []
    return [Outline._make(row) for row in found]


@cache
def _scale() -> Prepared:
    return Prepared(Stance.objects.order_by().values_list(*STANCE), "pk")


STANCE = ("id", "code", "label", "order", "side")


def _stances(numbers: Collection[int], using: str) -> dict[int, Stance]:
    rows = _scale().of(list(numbers)) if numbers else []
    return {row[0]: record(Stance, using, **dict(zip(STANCE, row, strict=True))) for row in rows}
