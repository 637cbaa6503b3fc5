"""Runs of neighbouring tokens, by which texts of much the same wording are found.

A run is so many words, or so many clusters where a script is written without spaces. A run that
holds nothing but words such as "of" and "the" says nothing and is passed over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statements.search.analyser import Token, analyse, tokens

#: English words that every text holds, as the analyser makes them.
STOP = frozenset(
    tokens(
        "a about after again all also although am an and any are as at be because been before being"
        " between both but by can could did do does doing down during each even for from further"
        " had has have having he her here hers herself him himself his how i if in into is it its"
        " itself just many may me might more most much must my myself no nor not now of off on once"
        " one only or other our ours ourselves out over own said same say says shall she should so"
        " some such than that the their theirs them themselves then there these they this those"
        " through to too under until up upon us very was we were what when where which while who"
        " whom whose why will with would you your yours"
    )
)


@dataclass(frozen=True, slots=True)
class Length:
    """How long a run is, in words or in clusters of a script without spaces."""

    words: int
    clusters: int


RUN = Length(4, 8)  # "we do not deny"
PHRASE = Length(3, 8)
WORD = Length(1, 3)


def windows(found: Sequence[Token], length: Length) -> Iterator[tuple[int, int]]:
    """The places of all runs: first token, and the one after the last."""
    for first, token in enumerate(found):
        last = first + (length.clusters if token.is_cluster else length.words)
        if last <= len(found):
            yield first, last


def runs(found: Sequence[Token], length: Length) -> Iterator[tuple[int, int]]:
    """The places of the runs that say something."""
    return ((first, last) for first, last in windows(found, length) if speaks(found[first:last]))


def speaks(found: Sequence[Token]) -> bool:
    """Whether a run holds more than words that every text holds."""
    return any(token.text not in STOP for token in found)


def keys(found: Sequence[Token], length: Length) -> Iterator[int]:
    """A number for each run, the same for the same tokens while the program runs."""
    texts = [token.text for token in found]
    for first, last in runs(found, length):
        yield hash(tuple(texts[first:last]))


def shared(text: str, others: Sequence[str], length: Length) -> list[tuple[int, int]]:
    """The spans of `text` whose runs stand in one of the others too: raw offsets, in order, apart.

    Runs that overlap are one span; each span is as long as the two texts agree.
    """
    theirs = {key for other in others for key in keys(analyse(other), length)}
    own = analyse(text)
    texts = [token.text for token in own]
    spans: list[tuple[int, int]] = []
    covered = -1  # the last token of the span before
    for first, last in runs(own, length):
        if hash(tuple(texts[first:last])) not in theirs:
            continue
        start, end = own[first].start, own[last - 1].end
        if spans and first <= covered:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        covered = last - 1
    return spans
