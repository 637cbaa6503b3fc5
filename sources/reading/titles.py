"""Titles that no list of offices holds, learnt from the article itself.

"Selectman X" and "X, the reeve of Y," teach what "the selectman" and "the reeve" mean further down,
and "Principal Secretary X" what "the PS" means.
"""

from collections.abc import Iterator, Sequence

from sources.reading.cast import Somebody
from sources.reading.names import HONORIFICS, NOT_NAMES, ORGANISATIONS, Mention
from sources.reading.offices import Held
from sources.reading.roles import PERSON_NOUNS, Office
from sources.reading.subjects import DETERMINERS, JOINS, PREPOSITIONS
from sources.reading.things import DOCUMENTS, GROUPS
from sources.reading.tokens import Token
from sources.reading.verbs import BE, BETWEEN, reporting
from sources.reading.wordlists import listed

COURTESY = listed(
    """
    mr mrs ms miss mdm madam mme dr sir dame lord lady h.e he excellency her his hon honourable
    honorable rev reverend samdech oknha neak lok srey tan sri dato datuk datin haji hajah pak bu
    bapak ibu encik cik puan señor señora hajiya alhaji alhaja mallam mzee shri smt sardar tun
    second first third fourth fifth sixth seventh eighth ninth tenth last only same oldest eldest
    youngest acting former state party home national government human rights u daw thing
    """
)
NO_TITLES = (
    COURTESY | NOT_NAMES | ORGANISATIONS | GROUPS | DOCUMENTS | PREPOSITIONS | JOINS | BETWEEN | BE
)
LINKS = frozenset({"of", "the", "for", "and", "in", "'s"})
APPOSED = 9  # words of an apposition in which its noun is looked for
LONGEST_TITLE = 5  # words of a title that initials stand for


def titles(tokens: Sequence[Token], found: Sequence[Mention]) -> list[Held]:
    """Give who holds a title that only this article teaches, "a selectman" included."""
    nouns, initials = _asked(tokens)
    held = []
    for mention in found:
        if mention.who is None:
            continue
        for words in (
            *_before(tokens, mention),
            _apposed(tokens, mention),
            _after(tokens, mention),
        ):
            known = [words[-1]] if words and words[-1] in nouns and _teaches(words[-1]) else []
            known += [short for short in _shortened(words) if short in initials]
            held += [Held(_office(noun, words), mention.who, mention.first) for noun in known]
    learnt = {one.office.noun for one in held}
    bearers = [mention for mention in found if mention.who]
    named = {at for one in bearers for at in range(one.first, one.end)}
    return held + list(_unnamed(tokens, learnt, named))


def _asked(tokens: Sequence[Token]) -> tuple[set[str], set[str]]:
    """Give the words, and the initials in capitals, that the article puts behind "the"."""
    nouns, initials = set(), set()
    for index, token in enumerate(tokens):
        if any(before.lower == "the" for before in tokens[max(0, index - 3) : index]):
            nouns.add(token.lower)
            if token.text.isupper() and 1 < len(token.text) <= LONGEST_TITLE:
                initials.add(token.text)
    return nouns, initials


def _teaches(word: str) -> bool:
    """Whether a word may be a title that is not known anyway."""
    if word in NO_TITLES or word in PERSON_NOUNS or len(word) < 3 or reporting(word):
        return False
    return word in HONORIFICS or not word.endswith(("ed", "ing", "ly"))


def _before(tokens: Sequence[Token], mention: Mention) -> list[list[str]]:
    """Give the words of the title before a name, its own one included, with and without a last one.

    "Complainant Maulana X" has two.
    """
    own = tokens[mention.name].lower
    index = mention.name if own in HONORIFICS | PERSON_NOUNS else mention.name - 1
    words: list[str] = []
    while index >= 0 and len(words) < LONGEST_TITLE and tokens[index].kind == "word":
        linked = tokens[index].lower in {"of", "for"} and tokens[index + 1].capital
        if tokens[index].lower in NOT_NAMES and not (linked and words):
            break
        words.insert(0, tokens[index].lower)
        index -= 1
    lower = words and not tokens[mention.name - 1].capital
    place = lower and index > 0 and tokens[index].lower in DETERMINERS
    if place and tokens[index - 1].lower in PREPOSITIONS:
        return []
    found = [words, words[:-1]] if words and words[-1] in HONORIFICS else [words]
    return [*found, words[: words.index("of")]] if "of" in words[1:] else found


def _apposed(tokens: Sequence[Token], mention: Mention) -> list[str]:
    """Give the words between "the" and a comma before a name: "The Area Controller, X,"."""
    index = mention.first - 2
    if index < 0 or tokens[index + 1].text != ",":
        return []
    words: list[str] = []
    while index >= 0 and len(words) < APPOSED and tokens[index].kind == "word":
        word = tokens[index].lower
        if word == "the":
            placed = index > 0 and tokens[index - 1].lower in PREPOSITIONS
            return [] if placed else words[: words.index("of")] if "of" in words else words
        words.insert(0, word)
        index -= 1
    return []


def _after(tokens: Sequence[Token], mention: Mention) -> list[str]:
    """Give the words of an apposition up to its noun: "X, 61, the reeve of Y,"."""
    index = mention.end
    if index + 3 < len(tokens) and tokens[index + 1].kind == "number":
        index += 2
    near = tokens[index : index + APPOSED]
    if len(near) < 3 or near[0].text != ",":
        return []
    words: list[str] = []
    for token in near[1:]:
        if token.kind != "word" or token.lower in PREPOSITIONS | {"and", "who"}:
            ends = token.text in {",", ".", "—", "–"} or token.kind == "word"
            told = near[1].lower in DETERMINERS or token.lower == "of"
            return [word for word in words if word not in LINKS] if ends and told else []
        words.append(token.lower)
    return []


def _shortened(words: Sequence[str]) -> Iterator[str]:
    """Give the initials of the last two words or more: PS for "Water Principal Secretary"."""
    head = list(words)[: list(words).index("of")] if "of" in words else words
    if not head or head[-1].split("-")[-1] not in PERSON_NOUNS:
        return
    parts = [part for word in words for part in word.split("-") if part not in LINKS]
    letters = "".join(part[0].upper() for part in parts[-LONGEST_TITLE:])
    yield from (letters[at:] for at in range(len(letters) - 1))


def _office(noun: str, words: Sequence[str]) -> Office:
    narrowed = frozenset() if noun.isupper() else frozenset(words) - {noun}
    return Office(noun, narrowed, noun)


def _unnamed(tokens: Sequence[Token], learnt: set[str], named: set[int]) -> Iterator[Held]:
    """Learn that "a selectman" is somebody unnamed, and "Selectman Y" somebody else."""
    for index, token in enumerate(tokens[:-1]):
        after = tokens[index + 1].lower
        if token.capital and token.lower in learnt and tokens[index + 1].capital:
            if index + 1 not in named:
                yield Held(Office(token.lower, frozenset(), token.lower), Somebody(("?",)), index)
            continue
        if token.lower in {"a", "an", "another", "one"} and after in learnt:
            if index and tokens[index - 1].text == ",":
                continue  # "X, a reeve,"
            yield Held(Office(after, frozenset(), after), None, index)
