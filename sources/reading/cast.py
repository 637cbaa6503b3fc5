"""Everybody an article may speak of: the roster, and the others it names.

"Hun" alone is nobody when father and son both speak; whoever is not on the roster is kept apart as
somebody, so that their words go to nobody else.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sources.reading.wordlists import listed

TITLES = listed(
    "mr mrs ms dr prof gen lt col maj capt sgt he sir dame lord samdech oknha h.e hon rev"
)
NAMESAKES = 40  # more people of one name are not told apart anyway
PARTICLES = listed(
    """
    de del della der den van von bin binti ibn al el la le da do dos das di du y e ter abu
    """
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the roster; `gender` is "f", "m" or None."""

    name: str
    aliases: tuple[str, ...] = ()
    gender: str | None = None


@dataclass(slots=True)
class Somebody:
    """One person of an article: of the roster (`name` is set) or not."""

    words: tuple[str, ...]
    name: str | None = None
    gender: str | None = None


@dataclass(slots=True)
class Cast:
    """Everybody an article may speak of, by the words of their names."""

    full: dict[tuple[str, ...], list[Somebody]] = field(default_factory=dict)
    short: dict[tuple[str, ...], list[Somebody]] = field(default_factory=dict)
    present: list[Somebody] = field(default_factory=list)
    others: dict[str, list[Somebody]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()  # words that this article uses as common nouns


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Lower case without accents, full stops and curly apostrophes, for comparing names."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'").replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char)).replace(".", "")


def words_of(name: str) -> tuple[str, ...]:
    return tuple(
        word for word in map(fold, name.replace(".", ". ").replace(",", " ").split()) if word
    )


def make_cast(roster: Sequence[Person]) -> Cast:
    """Index the roster by every full form and by every short form of its names."""
    cast = Cast(full=defaultdict(list), short=defaultdict(list), others=defaultdict(list))
    for person in roster:
        words = words_of(person.name)
        somebody = Somebody(words, person.name, person.gender)
        bare = words
        while len(bare) > 2 and bare[0] in TITLES:
            bare = bare[1:]
        for alias in map(words_of, person.aliases):
            if len(alias) > 1 and alias[0] not in words and set(alias[1:]) <= set(words):
                cast.titles |= {alias[0]}  # Kru Sombat
        for form in {words, bare, *map(words_of, person.aliases)} - {()}:
            cast.full[form].append(somebody)
            cast.longest[form[0]] = max(len(form), cast.longest.get(form[0], 0))
        for form in _short_forms(bare):
            cast.short[form].append(somebody)
    for words in [words for words in cast.full if len(words) == 2]:
        # Family names stand first in some papers and last in others.
        if words[::-1] not in cast.full:
            cast.full[words[::-1]] = cast.full[words]
    return cast


def _short_forms(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Parts of a name that may stand for it: any run of its words, or first and last."""
    size = len(words)
    forms = {words[i:j] for i in range(size) for j in range(i + 1, size + 1) if j - i < size}
    if size > 2:
        forms.add((words[0], words[-1]))
    forms |= {(form[0].removeprefix("al-"),) for form in forms if len(form) == 1}
    return {form for form in forms if any(len(w) > 1 and w not in PARTICLES for w in form)}


def add_other(cast: Cast, words: tuple[str, ...], gender: str | None) -> None:
    same = [one for one in cast.others.get(words[-1], []) if set(words) <= set(one.words)]
    if same:
        same[0].gender = same[0].gender or gender
        return
    other = Somebody(words, None, gender)
    for word in set(words) - PARTICLES:
        if len(cast.others[word]) < NAMESAKES:
            cast.others[word].append(other)


def meant(words: tuple[str, ...], cast: Cast, gender: str | None) -> list[Somebody | None]:
    """Give [who] a short form means, [None] where it may mean several, [] where it is no name."""
    roster = list(_agreeing(cast.short.get(words, []), gender))
    others = list(_agreeing(cast.others.get(words[-1], []), gender))
    others = [one for one in others if set(words) <= set(one.words)]
    near = [one for one in roster if one in cast.present]
    if near or others:
        either: list[Somebody | None] = [*near, *others]
        return either if len(either) == 1 else [None]
    if not roster:
        return []
    # Nobody was introduced: only a family name last, or several words, is enough.
    titled = gender is not None
    last = [one.words[-2:] if len(words[0]) > 4 else one.words[-1:] for one in roster]
    sure = len(roster) == 1 and (titled or len(words) > 1 or words[0] in last[0][-2:])
    return [roster[0] if sure else None]


def _agreeing(people: Iterable[Somebody], gender: str | None) -> Iterator[Somebody]:
    return (one for one in people if not gender or not one.gender or one.gender == gender)
