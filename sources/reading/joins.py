"""Which piece goes on with the one before it, and the words of such pieces joined.

A quotation may be split by its attribution (“…,” she said, “…”), or go on in the next paragraph
with its mark opened again. Where that is not certain, each piece is left to itself.
"""

from collections.abc import Sequence
from itertools import pairwise

from sources.matching.haystack import haystack
from sources.matching.passages import around
from sources.quotes import Verdict, verify
from sources.reading.story import Said, Story
from sources.reading.tokens import ENDS, Token
from sources.reading.verbs import reporting
from sources.reading.wordlists import listed

MOST_PIECES = 12  # of one quotation
LONGEST = 30  # tokens of an attribution
AFTER = 5  # tokens behind a piece in which another attribution would stand
GOES_ON = (",", "?", "!", "…", "—", "–", "-")  # ends of a piece that "she said," may follow
PARTING = ENDS | {";", ":", "—", "–", "-", "--"}
COORDINATING = listed("and but while or before then yet nor")
FOUND = frozenset({Verdict.EXACT, Verdict.TYPOGRAPHIC, Verdict.ELIDED})

Span = tuple[int, int]


def continuations(story: Story) -> dict[int, int]:
    """Give for each piece that goes on with another the token of that one, by its own token."""
    found: dict[int, int] = {}
    sizes: dict[int, int] = {}
    for one, other in pairwise(story.said):
        size = sizes.get(one.token, 1) + 1
        if size <= MOST_PIECES and _same_speaker(one, other) and _goes_on(story, one, other):
            found[other.token], sizes[other.token] = one.token, size
    return found


def joined(text: str, spans: Sequence[Span]) -> str:
    """Give the words of pieces as one quotation; “…” stands where the reporter's words stood."""
    words = [" ".join(text[start:end].split()) for start, end in spans]
    written = words[0]
    for (_start, end), (start, _end), piece in zip(spans, spans[1:], words[1:], strict=False):
        interrupted = any(char.isalnum() for char in text[end:start])
        written += f" … {piece}" if interrupted else f" {piece}"
    return written


def stands(text: str, spans: Sequence[Span]) -> bool:
    """Whether the joined words are verified in the text, at these very pieces."""
    (first, first_end), (last, end) = spans[0], spans[-1]
    before, after = around(haystack(text), first, end)
    try:
        found = verify(joined(text, spans), text, prefix=before, suffix=after)
    except ValueError:  # there is no word in them
        return False
    if found.verdict not in FOUND or found.start is None or found.end is None:
        return False
    return first <= found.start < first_end and last < found.end <= end


def _same_speaker(one: Said, other: Said) -> bool:
    named = [said.who.name if said.who else None for said in (one, other)]
    return one.kind == other.kind == "direct" and named[0] == named[1]


def _goes_on(story: Story, one: Said, other: Said) -> bool:
    between = story.tokens[one.token + 1 : other.token]
    if one.paragraph != other.paragraph:
        return _reopened(story, one, other, between)
    first = story.tokens[one.token]
    closed = bool(first.piece and first.piece.whole)
    stopped = first.text.rstrip().endswith(GOES_ON) or (between and between[0].text == ",")
    return bool(closed and stopped) and _attributes(between) and _ended(story.tokens, other.token)


def _reopened(story: Story, one: Said, other: Said, between: Sequence[Token]) -> bool:
    """Whether only the end of the paragraph stands between, with no mark that closes."""
    first, second = story.tokens[one.token].piece, story.tokens[other.token].piece
    if first is None or second is None or first.whole or not second.reopened:
        return False
    return [token.kind for token in between] == ["break"]


def _attributes(between: Sequence[Token]) -> bool:
    """Whether a single attribution stands between two pieces, and a comma leads on from it."""
    if not 2 < len(between) <= LONGEST or between[-1].text != ",":
        return False
    shapes = [form.shape for token in between if (form := reporting(token.lower))]
    if shapes.count("finite") != 1 or "gerund" in shapes:
        return False
    if any(token.text in PARTING or token.kind in {"piece", "break"} for token in between):
        return False
    return not any(_coordinates(between, place) for place in range(len(between)))


def _coordinates(between: Sequence[Token], place: int) -> bool:
    """Whether a word tells of something else done or said; not so in "Education and Sports"."""
    if between[place].lower not in COORDINATING:
        return False
    around_it = between[max(0, place - 1) : place + 2]
    inside_name = len(around_it) == 3 and around_it[0].capital and around_it[2].capital
    return not (between[place].lower == "and" and inside_name)


def _ended(tokens: Sequence[Token], index: int) -> bool:
    """Whether the sentence ends with the piece, so that no second attribution follows it."""
    after = tokens[index + 1 : index + 1 + AFTER]
    if not after or after[0].kind == "break" or after[0].text in ENDS:
        return True
    if tokens[index].text.rstrip()[-1:] not in ENDS or not (
        after[0].capital or after[0].kind == "piece"
    ):
        return False
    forms = [reporting(token.lower) for token in after]
    asked = tokens[index].text.rstrip()[-1:] in {"?", "!"}
    return not (asked and any(form and form.shape == "finite" for form in forms))
