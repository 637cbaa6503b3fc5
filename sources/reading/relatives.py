"""Who is introduced as whose father or wife, so that "his father said" can be settled later."""

from collections.abc import Iterator, Sequence

from sources.reading.cast import Somebody
from sources.reading.frames import Sentence
from sources.reading.subjects import PRONOUNS
from sources.reading.wordlists import listed

# Each noun with its kind and gender.
KIN = {
    "father": ("parent", "m"), "dad": ("parent", "m"), "mother": ("parent", "f"),
    "mum": ("parent", "f"), "mom": ("parent", "f"), "son": ("child", "m"),
    "daughter": ("child", "f"), "husband": ("spouse", "m"), "wife": ("spouse", "f"),
    "brother": ("sibling", "m"), "sister": ("sibling", "f"), "grandmother": ("elder", "f"),
    "grandfather": ("elder", "m"), "grandson": ("younger", "m"),
    "granddaughter": ("younger", "f"),
}  # fmt: skip
INVERSE = {
    "parent": "child", "child": "parent", "spouse": "spouse", "sibling": "sibling",
    "elder": "younger", "younger": "elder",
}  # fmt: skip
OWNERS = listed("his her")
SPARE = 3  # words before the noun: his 21-year-old only son

Relative = tuple[Somebody, str, Somebody]  # whose, what of theirs, and who that is


def owner_and_kin(sentence: Sentence, at: int) -> tuple[str, str] | None:
    """Give the gender of the owner, and the noun, of "his father" at a token."""
    found = _noun(sentence, at)
    return (PRONOUNS[sentence.word(at)], sentence.word(found)) if found else None


def introduced(sentence: Sentence) -> Iterator[tuple[int, str, Somebody]]:
    """Give those whom a sentence introduces by their kin, and where it says whose they are."""
    for mention in sentence.mentions:
        comma = sentence.word(mention.first - 1) == ","
        noun = mention.first - 1 - comma
        if mention.who is None or sentence.word(noun) not in KIN:
            continue
        near = range(noun - 1, noun - 2 - SPARE, -1)
        owner = next((at for at in near if sentence.word(at) in {*OWNERS, "'s"}), None)
        if owner is not None:
            yield owner, sentence.word(noun), mention.who


def named_owner(sentence: Sentence, at: int) -> Somebody | None:
    """Give the owner that the sentence itself names: "X’s wife, Y", "X and his wife, Y"."""
    if sentence.word(at) == "'s":
        mention = sentence.ending.get(at)
        return mention.who if mention else None
    before = [one.who for one in sentence.mentions if one.end <= at]
    who = before[0] if len(before) == 1 else None
    return who if who and who.gender == PRONOUNS[sentence.word(at)] else None


def related(owner: Somebody, noun: str, known: Sequence[Relative]) -> Somebody | None:
    """Give the one who is known to be the owner's father, son … or whose son … the owner is."""
    kind, gender = KIN[noun]
    able = [who for one, told, who in known if one is owner and KIN[told] == (kind, gender)]
    back = [one for one, told, who in known if who is owner and KIN[told][0] == INVERSE[kind]]
    able += [one for one in back if one.gender == gender]
    return able[0] if able and all(one is able[0] for one in able) else None


def _noun(sentence: Sentence, at: int) -> int | None:
    if sentence.word(at) not in OWNERS:
        return None
    places = range(at + 1, at + 2 + SPARE)
    return next((place for place in places if sentence.word(place) in KIN), None)
