"""Which office each person of an article holds, learnt from the article's own words."""

from dataclasses import dataclass

from sources.reading.cast import Somebody
from sources.reading.names import FIELDS, HONORIFICS, Mention
from sources.reading.roles import PERSON_NOUNS, SAME, Office, gender_of, office
from sources.reading.things import GROUPS
from sources.reading.tokens import Token
from sources.reading.verbs import reporting
from sources.reading.wordlists import listed

APART = frozenset({",", "—", "–"})
BEFORE = 9  # words of titles before a name
STOPS = listed("the a an and that by to with from said when but")
DATELINE = 14  # tokens that may stand before an article's first words


@dataclass(slots=True)
class Held:
    """An office and who holds it; `who` None is somebody unnamed."""

    office: Office
    who: Somebody | None
    at: int


def offices(tokens: list[Token], found: list[Mention], lead: int = 0) -> list[Held]:
    """Learn who holds which office from "ministry spokesman X" and "X, the spokesman of …,"."""
    held = []
    for mention in found:
        if mention.who is None:
            continue
        for known in (
            *_offices_before(tokens, mention),
            _office_apposed(tokens, mention),
            _office_after(tokens, mention),
        ):
            if known:
                held.append(Held(known, mention.who, mention.first))
                if not mention.who.gender:
                    mention.who.gender = gender_of([known.printed])
    return sorted(held + _unnamed(tokens, found, lead), key=lambda one: one.at)


def _unnamed(tokens: list[Token], found: list[Mention], lead: int) -> list[Held]:
    """Learn that "a spokesman" is somebody unnamed, so that "the spokesman" after it is too."""
    named = {mention.first for mention in found} | {mention.name for mention in found}
    held = []
    for index, token in enumerate(tokens):
        if token.lower in {"a", "an", "one", "another"} or _owner_of_another(tokens, index):
            for place in range(index + 1, min(index + 7, len(tokens))):
                if (
                    tokens[place].kind != "word"
                    or place in named
                    or tokens[place].lower in {"of", "for"}
                ):
                    break
                if tokens[place].lower in PERSON_NOUNS and place + 1 not in named:
                    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
                    apposed = tokens[index - 1].text in APART if index else False
                    if not apposed and not (after == "," and place + 2 in named):
                        known = office([t.lower for t in tokens[index + 1 : place + 1]])
                        if known:
                            opens = token.capital and index < lead + DATELINE
                            who = _aged(tokens, found, known, lead) if opens else None
                            held.append(Held(known, who, index))
                    break
    return held


def _opens_with(tokens: list[Token], mention: Mention | None, after: Token) -> bool:
    """Whether a paragraph begins with a bare name: "X, who has run the shop since 1990, said"."""
    if mention is None or mention.first != mention.name or after.lower not in {"who", "whose"}:
        return False
    return mention.first > 0 and tokens[mention.first - 1].kind == "break"


def _begins_next(tokens: list[Token], mention: Mention, lead: int) -> bool:
    """Whether a name, or the titles before it, begins the paragraph after the first."""
    index = mention.first - 1
    while index > lead and tokens[index].capital:
        index -= 1
    breaks = sum(token.kind == "break" for token in tokens[lead : index + 1])
    return tokens[index].kind == "break" and breaks == 1


def _owner_of_another(tokens: list[Token], index: int) -> bool:
    """Whether what follows is somebody’s: "the firm’s owner", but not "X, the firm’s owner"."""
    if tokens[index].lower not in {"'s", "his", "her", "their", "its"}:
        return False
    return all(token.text not in APART for token in tokens[max(0, index - 4) : index])


def _aged(tokens: list[Token], found: list[Mention], noun: Office, lead: int) -> Somebody | None:
    """Find who "A mum of three" that opens an article is: the first it names, with an age."""
    gender = gender_of([noun.printed])
    first = next((mention for mention in found if mention.first > lead), None)
    after = tokens[first.end : first.end + 2] if first else []
    told = len(after) == 2 and (after[1].kind == "number" or _opens_with(tokens, first, after[1]))
    aged = told and after[0].text == "," and first and _begins_next(tokens, first, lead)
    who = first.who if first and aged else None
    return who if who and gender in {None, who.gender} else None


def _offices_before(tokens: list[Token], mention: Mention) -> list[Office]:
    """Read "Works Minister X", "Spokesperson Captain X" and "Minister of Health Dr X"."""
    words: list[str] = []
    index = mention.name - 1
    # Titles may belong to the name as the roster has it: "Prince Norovann".
    own = tokens[mention.name].lower.rstrip(".")
    while own in PERSON_NOUNS | set(SAME) and index + 2 < mention.end:
        index += 1
        own = tokens[index + 1].lower.rstrip(".")
    if index >= 0 and tokens[index].text == ",":
        known = _office_comma(tokens, index)
        return [known] if known else []
    while index >= 0 and len(words) < BEFORE and tokens[index].kind == "word":
        if tokens[index].lower in STOPS:
            break
        words.insert(0, tokens[index].lower.rstrip("."))
        index -= 1
    return _titles_in(words, [token.capital for token in tokens[index + 1 : mention.end]])


def _titles_in(words: list[str], capitals: list[bool]) -> list[Office]:
    """Give the office that ends the words before a name, and that before it or its domain."""
    last = office(words) if words else None
    found = [last] if last else []
    bare = len(words)
    while bare and (words[bare - 1] in SAME or words[bare - 1] in HONORIFICS - FIELDS):
        bare -= 1
        if bare and (more := office(words[:bare])) and more not in found:
            found.append(more)
    linked = (at for at in range(1, bare - 1) if words[at] in {"of", "for"})
    of = next((at for at in linked if words[at - 1 : at + 2] != ["secretary", "of", "state"]), None)
    if of and all(capitals[of + 1 : bare]) and PERSON_NOUNS.isdisjoint(words[of + 1 : bare]):
        domain = office(words[:of], words[of + 1 : bare])
        found += [domain] if domain else []
    return found


def _office_apposed(tokens: list[Token], mention: Mention) -> Office | None:
    """Read "the spokesperson for Y, Chief X," where the name has a title of its own."""
    titled = tokens[mention.name].lower.rstrip(".") in PERSON_NOUNS | set(SAME)
    comma = mention.first - 1
    if comma < 1 or tokens[comma].text != "," or not (titled or mention.first < mention.name):
        return None
    return _office_comma(tokens, comma)


def _office_comma(tokens: list[Token], comma: int) -> Office | None:
    """Read "The ministry’s spokesman, X," from the comma back."""
    index = comma - 1
    words: list[str] = []
    while index >= 0 and len(words) < 10:
        if tokens[index].text in {"’", "'"}:
            index -= 1
        if tokens[index].kind != "word":
            break
        words.insert(0, tokens[index].lower)
        if words[0] in {"the", "its", "a", "an", "his", "her", "'s"} and (
            known := _first_office(words[1:])
        ):
            return known
        index -= 1
    return None


def _office_after(tokens: list[Token], mention: Mention) -> Office | None:
    index = mention.end
    if index + 1 >= len(tokens):
        return None
    if tokens[index].text == "(":
        return None
    if tokens[index].lower in {"is", "who"}:
        index += tokens[index + 1].lower == "is"
        return _first_office(_words(tokens, index + 1, 4))
    if tokens[index].text not in APART:
        return None
    if (
        tokens[index + 1].kind == "number"
        and tokens[index + 2 : index + 3]
        and tokens[index + 2].text == ","
    ):
        index += 2
    if tokens[index + 1].lower == "who" and tokens[index + 2].lower in {"is", "was"}:
        index += 2
    words = _words(tokens, index + 1, 14)
    return None if _titled(tokens, index + 1, words) else _first_office(words)


def _titled(tokens: list[Token], first: int, words: list[str]) -> bool:
    """Whether an office is the title of another name: "after X, Secretary Y said"."""
    head = next((at for at, word in enumerate(words) if word in PERSON_NOUNS), None)
    if head is None or not all(token.capital for token in tokens[first : first + head + 1]):
        return False
    return tokens[first + head + 1].capital


def _words(tokens: list[Token], first: int, size: int) -> list[str]:
    words = []
    for token in tokens[first : first + size]:
        form = reporting(token.lower)
        if token.kind != "word" or token.lower == "who" or (form and form.shape == "finite"):
            break
        words.append(token.lower)
    return words


def _first_office(words: list[str]) -> Office | None:
    """Read the first noun for a person, narrowed by what stands before it and after "of"."""
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if words[place : place + 3] == ["secretary", "of", "state"]:
            return office(words[: place + 3], words[place + 3 :])
        if word in PERSON_NOUNS and following not in PERSON_NOUNS | GROUPS:
            owner = "'s" in words[:place]
            return (
                None
                if following == "'s"
                else office(
                    [w for w in words[: place + 1] if w != "'s"] if owner else words[: place + 1],
                    words[place + 1 :],
                )
            )
        if place > 7:
            break
    return None
