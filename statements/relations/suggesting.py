"""Pairs of statements that may be related, for an editor to judge. Pure: nothing is read or kept.

Each rule looks things up by what is rare, so that its work grows with the number of statements and
not with the number of pairs: a run of words that many statements hold is a stock phrase and leads
nowhere, and no statement is proposed with more than a few others.
"""

import datetime
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log2

from statements.models import Relation
from statements.search.analyser import analyse
from statements.search.ngrams import RUN, WORD, Length, keys, shared

Kind, Rule = Relation.Kind, Relation.Rule
LENGTHS: dict[str, Length] = {
    Rule.WORDING: RUN,
    Rule.EVENT: WORD,
    Rule.STANCE: WORD,
}  # of what two texts share
MOST_HOLDERS = 12  # a run of words in more statements than these is a stock phrase
MOST_PARTNERS = 5  # suggestions of a rule for one statement
NEIGHBOURS = 3  # in time, of the other side on one placement
LEAST_WORDING = 0.5  # one run of words that no more than four statements hold
LEAST_EVENT = 1.0  # one word that only these two have
LONGEST_GROUNDS = 480  # characters
FIRST_DAY = datetime.date.min


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the rules see it: its words as printed, and the summary of an editor.

    Wording is compared only as printed: two summaries are alike because one editor wrote both.
    """

    pk: int
    claimant: str
    day: datetime.date
    event: int | None
    sources: frozenset[int]
    printed: tuple[str, ...]
    summary: str = ""

    def texts(self, rule: str) -> tuple[str, ...]:
        """What the rule compares."""
        return self.printed if rule == Rule.WORDING else (*self.printed, self.summary)


@dataclass(frozen=True, slots=True)
class Stand:
    """The side that a statement takes on a placement."""

    statement: int
    claimant: str
    placement: int
    side: str
    day: datetime.date
    stance: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`statement` may stand so to `target`; `grounds` are the words or stances that say so."""

    statement: int
    target: int
    kind: str
    rule: str
    grounds: str

    @property
    def pair(self) -> tuple[int, int]:
        return min(self.statement, self.target), max(self.statement, self.target)


Pair = tuple[int, int]
Scores = dict[Pair, float]  # of the places in a list of statements


def suggestions(said: Sequence[Said], stands: Iterable[Stand]) -> Iterator[Suggestion]:
    """What all rules find, each pair once; what takes sides first, then the same wording."""
    seen: set[Pair] = set()
    known = {one.pk for one in said}
    for rule in (by_stance(stands), by_wording(said), by_event(said)):
        for one in rule:
            if one.pair not in seen and known.issuperset(one.pair):
                seen.add(one.pair)
                yield one


# --- Much the same wording ---


def by_wording(said: Sequence[Said]) -> Iterator[Suggestion]:
    """Statements of different sources that share rare runs of words."""
    scores = _scores(_holders(said, Rule.WORDING, LENGTHS[Rule.WORDING]), MOST_HOLDERS)
    for one, other in _best(said, scores, LEAST_WORDING):
        same = one.claimant == other.claimant and one.event == other.event is not None
        kind = Kind.SAME_REMARK if same else Kind.REPEATS
        yield _suggestion(one, other, kind, Rule.WORDING)


def _holders(said: Sequence[Said], rule: str, length: Length) -> dict[Hashable, list[int]]:
    """The places of the statements that hold each run, of the runs that several hold."""
    first: dict[int, int] = {}
    several: dict[Hashable, list[int]] = {}
    for place, one in enumerate(said):
        for key in {key for text in one.texts(rule) for key in keys(analyse(text), length)}:
            if key in several:
                if len(several[key]) <= MOST_HOLDERS:  # one too many tells that it is a stock one
                    several[key].append(place)
            elif key in first:
                several[key] = [first.pop(key), place]
            else:
                first[key] = place
    return several


def _scores(holders: Mapping[Hashable, list[int]], most: int) -> Scores:
    """What each pair has in common; what fewer statements hold weighs more."""
    scores: Scores = defaultdict(float)
    for places in holders.values():
        if len(places) <= most:
            weight = 1 / log2(len(places))
            for pair in combinations(places, 2):
                scores[pair] += weight
    return scores


def _best(said: Sequence[Said], scores: Scores, least: float) -> Iterator[tuple[Said, Said]]:
    """The pairs that have most in common, the later statement first."""
    partners: Counter[int] = Counter()
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        one, other = said[a], said[b]
        free = partners[a] < MOST_PARTNERS and partners[b] < MOST_PARTNERS
        if score >= least and free and not one.sources & other.sources:
            partners.update((a, b))
            yield (one, other) if (one.day, one.pk) > (other.day, other.pk) else (other, one)


def _shared_words(one: Said, other: Said, rule: str) -> str:
    """The words that both have, each run in marks."""
    length = LENGTHS[rule]
    found = [
        f"“{text[start:end]}”"
        for text in one.texts(rule)
        for start, end in shared(text, other.texts(rule), length)
    ]
    joined = " · ".join(dict.fromkeys(found))
    return joined if len(joined) <= LONGEST_GROUNDS else joined[:LONGEST_GROUNDS] + "…"


def _suggestion(one: Said, other: Said, kind: str, rule: str) -> Suggestion:
    return Suggestion(one.pk, other.pk, kind, rule, _shared_words(one, other, rule))


# --- One event in several outlets ---


def by_event(said: Sequence[Said]) -> Iterator[Suggestion]:
    """What one claimant said at one event by several sources, where a telling word is shared."""
    groups: dict[tuple[int, str], list[Said]] = defaultdict(list)
    for one in said:
        if one.event is not None:
            groups[one.event, one.claimant].append(one)
    for group in groups.values():
        most = min(MOST_HOLDERS, max(2, len(group) // 3))
        scores = _scores(_holders(group, Rule.EVENT, LENGTHS[Rule.EVENT]), most)
        for one, other in _best(group, scores, LEAST_EVENT):
            yield _suggestion(one, other, Kind.SAME_REMARK, Rule.EVENT)


# --- Opposite stances ---


def by_stance(stands: Iterable[Stand]) -> Iterator[Suggestion]:
    """Statements in which one claimant takes both sides on one placement, nearest in time."""
    groups: dict[tuple[str, int], dict[str, list[Stand]]] = defaultdict(lambda: defaultdict(list))
    for stand in sorted(stands, key=lambda one: (one.day, one.statement)):
        if stand.side:
            groups[stand.claimant, stand.placement][stand.side].append(stand)
    for sides in groups.values():
        for side, other in combinations(sorted(sides), 2):
            yield from _opposed(sides[side], sides[other])
            yield from _opposed(sides[other], sides[side])


def _opposed(stands: Sequence[Stand], against: Sequence[Stand]) -> Iterator[Suggestion]:
    days = [one.day for one in against]
    for stand in stands:
        place = bisect_left(days, stand.day)
        for other in against[max(0, place - NEIGHBOURS) : place + NEIGHBOURS]:
            if stand.statement != other.statement:
                pair = sorted((stand, other), key=lambda one: (one.day, one.statement))
                grounds = " / ".join(f"{one.stance} ({one.day.year})" for one in pair)
                yield Suggestion(
                    pair[1].statement, pair[0].statement, Kind.CONTRADICTS, Rule.STANCE, grounds
                )
