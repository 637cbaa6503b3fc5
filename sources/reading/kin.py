"""Father and son of one name: whom "the elder X" and "the younger X" mean.

Who is whose parent is learnt from the article's own words: "his son, X", "X, her mother".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sources.reading.cast import Somebody, fold
from sources.reading.names import Mention
from sources.reading.tokens import Token
from sources.reading.wordlists import listed

ELDER = listed("elder older senior")
YOUNGER = listed("younger junior")
CHILD = listed("son daughter")
PARENT = listed("father mother")
SPARE = 3  # words that may stand before the noun: his 21-year-old only son


AGED = 40  # people whose ages are told apart
Aged = tuple[Somebody, int]


@dataclass(slots=True)
class Kin:
    """Those of an article who are said to be somebody's parent, or somebody's child."""

    parents: list[Somebody] = field(default_factory=list)
    children: list[Somebody] = field(default_factory=list)


def told_apart(tokens: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """Give the mentions, with "the elder X" and "the younger X" settled or left open."""
    if not any(_generation(tokens, mention) for mention in found):
        return list(found)
    kin, aged = _kin(tokens, found), ages(tokens, found)
    named: list[Somebody] = []
    for mention in found:
        if mention.who and not _generation(tokens, mention) and not _among(mention.who, named):
            named.append(mention.who)
    told = []
    for mention in found:
        who = mention.who
        if _generation(tokens, mention):
            who = _meant(tokens, mention, named, kin) or _elder(tokens, mention, named, aged)
        told.append(replace(mention, who=who))
    return told


def _generation(tokens: Sequence[Token], mention: Mention) -> str:
    before = [token.lower for token in tokens[max(0, mention.first - 2) : mention.first]]
    told = before[:1] == ["the"] and before[-1] in ELDER | YOUNGER
    return before[-1] if told else ""


def _among(who: Somebody, people: Sequence[Somebody]) -> bool:
    return any(one is who for one in people)


def _meant(
    tokens: Sequence[Token], mention: Mention, named: Sequence[Somebody], kin: Kin
) -> Somebody | None:
    """Find the one of at most two namesakes who is the parent, or the child, of the other."""
    words = {fold(token.lower) for token in tokens[mention.name : mention.end]}
    able = [one for one in named if words <= set(one.words)]
    sides = (kin.parents, kin.children)
    own, opposite = sides if _generation(tokens, mention) in ELDER else sides[::-1]
    fit = [one for one in able if _among(one, own) and not _among(one, opposite)]
    if not fit:
        rest = [one for one in able if not _among(one, opposite)]
        fit = rest if len(able) == 2 else []
    return fit[0] if len(fit) == 1 and len(able) <= 2 else None


def _elder(
    tokens: Sequence[Token], mention: Mention, named: Sequence[Somebody], aged: Sequence[Aged]
) -> Somebody | None:
    """Tell the two namesakes apart by the ages that the article gives them."""
    words = {fold(token.lower) for token in tokens[mention.name : mention.end]}
    able = [one for one in named if words <= set(one.words)]
    known = [(age, one) for one, age in aged if _among(one, able)]
    if len(able) != 2 or len(known) != 2 or known[0][0] == known[1][0]:
        return None
    pick = max if _generation(tokens, mention) in ELDER else min
    return pick(known, key=lambda one: one[0])[1]


def _kin(tokens: Sequence[Token], found: Sequence[Mention]) -> Kin:
    kin = Kin()
    for index, token in enumerate(tokens):
        if token.lower in CHILD:
            _learn(tokens, found, index, kin.parents, kin.children)
        elif token.lower in PARENT:
            _learn(tokens, found, index, kin.children, kin.parents)
    return kin


def _learn(
    tokens: Sequence[Token],
    found: Sequence[Mention],
    noun: int,
    owners: list[Somebody],
    owned: list[Somebody],
) -> None:
    """Read "X’s son Y", "X … his son, Y" and "Y, his son"."""
    near = range(noun - 1, max(-1, noun - 2 - SPARE), -1)
    place = next((at for at in near if tokens[at].lower in {"his", "her", "'s"}), None)
    if place is None:
        return
    after = noun + 1 + (noun + 1 < len(tokens) and tokens[noun + 1].text == ",")
    owned += [one.who for one in found if one.who and one.first == after]
    if tokens[place].lower == "'s":
        owners += [one.who for one in found if one.who and one.end == place]
        return
    apposed = tokens[place - 1].text == "," if place else False
    same = [one.who for one in found if one.who and apposed and one.end == place - 1]
    owned += same
    before = [] if same else _before(tokens, found, place)
    if before and all(one is before[0] for one in before):
        owners.append(before[0])


def _before(tokens: Sequence[Token], found: Sequence[Mention], place: int) -> list[Somebody]:
    """Give who is named in the sentence before `place`."""
    first = place
    while first and tokens[first - 1].kind != "break" and tokens[first - 1].text not in ".!?":
        first -= 1
    return [one.who for one in found if one.who and first <= one.first and one.end <= place]


def ages(tokens: Sequence[Token], found: Sequence[Mention]) -> list[Aged]:
    """Learn how old people are from "X, 71,"."""
    known: dict[int, Aged] = {}
    for one in found:
        comma, number = [*tokens[one.end : one.end + 2], None, None][:2]
        aged = comma and number and comma.text == "," and number.text.isdecimal()
        if one.who and aged and number and len(number.text) <= 3:
            known.setdefault(id(one.who), (one.who, int(number.text)))
    return list(known.values())[:AGED]


def by_age(known: Sequence[Aged], told: Iterable[str], gender: str | None) -> Somebody | None:
    """Say who "the older man" is of the two whose ages are given, or who "the 34-year-old" is."""
    words = set(told)
    if same := [one for one, age in known if str(age) in words]:
        return same[0] if all(one is same[0] for one in same) else None
    elder, younger = words & ELDER, words & YOUNGER
    able = [(age, one) for one, age in known if one.gender == gender]
    if len(able) != 2 or able[0][0] == able[1][0] or bool(elder) == bool(younger):
        return None
    pick = max if elder else min
    return pick(able, key=lambda one: one[0])[1]
