"""What a number of dated statements covers, and where it is silent.

Pure. A gap is counted only where no statement can lie: one that is dated to a year may have been
said on any day of it, so that there is no gap in that year.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sources.dates import PartialDate, Precision

SHORTEST = 90  # days of silence that are worth a word
MOST = 3  # gaps that are named


@dataclass(frozen=True)
class Gap:
    """Days without a statement, between two dates; or from, or to, the end of the period asked for.

    `after` is the date that the silence follows, `before` the one that ends it.
    """

    after: PartialDate | None
    before: PartialDate | None
    days: int

    def words(self) -> str:
        """Such as "between March 2023 and September 2023"."""
        if self.after is None:
            return _("before %s") % self.before.words() if self.before else ""
        if self.before is None:
            return _("after %s") % self.after.words()
        dates = {"after": self.after.words(), "before": self.before.words()}
        return _("between %(after)s and %(before)s") % dates


@dataclass(frozen=True)
class Coverage:
    """`gaps` are the longest ones in the order of time; `further` is how many others there are."""

    first: PartialDate
    last: PartialDate
    vague: int  # statements of which the day is not known
    gaps: Sequence[Gap]
    further: int

    @property
    def span(self) -> str:
        """Such as "June 2010 – 12 August 2022", or the one date."""
        if self.first == self.last:
            return self.first.words()
        return f"{self.first.words()} – {self.last.words()}"


def coverage(
    dates: Sequence[PartialDate], since: date | None = None, until: date | None = None
) -> Coverage | None:
    """The coverage of statements of these dates, in any order; None where there is none.

    `since` and `until` are the ends of the period that was asked for: silence there counts as well.
    """
    if not dates:
        return None
    long = [gap for gap in gaps(dates, since, until) if gap.days >= SHORTEST]
    longest = sorted(long, key=lambda gap: -gap.days)[:MOST]
    return Coverage(
        first=min(dates, key=lambda one: (one.earliest, one.latest)),
        last=max(dates, key=lambda one: (one.latest, one.earliest)),
        vague=sum(one.precision != Precision.DAY for one in dates),
        gaps=[gap for gap in long if gap in longest],
        further=len(long) - len(longest),
    )


def gaps(
    dates: Sequence[PartialDate], since: date | None = None, until: date | None = None
) -> Iterator[Gap]:
    """All gaps between these dates, the oldest first."""
    ordered = sorted(dates, key=lambda one: (one.earliest, one.latest))
    reach = ordered[0]  # the date that goes furthest so far
    if since and since < reach.earliest:
        yield Gap(None, reach, (reach.earliest - since).days)
    for one in ordered[1:]:
        silent = (one.earliest - reach.latest).days - 1
        if silent > 0:
            yield Gap(reach, one, silent)
        reach = max(reach, one)
    if until and reach.latest < until:
        yield Gap(reach, None, (until - reach.latest).days)
