"""An article in our own words about invented people, captured, with the speakers it names."""

from sources.models import Capture
from statements import drafting
from statements.attributions import roster
from statements.drafting import Article
from statements.models import Proposal, Speaker
from tests import factories

CANALS = "We will finish every canal before the rains,"
WASTE = "It is a waste of good money,"
ASKED = "Nobody asked the villages,"
GATES = "The ministry repaired 15 gates."
TEXT = f"""River Gazette

Water minister Sok Phalla opened the new pumping station on Monday (March 4).

“{CANALS}” she said.

She said 2023 saw 120 breaches of dykes, more than double the 70 breaches in 2022. {GATES}

“{WASTE}” Oknha Vireak said. “{ASKED}” he added.

MOST VIEWED

  • “Ten ways to cook a catfish,” Sok Phalla said.
"""
PHRASE = "Oknha Vireak"

# Two quotations in pieces: one split by its attribution, one that goes on in the next paragraph.
KITES, TAILS = "Every kite of the festival will fly,", "even those without 12 tails."
JOINED = f"{KITES} … {TAILS}"
WIND, STRING = "The wind is our guest.", "We shall give it string,"
IN_PIECES = f"""River Gazette

“{KITES}” Sok Phalla said, “{TAILS}”

“{WIND}

“{STRING}” Sok Phalla added on Monday (March 4).
"""


def speakers() -> tuple[Speaker, Speaker]:
    """The minister, whom the article names in full, and somebody it names otherwise."""
    return (
        factories.speaker("Sok Phalla", gender="f"),
        factories.speaker("Chann Vireakboth", gender="m"),
    )


def captured(text: str = TEXT, **fields: object) -> Capture:
    """A capture whose body is the article without the box of other stories."""
    source = fields.pop("source", None) or factories.source(published_on="2024-03-05")
    end = text.find("MOST VIEWED")
    span = {"body_start": 0, "body_end": end if end > 0 else None}
    return factories.capture(source, text, **{**span, **fields})  # type: ignore[arg-type]


def proposed(capture: Capture) -> Article:
    return drafting.propose(capture, roster(capture.source.published_on))


def of_words(article: Article, words: str) -> drafting.Found:
    """What was found of these words."""
    return next(one for one in article.found if one.words.startswith(words))


def links(article: Article) -> dict[str, str]:
    """The words of each piece that goes on with another, with those of the other."""
    words = {one.proposal.key: one.words for one in article.found}
    return {one.words: words[one.continues] for one in article.found if one.continues}


def states(capture: Capture) -> dict[str, str]:
    """The state of each stored proposal of a source, by the words it stands for."""
    kept = Proposal.objects.filter(source=capture.source)
    return {capture.text[one.start_offset : one.end_offset]: one.state for one in kept}
