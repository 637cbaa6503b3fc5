"""The text of an article with marks in place, and its doubtful arithmetic in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from sources.reading.arithmetic import Doubt
from statements.admin.annotations import OUTSIDE, Segment, Span, segments
from statements.drafting import Article

BODY = "body"  # the kind of the paragraphs that belong to the article proper


def annotated(article: Article) -> list[Segment]:
    """The captured text in pieces, with what lies over each."""
    return list(segments(article.capture.text, [*_outside(article), *_inside(article)]))


def _outside(article: Article) -> Iterator[Span]:
    capture = article.capture
    yield Span(0, capture.body_start, OUTSIDE)
    yield Span(capture.body_stop, len(capture.text), OUTSIDE)
    for paragraph in article.reading.paragraphs:
        if paragraph.kind != BODY:
            yield Span(paragraph.start, paragraph.end, OUTSIDE)


def _inside(article: Article) -> Iterator[Span]:
    for one in article.found:
        proposal = one.proposal
        kind = proposal.kind if proposal.is_open else proposal.state
        place = (proposal.start_offset, proposal.end_offset)
        yield Span(*place, kind, f"passage-{proposal.key}")
    for number, figure in enumerate(article.reading.figures):
        yield Span(figure.start, figure.end, "figure", f"figure-{number}")
    for day in article.reading.dates:
        yield Span(day.start, day.end, "date")


def doubts_in_words(article: Article) -> list[dict[str, object]]:
    """What does not add up, each with the figure to look at."""
    return [
        {"words": in_words(doubt, article), "figure": doubt.figures[0]} for doubt in article.doubts
    ]


def in_words(doubt: Doubt, article: Article) -> str:
    printed = [" ".join(article.reading.figures[n].words.split()) for n in doubt.figures]
    sentences = {
        "ratio": _("“%(first)s” to “%(other)s”: %(printed)s times is printed, not %(computed)s."),
        "part": _("“%(first)s” is larger than “%(other)s”, of which it is a part."),
        "court": _("“%(first)s” in court, but only “%(other)s” in all. Are persons meant?"),
        "percentage": _("“%(first)s” is printed; the figures beside it give %(computed)s %%."),
    }
    return sentences[doubt.rule] % {
        "first": printed[0],
        "other": printed[1] if len(printed) > 1 else "",
        "printed": f"{doubt.printed:g}",
        "computed": f"{doubt.computed:.3g}",
    }
