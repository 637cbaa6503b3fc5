"""Text to search tokens: the only place that knows about languages and scripts.

A token is plain ASCII, so that every database stores and compares it alike. Four kinds exist, and
no two of them can be equal, because a Latin token is letters only or digits only, while the others
begin with a letter that a digit follows:

    govern, 1577      Latin word (stemmed as English) or number
    k1780…            one Khmer cluster
    c4…, c5…          one character (with its marks) of another script that has no spaces
    u4…, u5…          one word of another script that has spaces

The digit after "c" or "u" is the number of hexadecimal digits per character. Encoded tokens begin
with a letter since PostgreSQL's parser would read some that begin with digits as decimal numbers.
"""

import hashlib
import re
import threading
import unicodedata
from collections.abc import Callable, Sequence
from itertools import compress
from typing import NamedTuple

import snowballstemmer

from sources.khmer import CLUSTER, REPLACED, cluster_key

#: No token is longer than this.
LONGEST_TOKEN = 64


class Token(NamedTuple):
    """A search token and the place in the raw text where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_cluster(self) -> bool:
        return is_cluster(self.text)


class Places(NamedTuple):
    """Where the tokens of a raw text stand in it, by their numbers in order."""

    found: list[re.Match[str]]
    starts: Sequence[int]
    ends: Sequence[int]

    def start(self, token: int) -> int:
        return self.starts[self.found[token].start()]

    def end(self, token: int) -> int:
        return self.ends[self.found[token].end() - 1]


class _Memory(dict[str, str]):
    """What a function makes of strings, for the looking up."""

    def __init__(self, make: Callable[[str], str], most: int) -> None:
        super().__init__()
        self.make, self.most = make, most

    def __missing__(self, key: str) -> str:
        made = self.make(key)
        # What is long is rare, and keeping it would hold on to the memory.
        if len(key) <= LONGEST_TOKEN:
            if len(self) >= self.most:
                self.clear()
            self[key] = made
        return made


def analyse(text: str) -> list[Token]:
    """Return the tokens of `text` in order, with offsets into `text` as it was given.

    One raw character can make several tokens ("½" is 1 and 2); these share its offsets.
    """
    texts, (found, starts, ends) = located(text)
    return [
        Token(token, starts[one.start()], ends[one.end() - 1])
        for token, one in zip(texts, found, strict=True)
    ]


def located(text: str) -> tuple[list[str], Places]:
    """Return the token texts of `text` in order, and their offsets for the asking."""
    folded, starts, ends = _folded(text)
    found = list(_cutter(folded).finditer(folded))
    texts = list(map(_TOKENS.__getitem__, map(_PIECE, found)))
    if "" in texts:
        found = list(compress(found, texts))
        texts = list(filter(None, texts))
    return texts, Places(found, starts, ends)


def tokens(text: str) -> list[str]:
    """Return only the token texts of `text`, in order."""
    folded = _folded(text)[0]
    return list(filter(None, map(_TOKENS.__getitem__, _cutter(folded).findall(folded))))


def is_cluster(token: str) -> bool:
    """Whether a token is a part of a word in a script that is written without spaces."""
    return token[0] in "kc" and token[1:2].isdigit()


# --- Folding: one character at a time, so that offsets can be kept ---

_APOSTROPHES = dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u2032", "'")
# Latin letters that look like another with a stroke, which Unicode does not decompose.
_LATIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i"}
_LIGATURES = {"æ": "ae", "œ": "oe", "þ": "th"}
_SUBSTITUTES = _APOSTROPHES | _LATIN | _LIGATURES | REPLACED

# Accents, points and variation selectors. Marks of other scripts are vowels and stay.
_DROPPED_MARK = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u180b-\u180d\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\U000e0100-\U000e01ef]"
)


def _folded(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return `text` folded, and for each folded character the raw offsets it stands for."""
    pieces = [text.lower()] if text.isascii() else list(map(_FOLDED.__getitem__, text))
    folded = "".join(pieces)
    if len(folded) == len(text) and "" not in pieces:
        return folded, range(len(text)), range(1, len(text) + 1)
    return folded, *_offsets(text, pieces)


def _offsets(text: str, pieces: list[str]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for place, piece in enumerate(pieces):
        if piece:
            starts.extend([place] * len(piece))
            ends.extend([place + 1] * len(piece))
        elif ends and unicodedata.category(text[place]).startswith("M"):
            ends[-1] = place + 1  # a dropped accent still belongs to its letter
    return starts, ends


def _fold(char: str) -> str:
    """Return what one raw character contributes: letters, digits, kept marks, or a blank."""
    decomposed = unicodedata.normalize("NFKD", char).casefold()
    return "".join(map(_kept, unicodedata.normalize("NFKD", decomposed)))


_FOLDED = _Memory(_fold, 16_384)


def _kept(char: str) -> str:
    if char in _SUBSTITUTES:
        return _SUBSTITUTES[char]
    category = unicodedata.category(char)
    if category in {"Cf", "Me"} or _DROPPED_MARK.match(char):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    return char if char.isascii() or category[0] in "LM" or category == "Nl" else " "


# --- Cutting the folded text, in which every character beyond ASCII is a letter or a mark ---

_HANGUL = (
    r"[\u1100-\u115f\ua960-\ua97c]++[\u1160-\u11a7\ud7b0-\ud7c6]*+[\u11a8-\u11ff\ud7cb-\ud7fb]*+"
)
# Thai, Lao, Tibetan, Burmese, Hangul, Tai scripts, Balinese, Chinese, Japanese, Yi, Javanese.
_SPACELESS = (
    r"\u0e00-\u109f\u1100-\u11ff\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\u2e80-\u312f"
    r"\u31a0-\u31bf\u31f0-\u31ff\u3400-\ua4cf\ua960-\ua9ff\uaa60-\uaadf\ud7b0-\ud7ff"
    r"\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
# Marks of those scripts, which join the character before them.
_SPACELESS_MARK = (
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18-\u0f19\u0f35\u0f37"
    r"\u0f39\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0f87\u0f8d-\u0fbc\u102b-\u103e\u1056-\u1059"
    r"\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d"
    r"\u1a55-\u1a7f\u1b00-\u1b04\u1b34-\u1b44\u302a-\u302f\u3099-\u309a\ua980-\ua983"
    r"\ua9b3-\ua9c0\ua9e5\uaa7b-\uaa7d\uaab0\uaab2-\uaab4\uaab7-\uaab8\uaabe-\uaabf\uaac1"
)

_TOKEN = re.compile(
    # "U.S." is "us". The bound on its length keeps a long chain of initials from costing more.
    r"(?:(?<![a-z0-9'.])[a-z](?:\.[a-z]){1,7}(?!\.?[a-z0-9]))"
    r"|(?:[a-z]++(?:'[a-z]++)*)"
    r"|(?:(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]++)"
    rf"|(?:{CLUSTER})"
    rf"|(?:{_HANGUL}|[{_SPACELESS}][{_SPACELESS_MARK}]*+)"
    rf"|(?:[^\x00-\x7f\u1780-\u17ff{_SPACELESS}]++)"
)

# The same for what is folded to ASCII, as most of English is. It begins with a set, so that blanks
# are skipped at once, and asks afterwards what stands before that character.
_ASCII_TOKEN = re.compile(
    r"[a-z0-9](?:"
    r"(?<=[a-z])(?<![a-z0-9'.][a-z])(?:\.[a-z]){1,7}(?!\.?[a-z0-9])"
    r"|(?<=[a-z])[a-z]*+(?:'[a-z]++)*"
    r"|(?<![0-9][0-9])[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])|[0-9]*+"
    r")"
)


def _cutter(folded: str) -> re.Pattern[str]:
    return _ASCII_TOKEN if folded.isascii() else _TOKEN


_PIECE = re.Match.group
_IS_SPACELESS = re.compile(f"[{_SPACELESS}]").match


def _token(raw: str) -> str:
    """Return the token for a folded piece of text, of which the first character tells the kind."""
    first = raw[0]
    if "a" <= first <= "z":
        return _bounded(_stem(raw.replace(".", "")).replace("'", ""))
    if first.isascii():  # a number
        return _bounded(raw.replace(",", ""))
    if "\u1780" <= first <= "\u17ff":
        key = cluster_key(raw)
        return _bounded("k" + "".join(f"{ord(char):04x}" for char in key)) if key else ""
    if _IS_SPACELESS(first):
        return _bounded("c" + _hexadecimal(raw[0] + "".join(sorted(raw[1:]))))
    return _bounded("u" + _hexadecimal(raw))


_TOKENS = _Memory(_token, 32_768)


def _hexadecimal(text: str) -> str:
    width = 4 if max(text) <= "\uffff" else 5
    return f"{width}" + "".join(f"{ord(char):0{width}x}" for char in text)


def _bounded(token: str) -> str:
    """Cut what is too long, and end it with a fingerprint so that different words stay different.

    The fingerprint follows "x0", which no uncut Latin word or number contains.
    """
    if len(token) <= LONGEST_TOKEN:
        return token
    fingerprint = hashlib.blake2b(token.encode("ascii"), digest_size=8).hexdigest()
    return token[: LONGEST_TOKEN - 18] + "x0" + fingerprint


_STEMMER = snowballstemmer.stemmer("english")
_STEMMER_LOCK = threading.Lock()  # a stemmer keeps the word it works on in itself


def _stem(word: str) -> str:
    if len(word) > LONGEST_TOKEN:
        return word  # no English word; and the stemmer is slow on some very long ones
    with _STEMMER_LOCK:
        stem: str = _STEMMER.stemWord(word)
    return stem
