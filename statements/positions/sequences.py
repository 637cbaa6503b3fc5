"""Sequences of positions loaded with all that is shown of them, in as many queries as ever."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Prefetch, Q

from sources.publication import Status
from statements.models import Citation, Evidence, Organisation, Position, Speaker
from statements.models.rankings import PositionQuerySet
from statements.positions.details import complete, resting_on
from statements.positions.holdings import Holdings
from statements.positions.shifts import Entry
from statements.positions.shifts import Sequence as Held

MOST_OF_ONE = 6  # entries that the page of a claimant shows of a sequence
MOST = 10  # of all sequences together
SAID = (
    "position", "weight", "statement__text", "statement__summary", "statement__language",
    "statement__kind", "statement__role_as_printed", "statement__said_on",
    "statement__said_on_earliest", "statement__said_on_latest", "statement__speaker__slug",
    "statement__organisation__slug", "statement__role__title", "statement__role__organisation",
)  # fmt: skip


class Owned(NamedTuple):
    """A position and whose it is, by number."""

    pk: int
    speaker_id: int | None
    organisation_id: int | None


@dataclass(frozen=True)
class Extract:
    """The newest entries of a sequence, and on how many statements all of it rests."""

    sequence: Held
    entries: Sequence[Entry]
    statements: int

    @property
    def shown(self) -> int:
        """How many positions the entries are made of."""
        return sum(len(entry.step.positions) for entry in self.entries)

    @property
    def is_whole(self) -> bool:
        return len(self.entries) == len(self.sequence.entries)


@dataclass(frozen=True)
class Extracts:
    """The newest of what a claimant holds, and how many positions there are `in_all`."""

    shown: list[Extract]
    in_all: int

    @property
    def is_whole(self) -> bool:
        return sum(extract.shown for extract in self.shown) == self.in_all


def public_evidence() -> Prefetch:
    """The public evidence of positions, with the offices of that day and what was checked."""
    checked = Citation.objects.published().only("statement", "verification")
    evidence = (
        Evidence.objects.filter(statement__status=Status.PUBLISHED)
        .select_related("statement__speaker", "statement__organisation", "statement__role")
        .only(*SAID)
        .prefetch_related(Prefetch("statement__citations", checked))
        .order_by("statement__said_on_latest", "statement_id")
    )
    return Prefetch("evidence_rows", evidence)


def held_by(speakers: Collection[int], organisations: Collection[int]) -> PositionQuerySet:
    """The published positions of these, by number, and what supersedes any of them."""
    own = Q(speaker__in=speakers) | Q(organisation__in=organisations)
    superseding = Q(supersedes__speaker__in=speakers)
    superseding |= Q(supersedes__organisation__in=organisations)
    return Position.objects.published().filter(own | superseding)


def sequences_of(claimants: Iterable[Speaker | Organisation]) -> list[Held]:
    """The published sequences of these claimants, the one that moved last first.

    A position that another supersedes under another claimant's name is in none of theirs.
    """
    holdings = _held_by(claimants)
    found = holdings.sequences(holdings.held)
    complete(_shown_in(entry for one in found for entry in one.entries), holdings.using)
    return found


def extracts_of(claimant: Speaker | Organisation) -> Extracts:
    """The newest entries of the sequences of a claimant, the one that moved last first."""
    holdings = _held_by([claimant])
    room, newest = MOST, []
    for sequence in holdings.sequences(holdings.moved_last(MOST)):
        if not room:
            break
        entries = sequence.entries[-min(room, MOST_OF_ONE) :]
        newest.append((sequence, entries))
        room -= len(entries)
    complete(_shown_in(entry for _one, some in newest for entry in some), holdings.using)
    return Extracts(_extracts(newest), in_all=sum(map(len, holdings.held.values())))


def _extracts(newest: list[tuple[Held, tuple[Entry, ...]]]) -> list[Extract]:
    numbers = [
        [position.pk for step in sequence.steps for position in step.positions]
        for sequence, _entries in newest
    ]
    resting = resting_on([pk for some in numbers for pk in some])
    return [
        Extract(sequence, entries, len(set[int]().union(*(resting[pk] for pk in some))))
        for (sequence, entries), some in zip(newest, numbers, strict=True)
    ]


def placed(positions: Collection[Position | Owned]) -> dict[int, tuple[Position, Entry | None]]:
    """Each of these positions with its place in the sequence of all that its claimant holds.

    By primary key, as far as they are published, and loaded with all that a list shows of them. A
    position that was superseded leads to the entry of the one that holds; it has none where that
    one is of another claimant.
    """
    holdings = Holdings(
        {one.speaker_id for one in positions if one.speaker_id is not None},
        {one.organisation_id for one in positions if one.organisation_id is not None},
    )
    keys = {one.pk: holdings.key_of(one.pk) for one in positions if one.pk in holdings.outlines}
    entries = {
        position.pk: entry
        for sequence in holdings.sequences(key for key in keys.values() if key)
        for entry in sequence.entries
        for position in (*entry.step.positions, *entry.step.replaced)
    }
    found = {pk: (holdings.positions[pk], entries[pk] if key else None) for pk, key in keys.items()}
    own = [position for position, _entry in found.values()]
    complete([*own, *_shown_in(entry for _one, entry in found.values() if entry)], holdings.using)
    return found


def _held_by(claimants: Iterable[Speaker | Organisation]) -> Holdings:
    wanted = set(claimants)
    return Holdings(
        {one.pk for one in wanted if isinstance(one, Speaker)},
        {one.pk for one in wanted if isinstance(one, Organisation)},
    )


def _shown_in(entries: Iterable[Entry]) -> list[Position]:
    """The positions whose evidence entries show: theirs, and those they are compared with."""
    steps = [step for one in entries for step in (one.step, one.shift and one.shift.before) if step]
    return [position for step in steps for position in step.positions]
