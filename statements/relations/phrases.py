"""Phrases that recur: who used one first, who repeated it, and which ones there are.

Only words as printed count; a summary is an editor's. The work is bounded: the uses of one phrase
are looked for in at most `MOST_READ` statements that the search finds, the oldest first, and
recurring phrases in the newest `MOST_READ` with printed words, `MOST_TOKENS` of each and
`MOST_IN_ALL` of them together.
What recurs is kept until a published statement changes, appears or is withdrawn.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Max, Q, Sum

from statements.models import Organisation, Speaker, Statement
from statements.models.statement import StatementQuerySet
from statements.search.analyser import Token, analyse
from statements.search.highlights import highlight
from statements.search.ngrams import PHRASE, speaks, windows
from statements.search.query import Query
from statements.shown import Shown, in_order

MOST_READ = 3_000  # statements
MOST_TOKENS = 600  # of one statement, from its beginning
MOST_IN_ALL = 200_000  # tokens: about a second's work
MOST_SHOWN = 200  # uses of one phrase, from the first on
MOST_PHRASES = 100
MOST_HOLDERS = 50  # what more statements hold is a stock phrase
LONGEST = 24  # tokens of a phrase
KEPT_FOR = 24 * 60 * 60  # seconds

PRINTED = ~Q(text="") | ~Q(original_text="")
Claimant = Speaker | Organisation


# --- The uses of one phrase ---


@dataclass(frozen=True)
class User:
    """A claimant, with the number of statements in which they used the phrase, first and last."""

    claimant: Claimant
    count: int
    first: Statement
    last: Statement


@dataclass(frozen=True)
class Uses:
    """The statements in which a phrase stands, the oldest first."""

    statements: list[Statement]
    is_bounded: bool  # whether more statements hold the words than were read

    @cached_property
    def shown(self) -> list[Shown]:
        return in_order([one.pk for one in self.statements[:MOST_SHOWN]])

    @property
    def first(self) -> Statement:
        return self.statements[0]

    @property
    def last(self) -> Statement:
        return self.statements[-1]

    @cached_property
    def users(self) -> list[User]:
        """Who used it, in the order of their first use."""
        groups: dict[Claimant, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            if statement.claimant:
                groups[statement.claimant].append(statement)
        return [User(who, len(said), said[0], said[-1]) for who, said in groups.items()]


def uses(found: StatementQuerySet, phrase: Query) -> Uses:
    """Of the statements that the search found, those in whose printed words the phrase stands."""
    texts = found.filter(PRINTED).oldest_first().values_list("pk", "text", "original_text")
    read = list(texts[: MOST_READ + 1])
    keys = [pk for pk, *words in read[:MOST_READ] if any(highlight(one, phrase) for one in words)]
    known = found.select_related("speaker", "organisation").in_bulk(keys)
    return Uses([known[pk] for pk in keys if pk in known], len(read) > MOST_READ)


# --- What recurs ---


@dataclass(frozen=True)
class Text:
    """A statement as it is compared: its tokens, whose words they are, and on which day."""

    pk: int
    occasion: tuple[Any, ...]  # claimant and date
    raw: str
    tokens: Sequence[Token]


@dataclass(frozen=True)
class Recurring:
    """A phrase as first printed, and the statements that hold it, the oldest first."""

    phrase: str
    statements: list[Statement]

    @property
    def count(self) -> int:
        return len(self.statements)

    @property
    def last(self) -> Statement:
        return self.statements[-1]

    @property
    def claimants(self) -> list[Claimant]:
        return list(dict.fromkeys(one.claimant for one in self.statements if one.claimant))


def recurring_phrases() -> list[Recurring]:
    """The phrases that recur in the published register, in three queries at most.

    What was found before serves again while nothing public has changed; the statements themselves
    are read anew, so that what is withdrawn at this moment is gone.
    """
    public = Statement.objects.published()
    key = f"phrases-{fingerprint(public)}"
    kept: list[tuple[str, list[int]]] | None = cache.get(key)
    if kept is None:
        kept = [(phrase, keys) for phrase, keys in recurring(list(_texts(public)))]
        cache.set(key, kept, KEPT_FOR)
    wanted = {pk for _phrase, keys in kept for pk in keys}
    known = public.select_related("speaker", "organisation").in_bulk(wanted)
    found = (Recurring(text, [known[pk] for pk in keys if pk in known]) for text, keys in kept)
    return [one for one in found if one.count > 1]


def fingerprint(public: StatementQuerySet) -> str:
    """Changes whenever a published statement is edited, published or withdrawn."""
    told = public.aggregate(Count("pk"), Sum("pk"), Sum("version"), Max("updated_at"))
    return "-".join(str(value).replace(" ", "T") for value in told.values())


def _texts(public: StatementQuerySet) -> Iterator[Text]:
    """The newest statements with printed words, the oldest of these first."""
    newest = public.filter(PRINTED).newest_first()[:MOST_READ]
    rows = newest.values_list(
        "pk", "speaker", "organisation", "said_on_earliest", "said_on_latest", "text",
        "original_text",
    )  # fmt: skip
    read: list[Text] = []
    left = MOST_IN_ALL
    for pk, *occasion, text, original in rows:
        for raw in filter(None, (text, original)):
            tokens = analyse(raw)[: min(MOST_TOKENS, left)]
            left -= len(tokens)
            read.append(Text(pk, tuple(occasion), raw, tokens))
    return reversed(read)


Place = tuple[int, int]  # a text by its place in the list, and a token of it


def recurring(texts: Sequence[Text]) -> list[tuple[str, list[int]]]:
    """Phrases of three words or more that two statements of different days or claimants hold.

    Each is as long as all its statements agree, and comes with their keys in the given order. What
    most statements hold comes first, then what is longest. Overlapping shorter forms are left out
    unless more statements hold them.
    """
    found: dict[tuple[str, ...], list[Place]] = {}
    for places, length in _seeds(texts):
        for phrase in _extended(texts, places, length):
            found.setdefault(*phrase)
    ranked = sorted(found.items(), key=lambda one: (-len(_keys(texts, one[1])), -len(one[0])))
    return [
        (_printed(texts, places[0], len(words)), _keys(texts, places))
        for words, places in islice(ranked, MOST_PHRASES)
    ]


def _seeds(texts: Sequence[Text]) -> Iterator[tuple[list[Place], int]]:
    """The shortest runs that recur, with the places where each stands and its length."""
    seeds: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for number, text in enumerate(texts):
        spelt = [token.text for token in text.tokens]
        for first, last in windows(text.tokens, PHRASE):
            seeds[tuple(spelt[first:last])].append((number, first))
    for words, places in seeds.items():
        if _recurs(texts, places) and not _leads_on(texts, places):
            yield places, len(words)


def _extended(
    texts: Sequence[Text], places: list[Place], length: int
) -> Iterator[tuple[tuple[str, ...], list[Place]]]:
    """The run, and what it grows to: each form that more statements hold than any longer one."""
    grown: dict[str, list[Place]] = defaultdict(list)
    for number, first in places:
        tokens = texts[number].tokens
        if length < LONGEST and first + length < len(tokens):
            grown[tokens[first + length].text].append((number, first))
    held = len(_keys(texts, places))
    longer = [more for more in grown.values() if _recurs(texts, more)]
    number, first = places[0]
    words = texts[number].tokens[first : first + length]
    ends = all(len(_keys(texts, more)) < held for more in longer)
    if ends and held <= MOST_HOLDERS and speaks(words):
        yield tuple(token.text for token in words), places
    for more in longer:
        if not _leads_on(texts, more):
            yield from _extended(texts, more, length + 1)


def _recurs(texts: Sequence[Text], places: Sequence[Place]) -> bool:
    """Whether statements of different days or claimants hold it."""
    return len({texts[number].occasion for number, _first in places}) > 1


def _leads_on(texts: Sequence[Text], places: Sequence[Place]) -> bool:
    """Whether the same word stands before it everywhere: then it is the end of a longer phrase."""
    before = {texts[number].tokens[first - 1].text if first else None for number, first in places}
    return len(before) == 1 and None not in before


def _keys(texts: Sequence[Text], places: Sequence[Place]) -> list[int]:
    return list(dict.fromkeys(texts[number].pk for number, _first in places))


def _printed(texts: Sequence[Text], place: Place, length: int) -> str:
    text, first = texts[place[0]], place[1]
    return text.raw[text.tokens[first].start : text.tokens[first + length - 1].end]
