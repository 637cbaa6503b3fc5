"""Which office each person of an article holds, learnt from the article's own words."""

from dataclasses import dataclass

from sources.reading.cast import Somebody
from sources.reading.names import Mention
from sources.reading.roles import PERSON_NOUNS, SAME, Office, gender_of, office
from sources.reading.tokens import Token
from sources.reading.verbs import reporting

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
        for known in (_office_before(tokens, mention), _office_after(tokens, mention)):
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
        if token.lower in {"a", "an", "one", "another"}:
            for place in range(index + 1, min(index + 7, len(tokens))):
                if (
                    tokens[place].kind != "word"
                    or place in named
                    or tokens[place].lower in {"of", "for"}
                ):
                    break
                if tokens[place].lower in PERSON_NOUNS and place + 1 not in named:
                    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
                    apposed = tokens[index - 1].text == "," if index else False
                    if not apposed and not (after == "," and place + 2 in named):
                        known = office([t.lower for t in tokens[index + 1 : place + 1]])
                        if known:
                            opens = token.capital and index < lead + DATELINE
                            who = _aged(tokens, found, known, lead) if opens else None
                            held.append(Held(known, who, index))
                    break
    return held


def _aged(tokens: list[Token], found: list[Mention], noun: Office, lead: int) -> Somebody | None:
    """Find who "A mum of three" that opens an article is: the first it names, with an age."""
    gender = gender_of([noun.printed])
    first = next((mention for mention in found if mention.first > lead), None)
    after = tokens[first.end : first.end + 2] if first else []
    aged = len(after) == 2 and after[0].text == "," and after[1].kind == "number"
    who = first.who if first and aged else None
    return who if who and gender and who.gender == gender else None


def _office_before(tokens: list[Token], mention: Mention) -> Office | None:
    words: list[str] = []
    index = mention.name - 1
    # Titles may belong to the name as the roster has it: "Prince Norovann".
    own = tokens[mention.name].lower.rstrip(".")
    while own in PERSON_NOUNS | set(SAME) and index + 2 < mention.end:
        index += 1
        own = tokens[index + 1].lower.rstrip(".")
    if index >= 0 and tokens[index].text == ",":
        return _office_comma(tokens, index)
    while index >= 0 and len(words) < 8 and tokens[index].kind == "word":
        word = tokens[index].lower
        if word in {
            "the",
            "a",
            "an",
            "and",
            "that",
            "by",
            "to",
            "with",
            "from",
            "said",
            "when",
            "but",
        }:
            break
        words.insert(0, word.rstrip("."))
        index -= 1
    return office(words) if words else None


def _office_comma(tokens: list[Token], comma: int) -> Office | None:
    """Read "The ministry’s spokesman, X," from the comma back."""
    index = comma - 1
    words: list[str] = []
    while index >= 0 and len(words) < 10 and tokens[index].kind == "word":
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
    if tokens[index].text != ",":
        return None
    if (
        tokens[index + 1].kind == "number"
        and tokens[index + 2 : index + 3]
        and tokens[index + 2].text == ","
    ):
        index += 2
    if tokens[index + 1].lower == "who" and tokens[index + 2].lower in {"is", "was"}:
        index += 2
    return _first_office(_words(tokens, index + 1, 14))


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
        if word == "secretary" and following == "of":
            return office(words[: place + 3], words[place + 3 :])
        if word in PERSON_NOUNS and following not in PERSON_NOUNS:
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
