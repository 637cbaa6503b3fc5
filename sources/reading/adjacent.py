"""The report that stands beside a piece between marks, before it or after it."""

from sources.reading.describing import describes
from sources.reading.disputing import disputed
from sources.reading.frames import Frame, Sentence
from sources.reading.roles import PERSON_NOUNS

ASIDES = frozenset({"later", ",", "was", "is", "were", "how", "all", "what", "as"})
SKIPPED = frozenset({",", "—", "–", "-", "as", "or", "then", "also"})


def touching_after(sentence: Sentence, index: int) -> Frame | None:
    """Give the report that follows a piece at once: “…,” she said; “…”, said the minister."""
    frame = next((f for f in sentence.frames if f.first > index and not f.gerund), None)
    if frame is None or disputed(sentence, index, frame):
        return None
    place = index + 1
    while place < frame.first and sentence.word(place) in SKIPPED:
        place += 1
    near = (
        frame.first - place <= _spare(sentence, place)
        or _only_aside(sentence, place, frame)
        or _introduces(sentence, place, frame)
    )
    return frame if near else None


def _spare(sentence: Sentence, place: int) -> int:
    """How many words may stand before the subject: “…,” a defiant X, or furious X, said."""
    if sentence.word(place) in {"a", "an", "the", "her", "his"}:
        return 3
    return 2 if describes(sentence.tokens[place].text, opens=True) else 0


def _introduces(sentence: Sentence, place: int, frame: Frame) -> bool:
    """Whether an office stands between, as in “…,” her captain, X, said."""
    words = [sentence.word(at) for at in range(place, frame.first)]
    return words[-1] == "," and len(words) < 12 and any(word in PERSON_NOUNS for word in words)


def _only_aside(sentence: Sentence, place: int, frame: Frame) -> bool:
    """Whether only adverbs stand between: “…,” later added the minister."""
    return all(
        sentence.word(at).endswith("ly") or sentence.word(at) in ASIDES
        for at in range(place, frame.first)
    )


def reporting_before(sentence: Sentence, index: int) -> Frame | None:
    """Give the nearest report to the left in the same sentence."""
    left = [frame for frame in sentence.frames if frame.verb < index]
    return left[-1] if left else None
