"""Whether the recorded figures add up: what an editor should look at, and may tell readers about.

Pure: looks only at the figures it is given and at what is loaded with them (`for_checks` says how).
The arithmetic is that of `sources.reading.arithmetic`, which also reads articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _

from sources.reading import arithmetic
from statements.models import Figure, FigureNote
from statements.numbers import plain_number

Rule = FigureNote.Rule
Known = Mapping[int, Figure]
AT_LEAST = (Figure.Qualifier.AT_LEAST, Figure.Qualifier.MORE_THAN)


@dataclass(frozen=True)
class Finding:
    """What a rule found odd about a figure, in words, and the other figures it looked at."""

    rule: FigureNote.Rule
    figure: Figure
    others: Sequence[Figure]
    words: str

    def concerns(self, figures: Iterable[Figure]) -> bool:
        """Whether it is about any of these."""
        return bool({one.pk for one in figures} & {self.figure.pk, *(o.pk for o in self.others)})


def for_checks(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """With all that the checks look at."""
    return figures.select_related("indicator", "statement", "source")


def findings(figures: Sequence[Figure]) -> list[Finding]:
    """What does not add up, by figure and rule. Figures refer to each other within those given."""
    known = {figure.pk: figure for figure in figures}
    found = [
        *_changes(known),
        *_too_large(known),
        *_overlapping(known),
        *_in_court(figures),
        *_too_early(figures),
    ]
    return sorted(found, key=lambda one: (one.figure.pk, one.rule))


def _changes(known: Known) -> Iterator[Finding]:
    """The stated change against the one that the two figures give."""
    for figure in known.values():
        base = known.get(figure.compared_with_id or 0)
        stated = arithmetic.stated(figure.comparison_as_printed)
        if base is not None and stated is not None and base.value:
            words = _doubt(stated, float(figure.value), float(base.value))
            if words:
                yield Finding(Rule.RATIO, figure, [base], words % _named(figure, base=base))


def _doubt(stated: arithmetic.Stated, new: float, base: float) -> str:
    """A sentence with places for `value`, `base` and `printed`; "" where the change holds."""
    if not stated.is_percentage:
        ratio = new / base
        if arithmetic.ratio_holds(stated.qualifier, stated.value, round(ratio, 3)):
            return ""
        return _("“%(printed)s” is stated, but %(value)s is {ratio} times %(base)s.").replace(
            "{ratio}", f"{ratio:.2f}"
        )
    if arithmetic.change_holds(stated.value, new, base):
        return ""
    computed = f"{arithmetic.change_in_percent(new, base):.2f}"
    if arithmetic.is_on_wrong_base(stated.value, new, base):
        sentence = _(
            "“%(printed)s” is the change as a share of the new number %(value)s; "
            "on %(base)s, from which it set out, it is {computed} %%."
        )
    else:
        sentence = _("“%(printed)s” is stated, but from %(base)s to %(value)s is {computed} %%.")
    return sentence.replace("{computed}", computed)


def _too_large(known: Known) -> Iterator[Finding]:
    for part, whole in _parts(known):
        bounded = whole.qualifier not in AT_LEAST
        if bounded and arithmetic.is_too_large(float(part.value), float(whole.value)):
            words = _("%(value)s is more than the whole of which it is a part, %(base)s.")
            yield Finding(Rule.PART, part, [whole], words % _named(part, base=whole))


def _overlapping(known: Known) -> Iterator[Finding]:
    """Parts that together exceed the whole, though none does alone."""
    parts: dict[int, list[Figure]] = defaultdict(list)
    for part, whole in _parts(known):
        if part.value <= whole.value:
            parts[whole.pk].append(part)
    for pk, of in parts.items():
        whole, total = known[pk], sum(part.value for part in of)
        if total > whole.value and whole.qualifier not in AT_LEAST:
            words = _("The parts %(parts)s make %(total)s, more than the whole, %(value)s.")
            named = _named(whole) | {
                "parts": " + ".join(plain_number(part.value) for part in of),
                "total": plain_number(total),
            }
            yield Finding(Rule.OVERLAP, whole, of, words % named)


def _parts(known: Known) -> Iterator[tuple[Figure, Figure]]:
    """Each part with its whole, where both count the same unit."""
    for part in known.values():
        whole = known.get(part.part_of_id or 0)
        if whole is not None and part.indicator.unit == whole.indicator.unit:
            yield part, whole


def _in_court(figures: Iterable[Figure]) -> Iterator[Finding]:
    """More cases in court than the same claimant counts for the same period and place.

    Where several indicators count cases, the one named most like the one in court is compared.
    """
    alike: dict[tuple[Any, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.indicator.unit.lower().startswith("case"):
            alike[_occasion(figure)].append(figure)
    for group in alike.values():
        cases = [one for one in group if not _is_of_court(one)]
        for figure in filter(_is_of_court, group):
            recorded = max(cases, key=lambda one: _likeness(one, figure), default=None)
            if recorded and arithmetic.is_too_large(float(figure.value), float(recorded.value)):
                words = _("%(value)s cases in court, but only %(base)s in all. Are persons meant?")
                yield Finding(Rule.COURT, figure, [recorded], words % _named(figure, base=recorded))


def _occasion(figure: Figure) -> tuple[Any, ...]:
    return (
        figure.speaker_id,
        figure.organisation_id,
        figure.place_id,
        figure.period_start,
        figure.period_end,
    )


def _is_of_court(figure: Figure) -> bool:
    return bool(arithmetic.COURT.search(f"{figure.value_as_printed} {figure.indicator.label}"))


def _likeness(one: Figure, other: Figure) -> tuple[float, int]:
    words = [set(figure.indicator.label.lower().split()) for figure in (one, other)]
    return len(words[0] & words[1]) / len(words[0] | words[1]), -one.pk


def _too_early(figures: Iterable[Figure]) -> Iterator[Finding]:
    """Counts of a period that was not over when they were given."""
    for figure in figures:
        given = figure.statement.said_on if figure.statement else None
        if figure.statement is None and figure.source:
            given = figure.source.published_on
        if given is not None and figure.period_end and figure.period_end > given.latest:
            words = _("The period ends on %(end)s, after the number was given: %(given)s.")
            end = date_format(figure.period_end, "j F Y")
            yield Finding(Rule.PERIOD, figure, [], words % {"end": end, "given": given.words()})


def _named(figure: Figure, base: Figure | None = None) -> dict[str, str]:
    return {
        "value": plain_number(figure.value),
        "base": plain_number(base.value) if base else "",
        "printed": figure.comparison_as_printed,
    }
