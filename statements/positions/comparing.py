"""Speakers, or periods of one, side by side: each column is a selection of its own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _

from sources.dates import PartialDate
from statements.addresses import without_empty
from statements.filters import PAGING_PARAMETERS, StatementFilter
from statements.models import Figure, Organisation, Speaker, Statement
from statements.parameters import several, text_of
from statements.positions.listing import positions_of
from statements.positions.sequences import sequences_of
from statements.positions.shifts import Entry, Outcome
from statements.shown import Shown, in_order

FEWEST, MOST = 2, 4
NEWEST_SHOWN = 5  # statements in a column; the timeline has the others
CLAIMANTS = ("speaker", "organisation")
Errors = list[tuple[str, str]]


@dataclass(frozen=True)
class Period:
    """From one date to another, either of any precision; `2010..2015` in an address."""

    since: PartialDate
    until: PartialDate

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a period; raises ValueError with a sentence for the reader."""
        try:
            since, until = map(PartialDate.parse, text.split(".."))
        except ValueError:
            raise ValueError(_("Give a period as two dates, such as 2010..2015.")) from None
        if since.earliest > until.latest:
            raise ValueError(_("This period ends before it begins."))
        return cls(since, until)

    def __str__(self) -> str:
        return f"{self.since.words()} – {self.until.words()}"

    def overlaps(self, other: "Period") -> bool:
        first, last = self.since.earliest, self.until.latest
        return first <= other.until.latest and other.since.earliest <= last


class Column:
    """One selection of a comparison. `data` are the parameters of the timeline that make it."""

    def __init__(self, data: QueryDict, period: Period | None = None) -> None:
        self.data = data
        self.period = period
        self.filter = StatementFilter(data)
        self.entries: list[Entry] = []

    @property
    def claimant(self) -> Speaker | Organisation:
        chosen = self.filter.chosen()
        return next(one for name in CLAIMANTS for one in chosen.get(name, ()))

    @cached_property
    def count(self) -> int:
        return self.filter.qs.count()

    @cached_property
    def newest(self) -> list[Shown]:
        newest = self.filter.qs.newest_first().values_list("pk", flat=True)
        return in_order(list(newest[:NEWEST_SHOWN]))

    @cached_property
    def oldest(self) -> Statement | None:
        return self.filter.qs.oldest_first().first()

    @cached_property
    def figures(self) -> int:
        return Figure.objects.published().filter(statement__in=self.filter.qs).count()

    @property
    def outcomes(self) -> list[tuple[Outcome, int]]:
        """How often each outcome of a shift occurs, in the order of the outcomes."""
        found = Counter(entry.shift.outcome for entry in self.entries if entry.shift)
        return [(outcome, found[outcome]) for outcome in Outcome if outcome in found]

    @property
    def query(self) -> str:
        """The parameters of the timeline, and of the pages that follow it."""
        return self.data.urlencode()

    def place(self, entries: Mapping[int, Entry]) -> None:
        """Take the entries of this column's positions, the newest first, from those by position."""
        own = "speaker" if isinstance(self.claimant, Speaker) else "organisation"
        held = positions_of(self.filter).filter(**{own: self.claimant})
        found = {pk: entries[pk] for pk in held.values_list("pk", flat=True) if pk in entries}
        self.entries = list({id(entry): entry for entry in found.values()}.values())


class Comparison:
    """What an address asks to compare: two to four claimants, or as many periods of one."""

    def __init__(self, data: QueryDict) -> None:
        self.asked = without_empty(data)
        self.errors: Errors = []
        self.columns: list[Column] = []
        if self.is_asked:
            self._read()

    @property
    def is_asked(self) -> bool:
        return bool(self.asked)

    @property
    def http_status(self) -> int:
        return 400 if self.errors else 200

    @property
    def claimants(self) -> list[tuple[str, str]]:
        """Parameter and slug of those to compare, each once."""
        named = [(name, slug) for name in CLAIMANTS for slug in self.asked.getlist(name)]
        return list(dict.fromkeys(named))

    @property
    def limits(self) -> list[tuple[str, str]]:
        """What narrows all columns alike, such as a topic: the label and the value, in words."""
        shared = self.columns[0].filter
        own = (*CLAIMANTS, "since", "until") if self.columns[0].period else CLAIMANTS
        return [
            (str(shared.filters[name].label), text_of(name, value))
            for name, cleaned in shared.chosen().items()
            if name not in own
            for value in several(cleaned) or [self.asked[name] if name == "q" else cleaned]
        ]

    @cached_property
    def overlapping(self) -> bool:
        """Whether a statement may stand in two columns."""
        periods = [column.period for column in self.columns if column.period]
        pairs = ((one, other) for n, one in enumerate(periods) for other in periods[n + 1 :])
        return any(one.overlaps(other) for one, other in pairs)

    def _read(self) -> None:
        periods = self.asked.getlist("period")
        self.errors = list(wrong_number(self.claimants, periods, self.asked))
        if self.errors:
            return
        if periods:
            self._columns_of_periods(periods)
        else:
            self.columns = [self._column(*named) for named in self.claimants]
        errors = self.errors + [one for column in self.columns for one in wrong_in(column)]
        if not errors and not periods:  # one person may be named twice: by an earlier name
            self.columns = list({column.claimant: column for column in self.columns}.values())
            errors += wrong_number(self.claimants[: len(self.columns)], periods, self.asked)
        self.errors = list(dict.fromkeys(errors))
        self.columns = [] if self.errors else self.columns
        self._place()

    def _columns_of_periods(self, texts: list[str]) -> None:
        for text in texts:
            try:
                self.columns.append(self._column(*self.claimants[0], Period.parse(text)))
            except ValueError as error:
                self.errors.append(("period", str(error)))

    def _column(self, name: str, slug: str, period: Period | None = None) -> Column:
        data = self.asked.copy()
        for other in ("period", *CLAIMANTS, *PAGING_PARAMETERS):
            data.pop(other, None)
        data[name] = slug
        if period:
            data["since"], data["until"] = str(period.since), str(period.until)
        return Column(data, period)

    def _place(self) -> None:
        """Load the sequences of all that are compared, once for all columns."""
        entries = {
            position.pk: entry
            for sequence in sequences_of([column.claimant for column in self.columns])
            for entry in sequence.entries
            for position in entry.step.positions
        }
        for column in self.columns:
            column.place(entries)


def wrong_number(
    claimants: list[tuple[str, str]], periods: list[str], asked: QueryDict
) -> Iterator[tuple[str, str]]:
    """What is too few, too many or at odds, by the parameter that must change."""
    limits = {"fewest": FEWEST, "most": MOST}
    if not periods and not FEWEST <= len(claimants) <= MOST:
        text = _("Name %(fewest)d to %(most)d to compare, or one and two periods.") % limits
        yield claimants[-1][0] if claimants else "speaker", text
    elif periods and len(claimants) != 1:
        text = _("Periods are compared of one speaker or organisation.")
        yield ("period" if claimants else "speaker"), text
    elif periods and not FEWEST <= len(periods) <= MOST:
        yield "period", _("Give %(fewest)d to %(most)d periods.") % limits
    if periods:
        for name in ("since", "until"):
            if name in asked:
                yield name, _("Give either this or periods to compare.")


def wrong_in(column: Column) -> Iterator[tuple[str, str]]:
    if not column.filter.is_valid():
        for name, texts in column.filter.errors.items():
            yield from ((name, text) for text in texts)
