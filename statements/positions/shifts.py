"""How the positions of a claimant on a ranking follow one another, and how each compares.

Pure: works on positions that are loaded, and asks no database. What it needs of them is loaded by
`statements.positions.sequences`; their evidence only for those that are shown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.dates import PartialDate
from sources.models import Country
from statements.models import Organisation, Position, Ranking, Speaker, Stance, Statement
from statements.positions.steps import Step, claimant_of, distinct, heirs, steps_of

Key = tuple[str, int, int, int]  # kind and number of the claimant, ranking, country


class Outcome(models.TextChoices):
    """What became of a stance, by the order of the scale and its two sides."""

    HELD = "held", _("Held")
    SOFTENED = "softened", _("Softened")
    HARDENED = "hardened", _("Hardened")
    REVERSED = "reversed", _("Reversed")
    NOT_COMPARED = "not-compared", _("Not compared")


class Reason(models.TextChoices):
    """Why two positions are not compared."""

    NO_ORDER = "no-order", _("one of the two stances has no place on the scale")
    ORDER_UNKNOWN = "order-unknown", _("the dates overlap, so it is not known which came first")
    SEVERAL_BEFORE = (
        "several-before",
        _("of different stances before it, it is not known which came last"),
    )
    BASIS = "basis", _("the words of one name the ranking; of the other that is inferred")


class Office(models.TextChoices):
    """Whether both were said in one office. Never a reason not to compare, but always said."""

    SAME = "same", _("In the same office")
    OTHER = "other", _("In another office")
    PARTLY = "partly", _("Only in part in the same office")
    UNKNOWN = "unknown", _("Not of both is the office recorded")


@dataclass(frozen=True)
class Shift:
    """How a step compares with the one before. `skipped` lie between: they have no order."""

    before: Step
    after: Step
    outcome: Outcome
    reason: Reason | None = None
    skipped: tuple[Step, ...] = ()

    @property
    def statements(self) -> list[Statement]:
        """All that both rest on, each statement once."""
        return distinct([*self.before.statements, *self.after.statements])

    @property
    def since(self) -> PartialDate:
        return self.before.as_of

    @property
    def until(self) -> PartialDate:
        return self.after.as_of

    @property
    def editions(self) -> list[int]:
        return sorted({*self.before.editions, *self.after.editions})

    @property
    def office(self) -> Office | None:
        """None for an organisation, which holds no office."""
        if isinstance(self.after.claimant, Organisation):
            return None
        held, holds = self.before.offices, self.after.offices
        if None in held | holds or not (held and holds):
            return Office.UNKNOWN
        if held == holds:
            return Office.SAME
        return Office.PARTLY if held & holds else Office.OTHER

    @property
    def is_compared(self) -> bool:
        return self.outcome != Outcome.NOT_COMPARED


@dataclass(frozen=True)
class Entry:
    """A step and how it compares; the first of a sequence has nothing before it."""

    step: Step
    shift: Shift | None


@dataclass(frozen=True)
class Sequence:
    """The steps of one claimant on the placements of one country in one ranking, oldest first."""

    entries: tuple[Entry, ...]

    @property
    def _last(self) -> Position:
        return self.entries[-1].step.positions[0]

    @property
    def claimant(self) -> Speaker | Organisation:
        return claimant_of(self._last)

    @property
    def ranking(self) -> Ranking:
        return self._last.placement.edition.ranking

    @property
    def country(self) -> Country:
        return self._last.placement.country

    @property
    def steps(self) -> list[Step]:
        return [entry.step for entry in self.entries]

    @property
    def shifts(self) -> list[Shift]:
        return [entry.shift for entry in self.entries if entry.shift]

    @property
    def count(self) -> int:
        """The number of positions that hold, those that were superseded aside."""
        return sum(len(step.positions) for step in self.steps)

    @property
    def statements(self) -> list[Statement]:
        return distinct(one for step in self.steps for one in step.statements)

    @property
    def since(self) -> PartialDate:
        """The date that begins first."""
        return min((step.as_of for step in self.steps), key=lambda day: (day.earliest, day.latest))

    @property
    def until(self) -> PartialDate:
        return self.steps[-1].as_of


def key_of(position: Position) -> Key:
    """The sequence that a position stands in, by what it names."""
    claimant = claimant_of(position)
    kind = "speaker" if isinstance(claimant, Speaker) else "organisation"
    placement = position.placement
    return kind, claimant.pk, placement.edition.ranking_id, placement.country_id


def sequences(
    positions: Iterable[Position], key: Callable[[Position], Key] = key_of
) -> list[Sequence]:
    """The sequences that these positions make up, in whatever order they are given.

    Every position is in one step, or is among the replaced of one. Positions need their stance
    loaded, and what `key` reads: their claimant and placement. The sequence that moved last comes
    first.
    """
    loaded = {one.pk: one for one in positions}
    holding = heirs({pk: one.supersedes_id for pk, one in loaded.items()})
    groups: dict[Key, list[Position]] = defaultdict(list)
    replaced: dict[int, list[Position]] = defaultdict(list)
    for pk in sorted(loaded):
        if pk in holding:
            replaced[holding[pk]].append(loaded[pk])
        else:
            groups[key(loaded[pk])].append(loaded[pk])
    made = [(own, _sequence(steps_of(group, replaced))) for own, group in sorted(groups.items())]
    made.sort(key=lambda one: one[1].until, reverse=True)
    return [sequence for _own, sequence in made]


def _sequence(steps: Iterable[Step]) -> Sequence:
    past, entries = _Past(), []
    for step in steps:
        entries.append(Entry(step, past.shift_to(step)))
        past.add(step)
    return Sequence(tuple(entries))


class _Past:
    """The steps that stand before one in the list, as far as it may be compared with them."""

    def __init__(self) -> None:
        self.newest: Step | None = None
        self.skipped: list[Step] = []  # without order, since the last one that has one
        self.last: list[Step] = []  # ordered, none wholly before another: any may have come last

    def add(self, step: Step) -> None:
        self.newest = step
        if step.stance.order is None:
            self.skipped.append(step)
            return
        self.skipped = []
        begun = max([step.as_of.earliest, *[one.as_of.earliest for one in self.last]])
        self.last = [one for one in (*self.last, step) if one.as_of.latest >= begun]

    def shift_to(self, step: Step) -> Shift | None:
        """How the step compares with the last ordered one before it; None where it is the first."""
        if self.newest is None:
            return None
        if step.stance.order is None or not self.last:
            return Shift(self.newest, step, Outcome.NOT_COMPARED, Reason.NO_ORDER)
        before, reason = self.last[-1], self._obstacle(step)
        outcome = Outcome.NOT_COMPARED if reason else compared(before.stance, step.stance)
        return Shift(before, step, outcome, reason, tuple(self.skipped))

    def _obstacle(self, step: Step) -> Reason | None:
        if self.last[-1].as_of.overlaps(step.as_of):
            return Reason.ORDER_UNKNOWN
        if len(self.last) > 1 and len({one.stance.pk for one in self.last}) > 1:
            return Reason.SEVERAL_BEFORE
        return Reason.BASIS if {step.target} != {one.target for one in self.last} else None


def compared(before: Stance, after: Stance) -> Outcome:
    """By the scale: going over to the other side is reversed; else a higher number is harder.

    Both need an order.
    """
    if before.order == after.order:
        return Outcome.HELD
    if before.side and after.side and before.side != after.side:
        return Outcome.REVERSED
    return Outcome.HARDENED if (after.order or 0) > (before.order or 0) else Outcome.SOFTENED
