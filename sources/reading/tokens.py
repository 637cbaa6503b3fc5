"""Words, stops and marked pieces of a text, and where its sentences end.

A piece between quotation marks is one token: what stands inside it neither ends a sentence nor
names a speaker.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sources.reading.marks import Marked
from sources.reading.verbs import reporting

ABBREVIATIONS = (
    "Mr Mrs Ms Mdm Dr Prof Gen Lt Col Maj Capt Sgt Adm Brig Cpl Rep Sen Gov Pres Rev Hon Amb St Jr "
    "Sr Atty Cong Supt Insp Det Cmdr Engr Ald Cllr Hajj Ven Smt Msgr Fr Barr Pvt "
    "Rt Bp Abp Adv Asst Pte No Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec vs "
    "Inc Ltd Co Corp dept Dept approx"
)
TOKEN = re.compile(
    rf"(?P<word>(?:[^\W\d_]\.){{2,6}}|(?:{'|'.join(ABBREVIATIONS.split())})\.(?=\s|$)"
    r"|[A-Z]\.(?=\s+[A-Z])"
    r"|[^\W\d_](?:[^\W_]|\u200b)*(?:[-’'‑][^\W\d_][^\W_]*)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:%|st\b|nd\b|rd\b|th\b)?)|(?P<stop>\.{2,}|--+|[^\w\s])"
)
POSSESSIVE = re.compile(r"[’'][sS]$")
ENDS = frozenset({".", "!", "?", "…", "...", "....", "..", "?!"})
CLOSERS = frozenset(")]}")
LONGEST = 100  # tokens; what runs on longer is cut, so that no text takes long to read


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "word", "number", "stop", "piece" (between marks) or "break" (paragraph end)."""

    text: str
    start: int
    end: int
    kind: str
    lower: str
    piece: Marked | None = None

    @property
    def capital(self) -> bool:
        return self.kind == "word" and self.text[0].isupper()


def tokenize(
    text: str, paragraphs: Iterable[tuple[int, int]], marked: Iterable[Marked]
) -> list[Token]:
    """Give the tokens of the paragraphs (raw offsets), each paragraph ended by a "break"."""
    pieces = iter(sorted(marked, key=lambda piece: piece.opened))
    piece = next(pieces, None)
    tokens: list[Token] = []
    for start, end in paragraphs:
        at = start
        while piece and piece.opened < end:
            if piece.opened >= at:
                tokens.extend(_words(text, at, piece.opened))
                tokens.append(_piece(text, piece))
                at = piece.closed
            piece = next(pieces, None)
        tokens.extend(_words(text, at, end) if at < end else ())
        tokens.append(Token("", end, end, "break", ""))
    return tokens


def _piece(text: str, piece: Marked) -> Token:
    return Token(text[piece.start : piece.end], piece.start, piece.end, "piece", "", piece)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for found in TOKEN.finditer(text, start, end):
        kind, word = found.lastgroup or "stop", found.group()
        owner = POSSESSIVE.search(word) if kind == "word" else None
        if owner and owner.start():
            cut = found.start() + owner.start()
            head = word[: owner.start()]
            yield Token(head, found.start(), cut, "word", head.lower())
            yield Token(word[owner.start() :], cut, found.end(), "word", "'s")
        else:
            yield Token(word, found.start(), found.end(), kind, word.lower())


def sentences(tokens: list[Token]) -> list[tuple[int, int]]:
    """Give the sentences as ranges of token indexes; a "break" is in none."""
    found, first = [], 0
    for index, (token, after) in enumerate(pairwise([*tokens, Token("", 0, 0, "break", "")])):
        if token.kind == "break":
            first = index + 1
        elif after.kind == "break" or index - first >= LONGEST or _ends(tokens, index, after):
            found.append((first, index + 1))
            first = index + 1
    return found


def _ends(tokens: list[Token], index: int, after: Token) -> bool:
    token = tokens[index]
    starts = after.kind in {"piece", "number"} or after.capital or after.text in "([-–—•"
    if token.text in CLOSERS and index:
        token = tokens[index - 1]
    if token.kind != "piece":
        amount = after.kind == "number" and token.end == after.start  # P1.2 billion
        return token.text in ENDS and starts and not amount
    last = token.text.rstrip()[-1:]
    if last not in {".", "!", "?", "…"} or not starts or after.text in ("-", "–", "—", "("):
        return False
    return not _attributes(tokens, index + 1, full_stop=last == ".")


def _attributes(tokens: list[Token], index: int, *, full_stop: bool) -> bool:
    """Whether a short "Name said" follows a piece that ends a sentence by itself."""
    for place in range(index, min(index + 8, len(tokens))):
        token = tokens[place]
        if token.kind in {"piece", "break"} or token.text in ENDS:
            return False
        form = reporting(token.lower)
        if form and form.shape == "finite" and place > index:
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            return not full_stop or after is None or after.text in {".", ","}
    return False
