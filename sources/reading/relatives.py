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


def unnamed_kin(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Give where a sentence says whose father or daughter, not named, it speaks of, and which."""
    for at in range(sentence.first, sentence.end):
        noun = sentence.word(at)
        if noun not in KIN or at + 1 in sentence.starting or at + 2 in sentence.starting:
            continue
        near = range(at - 1, max(sentence.first, at - 1 - SPARE) - 1, -1)
        place = next((back for back in near if sentence.word(back) in {*OWNERS, "'s"}), None)
        if place is not None:
            yield place, noun


def namesake(
    owner: Somebody, noun: str, unnamed: Sequence[tuple[Somebody, str]], people: Sequence[Somebody]
) -> Somebody | None:
    """Give the one of the owner's family name of whose daughter, say, the article spoke before.

    `people` are all that the article names; one of the name who is not on the roster is enough for
    nobody to be sure.
    """
    kind, gender = KIN[noun]
    same = [one for one in people if one is not owner and _one_family(one, owner)]
    able = [one for one in same if one.gender in {gender, None}]
    if len(able) != 1 or not able[0].name or able[0].gender != gender:
        return None
    told = [noun for one, noun in unnamed if one is able[0]]
    back = [KIN[noun] for noun in told]
    return able[0] if (INVERSE[kind], owner.gender) in back else None


def _one_family(one: Somebody, other: Somebody) -> bool:
    if len(one.words) < 2 or len(other.words) < 2:
        return False
    return one.words[-1] == other.words[-1] or one.words[0] == other.words[0]


def _noun(sentence: Sentence, at: int) -> int | None:
    if sentence.word(at) not in OWNERS:
        return None
    places = range(at + 1, at + 2 + SPARE)
    return next((place for place in places if sentence.word(place) in KIN), None)
