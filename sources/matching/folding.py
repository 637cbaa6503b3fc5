"""A text cut into tokens that are the same however it was typeset, with offsets into the raw text.

A token is a word, a number, a Khmer cluster, a character of another script without spaces, or one
punctuation mark. Folded away are: the shape of quotation marks and dashes, spaces and line breaks,
zero-width characters and soft hyphens, the ellipsis character, compatibility forms (NFKC), and the
order in which the marks of a Khmer cluster were typed. Nothing else is: letters keep their case,
and a comma stays a comma. Single and double marks are one, since outlets restyle them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, compress

from sources.khmer import CLUSTER, REPLACED, cluster_key

#: What every quotation mark, every dash and every ellipsis becomes.
MARK, DASH, ELLIPSIS = '"', "-", "…"

# Kinds of tokens, and of the characters they begin with. All are ASCII, so that the text can be cut
# by a regular expression over one letter for each character.
WORD, NUMBER, KHMER, SPACELESS, LOOSE = "w", "d", "k", "s", "m"
SINGLE, DOUBLE, HYPHEN, LONG_DASH, DOTS = "a", "q", "h", "H", "e"
CURRENCY, PERCENT, OTHER, BLANK, INVISIBLE = "$", "%", "p", " ", "z"
#: Kinds of tokens that are words or parts of words; the others are punctuation.
WORDS = frozenset({WORD, NUMBER, KHMER, SPACELESS, LOOSE})
_SEEN = WORDS | {SINGLE, DOUBLE, HYPHEN, LONG_DASH, DOTS, CURRENCY, PERCENT, OTHER, ".", ","}


@dataclass(frozen=True, slots=True)
class Folded:
    """The tokens of `raw` in order; the n-th stands at raw[starts[n]:ends[n]] and is of kinds[n].

    One raw character can make two tokens; these share its offsets.
    """

    raw: str
    tokens: list[str]
    kinds: str
    starts: list[int]
    ends: list[int]


def fold(text: str) -> Folded:
    """Return the tokens of `text`. Takes time in proportion to its length."""
    pieces = _PIECE.findall(text.translate(_KIND_OF))
    ends = list(accumulate(map(len, pieces)))
    starts = [0, *ends[:-1]]
    kinds = list(map(_PIECE_KIND.__getitem__, pieces))
    seen = list(map(_SEEN.__contains__, kinds))
    starts, ends = list(compress(starts, seen)), list(compress(ends, seen))
    token_of = _Tokens()
    tokens = list(map(token_of.__getitem__, map(text.__getitem__, map(slice, starts, ends))))
    folded = Folded(text, tokens, "".join(compress(kinds, seen)), starts, ends)
    return _expanded(folded) if any(_BOTH in token for token in token_of.values()) else folded


def initial_swapped(token: str) -> str:
    """Return the token with the case of its first letter changed."""
    return token[:1].swapcase() + token[1:]


def initial_lowered(token: str) -> str:
    """Return the token with its first letter in lower case."""
    return token[:1].lower() + token[1:]


# --- One letter for each character ---

_SINGLE_MARKS = "'`´‘’‚‛ʹʻʼʽˈ′‵‹›＇"
_DOUBLE_MARKS = '"“”„‟″‶«»「」『』〝〞〟＂❝❞'
_HYPHENS = "-‐‑−﹣－"
_SPACELESS_SCRIPTS = re.compile(  # Thai, Lao, Tibetan, Burmese, Chinese, Japanese, Yi, Javanese
    r"[\u0e00-\u109f\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\u2e80-\u312f\u31a0-\u31bf"
    r"\u31f0-\u31ff\u3400-\ua4cf\ua960-\ua9ff\uaa60-\uaadf\U0001aff0-\U0001b16f"
    r"\U00020000-\U0003ffff]"
)
_COENG = "\u17d2"
_LETTER_OF_ITS_OWN = "\u17d7\u17dc"  # Khmer repetition sign and avakrahasanya

_BY_CHARACTER = (
    dict.fromkeys(_SINGLE_MARKS, SINGLE)
    | dict.fromkeys(_DOUBLE_MARKS, DOUBLE)
    | dict.fromkeys(_HYPHENS, HYPHEN)
    | dict.fromkeys(
        "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0", INVISIBLE
    )  # invisible letters
    | dict.fromkeys(_LETTER_OF_ITS_OWN, OTHER)
    | {
        ".": ".",
        ",": ",",
        "…": DOTS,
        "⋯": DOTS,
        "_": WORD,
        "%": PERCENT,
        "‰": PERCENT,
        "°": PERCENT,
    }
    | {_COENG: "C"}
)
_BY_CATEGORY = {
    "Pd": LONG_DASH, "Sc": CURRENCY, "Nd": NUMBER, "Nl": WORD, "No": WORD, "Cf": INVISIBLE,
    "Zs": " ", "Zl": " ", "Zp": " ", "Cc": " ", "Mn": LOOSE, "Mc": LOOSE, "Me": LOOSE,
    "Lu": WORD, "Ll": WORD, "Lt": WORD, "Lm": WORD, "Lo": WORD,
}  # fmt: skip


def _kind(char: str) -> str:
    if char in _BY_CHARACTER:
        return _BY_CHARACTER[char]
    plain = unicodedata.normalize("NFKC", char)
    if len(plain) == 1 and plain in _BY_CHARACTER:
        return _BY_CHARACTER[plain]
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return INVISIBLE  # variation selectors
    kind = _BY_CATEGORY.get(unicodedata.category(char), OTHER)
    if kind != WORD:
        return kind
    if "\u1780" <= char <= "\u17b3":
        return KHMER
    return SPACELESS if _SPACELESS_SCRIPTS.match(char) else WORD


class _Kinds(dict[int, str]):
    """For str.translate: finds the kind of a character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _kind(chr(code))
        return kind


_KIND_OF = _Kinds()

# --- Cutting: every alternative takes at least one character. Nothing follows a repeated group, so
# none of it is given back ---

_PIECE = re.compile(
    r"[wd](?:[wdm]++|z++[wdm]|z*+a(?=z*+w)|(?<=d),(?=ddd(?!d))|(?<=d)\.(?=d))*"
    r"|k(?:z*+Cz*+k|z*+[mC])*|C+k?(?:z*+Cz*+k|z*+m)*"
    r"|sm*+|m++"
    r"|(?:\.(?: ?+\.){2}|e)(?: ?+[.e])*"
    r"|[hH]++|aa|\ ++|z++|."
)


class _PieceKinds(dict[str, str]):
    """The kind of a token by the letters of its characters."""

    def __missing__(self, piece: str) -> str:
        if len(piece) > 64:  # rare, and keeping it would hold on to the memory
            return self._kind(piece)
        self[piece] = kind = self._kind(piece)
        return kind

    @staticmethod
    def _kind(piece: str) -> str:
        first = piece[0]
        if piece == SINGLE * 2:
            return DOUBLE
        if len(piece) > 1 and first in ".hH":
            return DOTS if first == "." else LONG_DASH
        return KHMER if first == "C" else first


_PIECE_KIND = _PieceKinds()

# --- Folding one piece ---

_RAISED_DIGIT = re.compile(r"(?<=[0-9])(?=[²³¹⁰⁴-⁹₀-₉])")
_CLUSTERS = re.compile(CLUSTER)
_BOTH = "\0"  # stands between two tokens made of one piece
_LONGEST_AT_ONCE = 200


class _Tokens(dict[str, str]):
    """The token of a piece by its raw characters."""

    def __missing__(self, raw: str) -> str:
        self[raw] = token = _token(raw)
        return token


def _token(raw: str) -> str:
    kind = _PIECE_KIND[raw.translate(_KIND_OF)]
    if kind in _FIXED:
        return _FIXED[kind]
    if kind == KHMER:
        return _khmer(raw)
    if raw.isascii():
        return raw.replace("`", "'")
    if len(raw) == 1:
        return unicodedata.normalize("NFKC", raw)
    visible = "".join(char for char in raw if _KIND_OF[ord(char)] != INVISIBLE)
    plain = _compatible(_RAISED_DIGIT.sub("^", visible))
    return "".join("'" if _KIND_OF[ord(char)] == SINGLE else char for char in plain)


_FIXED = {SINGLE: MARK, DOUBLE: MARK, HYPHEN: DASH, LONG_DASH: DASH, DOTS: ELLIPSIS}


def _compatible(text: str) -> str:
    """NFKC, a part at a time: on a long run of marks it would take quadratic time."""
    parts = range(0, len(text), _LONGEST_AT_ONCE)
    return "".join(unicodedata.normalize("NFKC", text[n : n + _LONGEST_AT_ONCE]) for n in parts)


def _khmer(raw: str) -> str:
    """Return the key of a cluster; a letter that is short for two makes two."""
    visible = "".join(REPLACED.get(char, char) for char in raw if _KIND_OF[ord(char)] != INVISIBLE)
    keys = filter(None, (cluster_key(cluster) for cluster in _CLUSTERS.findall(visible)))
    return _BOTH.join(keys) or visible


def _expanded(folded: Folded) -> Folded:
    """Give each of two tokens made of one piece its own place in the lists."""
    rows = list(_rows(folded))
    tokens, kinds, starts, ends = map(list, zip(*rows, strict=True))
    return Folded(folded.raw, tokens, "".join(kinds), starts, ends)


def _rows(folded: Folded) -> Iterator[tuple[str, str, int, int]]:
    columns = (folded.tokens, folded.kinds, folded.starts, folded.ends)
    for token, kind, start, end in zip(*columns, strict=True):
        for part in token.split(_BOTH):
            yield part, kind, start, end
