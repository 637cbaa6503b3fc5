"""Clauses behind a quotation that tell what somebody else made of it: “…”, a claim X rejected."""

from sources.reading.frames import Frame, Sentence
from sources.reading.inversions import SPEECH_NOUNS
from sources.reading.subjects import DETERMINERS
from sources.reading.wordlists import listed

CLAIMS = SPEECH_NOUNS | listed(
    """
    allegation allegations accusation accusations charge charges criticism criticisms contention
    insinuation suggestions theory notion idea figure figures estimate account version story
    interpretation characterisation characterization label term phrase expression sentiment point
    stance line criticism judgment judgement finding findings complaints assertions arguments
    views remarks comparison insult slur rumour rumor rumours rumors narrative portrayal depiction
    outcome prospect step move decision proposal one thing
    """
)
# Words that begin such a clause without a noun: “…”, something X denied; “…”, which X called wrong.
BARE = frozenset({"which", "something", "what"})
ARTICLES = frozenset({"a", "an", "the", "one", "another", "such"})
DISPUTES = listed(
    """
    deny reject dispute dismiss refute rebut contest challenge contradict counter question condemn
    denounce criticise criticize oppose object disagree
    """
)
REACH = 5  # words of the clause in which its noun is looked for


def disputed(sentence: Sentence, index: int, frame: Frame) -> bool:
    """Whether a report after the piece at token `index` only takes up what others said in it."""
    place = index + 1
    while sentence.word(place) in {",", "—", "–", "-"}:
        place += 1
    if place == index + 1 and not sentence.tokens[index].text.rstrip().endswith(","):
        return False
    if sentence.word(place) in BARE and frame.verb > place:
        return _ends_clause(sentence, place, frame)
    near = range(place, min(place + REACH, frame.verb))
    noun = next((at for at in near if sentence.word(at) in CLAIMS), None)
    if noun is None or (sentence.word(place) not in ARTICLES and noun != place):
        return False
    if frame.first > noun and frame.verb > noun + 1:
        return _ends_clause(sentence, noun, frame)
    return frame.lemma in DISPUTES and sentence.word(frame.last) == "by"


def _ends_clause(sentence: Sentence, start: int, frame: Frame) -> bool:
    """Whether a report ends the clause: no comma stands between but round the office of a name."""
    if all(sentence.word(at) not in {",", ";"} for at in range(start, frame.first)):
        return True
    first = next(one for one in sentence.frames if one.verb > start)
    return first is frame and sentence.word(start + 1) in DETERMINERS
