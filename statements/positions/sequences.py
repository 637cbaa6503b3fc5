"""Positions loaded with all that their sequences show, in a constant number of queries."""

from collections.abc import Collection, Iterable

from django.db.models import Prefetch, Q

from sources.publication import Status
from statements.models import Citation, Evidence, Organisation, Position, Speaker
from statements.models.rankings import PositionQuerySet
from statements.positions.shifts import Entry, Sequence, sequences
from statements.positions.steps import claimant_of

SAID = (
    "position", "weight", "statement__text", "statement__summary", "statement__language",
    "statement__kind", "statement__role_as_printed", "statement__said_on",
    "statement__said_on_earliest", "statement__said_on_latest", "statement__speaker__slug",
    "statement__organisation__slug", "statement__role__title", "statement__role__organisation",
)  # fmt: skip


def with_roles(positions: PositionQuerySet) -> PositionQuerySet:
    """Positions with their public evidence, the offices of that day, and how far it is checked."""
    return positions.for_list().prefetch_related(public_evidence())


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


def sequences_of(claimants: Iterable[Speaker | Organisation]) -> list[Sequence]:
    """The published sequences of these claimants, the one that moved last first.

    A position that another supersedes under another claimant's name is in none of theirs.
    """
    wanted = set(claimants)
    speakers = [one.pk for one in wanted if isinstance(one, Speaker)]
    organisations = [one.pk for one in wanted if isinstance(one, Organisation)]
    positions = with_roles(held_by(speakers, organisations))
    return [one for one in sequences(positions) if one.claimant in wanted]


def held_by(speakers: Collection[int], organisations: Collection[int]) -> PositionQuerySet:
    """The published positions of these, by number, and what supersedes any of them."""
    own = Q(speaker__in=speakers) | Q(organisation__in=organisations)
    superseding = Q(supersedes__speaker__in=speakers)
    superseding |= Q(supersedes__organisation__in=organisations)
    return Position.objects.published().filter(own | superseding)


def entries_of(positions: Collection[Position]) -> dict[int, Entry]:
    """For each of these positions its place in the sequence of all that its claimant holds.

    By primary key. A position that was superseded leads to the entry of the one that holds; it
    has none where that one is of another claimant.
    """
    found: dict[int, Entry] = {}
    for sequence in sequences_of(map(claimant_of, positions)):
        for entry in sequence.entries:
            for one in (*entry.step.positions, *entry.step.replaced):
                found[one.pk] = entry
    return found
