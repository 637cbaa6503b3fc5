"""What an article says and who says it: body, quotations, reported speech, figures and dates.

Pure rules over the text, no models. Everything found carries raw offsets, so that it can be
checked against the stored text; nothing here is a record, an editor decides.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sources.reading.attribution import attribute
from sources.reading.body import Paragraph, body_span, paragraphs
from sources.reading.cast import Person, make_cast
from sources.reading.datelines import Day, dates
from sources.reading.joins import continuations
from sources.reading.marks import marked
from sources.reading.names import mentions
from sources.reading.numbers import Figure, figures
from sources.reading.story import Said, Story
from sources.reading.tokens import tokenize

__all__ = ["Day", "Figure", "Indirect", "Paragraph", "Person", "Quote", "Reading", "read"]


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between two marks: `text` is the raw text from `start` to `end`.

    `speaker` is a name of the roster or None; `kind` is "direct" or "mixed" (a fragment inside the
    reporter's sentence); `rule` names what decided; `paragraph` indexes `Reading.paragraphs`.
    `continues` is the start of the piece with which this one goes on as the same quotation.
    """

    text: str
    speaker: str | None
    start: int
    end: int
    kind: str
    rule: str
    paragraph: int
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Indirect:
    """A sentence that reports what somebody of the roster said without quoting it."""

    text: str
    speaker: str
    start: int
    end: int
    rule: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a text; `body` are the raw offsets of the article proper."""

    body: tuple[int, int]
    paragraphs: tuple[Paragraph, ...]
    quotes: tuple[Quote, ...]
    indirect: tuple[Indirect, ...]
    figures: tuple[Figure, ...]
    dates: tuple[Day, ...]


def read(text: str, roster: Sequence[Person]) -> Reading:
    """Read a captured text; speakers are looked for among the people of the roster."""
    found = paragraphs(text)
    own = [index for index, paragraph in enumerate(found) if paragraph.kind == "body"]
    spans = [(found[index].start, found[index].end) for index in own]
    # A caption says who is who, but nothing in it is evidence of its own.
    captions = [(one.start, one.end) for one in found if one.kind == "caption"]
    learnt = tokenize(text, captions, [])
    tokens = learnt + tokenize(text, spans, marked(text, spans))
    cast = make_cast(roster)
    story = attribute(tokens, mentions(tokens, cast), cast, skip=len(learnt))
    days = dates(text, spans)
    return Reading(
        body_span(found),
        tuple(found),
        _quotes(story, own),
        _indirect(text, story, own),
        tuple(_claimed(figure, story) for figure in figures(text, spans, days)),
        tuple(days),
    )


def _claimed(figure: Figure, story: Story) -> Figure:
    """Propose who claims a figure: the speaker of its sentence, or of the one that it goes on."""
    place = bisect_right(story.turns, figure.start, key=lambda turn: turn.start) - 1
    claimant = story.turns[place].claimant if place >= 0 else None
    return replace(figure, claimant=claimant) if claimant else figure


def _quotes(story: Story, own: list[int]) -> tuple[Quote, ...]:
    earlier = continuations(story)
    starts = {token: story.tokens[before].start for token, before in earlier.items()}
    return tuple(_quote(story, one, own, starts.get(one.token)) for one in story.said if one.kind)


def _quote(story: Story, said: Said, own: list[int], continues: int | None) -> Quote:
    token, place = story.tokens[said.token], own[said.paragraph]
    speaker = said.who.name if said.who else None
    kind, rule = said.kind or "", said.rule
    return Quote(token.text, speaker, token.start, token.end, kind, rule, place, continues)


def _indirect(text: str, story: Story, own: list[int]) -> tuple[Indirect, ...]:
    found = []
    for one in story.reported:
        start, end = story.tokens[one.first].start, story.tokens[one.end - 1].end
        name = one.who.name or ""
        found.append(Indirect(text[start:end], name, start, end, one.rule, own[one.paragraph]))
    return tuple(found)
