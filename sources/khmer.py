"""Khmer orthographic clusters, and one key for all spellings that look the same.

Khmer is written without spaces between words, so the unit of search is the cluster: a base letter
with its subscripts, vowels and signs. Unicode lets the marks of a cluster be typed in several
orders, and some marks be composed of others; the eye sees no difference, so search must not either.
The order and the unifications follow the "Khmer Encoding Structure" proposal (L2/22-290).
"""

import re

_COENG = "\u17d2"
_RO = _COENG + "\u179a"
_U, _AA, _NIKAHIT = "\u17bb", "\u17b6", "\u17c6"
_TRIISAP, _MUUSIKATOAN = "\u17ca", "\u17c9"
_BA = "\u1794"

_LETTER = r"[\u1780-\u17b3]"
_MARK = r"[\u17b6-\u17d3\u17dd]"

#: Regular expression for one cluster. A fragment may begin with a mark whose base is missing; the
#: repetition sign and avakrahasanya stand alone.
CLUSTER = rf"(?:{_LETTER}|{_COENG}{_LETTER}|{_MARK})(?:{_COENG}{_LETTER}|{_MARK})*|[\u17d7\u17dc]"

#: Letters that Unicode deprecates in favour of others, and inherent vowels, which are invisible.
REPLACED = {
    "\u17a3": "\u17a2",
    "\u17a4": "\u17a2\u17b6",
    "\u17a8": "\u17a7\u1780",
    "\u17b2": "\u17b1",
    "\u17b4": "",
    "\u17b5": "",
    "\u17d3": "\u17c6",
}

# Two-part vowels are taken apart, so that a vowel typed as its two halves is the same. Two "e" in a
# row are drawn like "ae", hence the replacement of the pair comes first.
_HALVES = str.maketrans({"\u17be": "\u17c1\u17b8", "\u17c4": "\u17c1\u17b6"})

# Robat stands before the subscripts; behind them register shifters, then the vowels before, below,
# above and after the base, then signs, and last the final signs.
_ROBAT = "\u17cc"
_ORDER = (
    "\u17c9\u17ca\u17c1\u17c2\u17c3\u17c5\u17bf\u17c0\u17bb\u17bc\u17bd\u17b7\u17b8\u17b9\u17ba"
    "\u17b6\u17c6\u17cb\u17cd\u17ce\u17cf\u17d0\u17d1\u17d3\u17dd\u17c7\u17c8"
)
_RANK = {mark: rank for rank, mark in enumerate(_ORDER)}

_SUBSCRIPT = re.compile(_COENG + _LETTER)
_ABOVE = frozenset("\u17b7\u17b8\u17b9\u17ba\u17bf\u17d0\u17dd")
# Letters under which the shifter of a vowel above is triisap; under all others it is muusikatoan.
_STRONG = frozenset("កខគឃចឆជឈដឋឌឍតថទធផពភឞសហអ")


def cluster_key(cluster: str) -> str:
    """Return one spelling for all spellings of a cluster that look the same.

    The key is for comparison, not for print: two-part vowels stand in it as their halves. It is
    empty when nothing visible remains (a coeng without its letter). Keys are stable: the key of a
    key is itself.
    """
    base = cluster[0] if re.match(rf"{_LETTER}|[\u17d7\u17dc]", cluster) else ""
    rest = cluster[len(base) :]
    subscripts = _ordered_subscripts(_SUBSCRIPT.findall(rest))
    marks = _SUBSCRIPT.sub("", rest).replace(_COENG, "").replace("\u17c1\u17c1", "\u17c2")
    present = _without_lowered_shifter(base + "".join(subscripts), set(marks.translate(_HALVES)))
    robat = _ROBAT if _ROBAT in present else ""
    return base + robat + "".join(subscripts) + _ordered_marks(present)


def _ordered_subscripts(subscripts: list[str]) -> list[str]:
    """Each subscript once, ro last; subscript da is drawn exactly as subscript ta."""
    unified = (subscript.replace("\u178a", "\u178f") for subscript in subscripts)
    return sorted(dict.fromkeys(unified), key=_RO.__eq__)


def _ordered_marks(present: set[str]) -> str:
    return "".join(sorted(present - {_ROBAT}, key=_RANK.__getitem__))


def _without_lowered_shifter(letters: str, marks: set[str]) -> set[str]:
    """Read a "u" under a vowel above as the register shifter that takes its shape there."""
    vowel_above = marks & _ABOVE or {_AA, _NIKAHIT} <= marks
    if _U not in marks or not vowel_above:
        return marks
    strong = _BA not in letters and any(letter in _STRONG for letter in letters)
    return marks - {_U} | {_TRIISAP if strong else _MUUSIKATOAN}
