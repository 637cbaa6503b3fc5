"""Whether a marked piece is something said, and how: whole, or a fragment in another sentence.

Marks also stand around titles, terms and words the writer keeps at arm's length; those are no
statements.
"""

from sources.reading.adjacent import reporting_before, touching_after
from sources.reading.frames import Frame, Sentence
from sources.reading.roles import PERSON_NOUNS
from sources.reading.subjects import PREPOSITIONS
from sources.reading.terms import (
    at_arms_length,
    catchword,
    named,
    nickname,
    offence,
    title_case,
    titled_work,
    what,
    worded,
)
from sources.reading.tokens import Token
from sources.reading.verbs import BE, JUDGING_VERBS, NAMING_VERBS, SAYING_VERBS, TOUCHING
from sources.reading.wordlists import listed

SHORT = 3  # words; a fragment this short must stand where an opinion stands
OPENING = 13  # tokens that a dateline may take before a piece that begins its sentence
LONG = 6  # words; a fragment this long is quoted even where no verb of saying is near
ARTICLES = listed(
    """
    a an the its his her their our this that these those very so such more most quite simply
    too just merely deeply highly not no any nothing and
    """
)
STATE = BE | listed(
    """
    become became becomes remain remains remained seem seemed seems look looked looks sound
    sounded sounds feel felt feels
    """
)
LISTENED = frozenset({"tell", "assure", "remind"})
TALKING = frozenset({"speak", "talk", "complain", "boast", "write", "tell"})
CONTRACTED = listed("it he she that this there here what who where how i let")
PERSONAL = frozenset({"it", "he", "she", "they", "we", "i", "you", "who"})
MODAL = listed("had has have would will could can should must may might shall ’d 'd won’t wouldn’t")
# Words that go on with the sentence after a fragment; any other word is what it describes.
FOLLOWERS = listed(
    """
    and or but to in on by for of with at that because if as from after when while he she about
    unless until over under since against who which between it they during before said says the a
    an its his any all
    """
)
# Words that begin a phrase of circumstance, besides the prepositions.
CIRCUMSTANCE = PREPOSITIONS | listed(
    """
    notwithstanding regardless irrespective despite without pending when if unless as because
    until within beyond throughout subject depending except not only
    """
)
DASHES = frozenset({"—", "–", "-", "--"})


def kind_of(sentence: Sentence, index: int, kinds: dict[int, str | None]) -> str | None:
    """Say whether the piece at token `index` is "direct", "mixed" or None (no statement).

    `kinds` holds what was said of the earlier pieces, so that a split quotation stays one.
    """
    piece = sentence.tokens[index]
    if not any(char.isalnum() for char in piece.text):
        return None
    if worded(sentence, index) or titled_work(sentence, index):
        return None
    if piece.piece and not piece.piece.whole and index == sentence.first:
        return "direct"
    if _starts(sentence, index):
        return _opening(sentence, index)
    if _split(sentence, index, kinds):
        return "direct"
    return _inner(sentence, index)


def ends_like_speech(piece: Token) -> bool:
    return piece.text.rstrip()[-1:] in {",", ".", "!", "?", "…", "—", "–", "-"}


def words_in(piece: Token) -> int:
    return sum(any(char.isalnum() for char in word) for word in piece.text.split())


def _starts(sentence: Sentence, index: int) -> bool:
    if index - sentence.first > OPENING:
        return False
    before = [sentence.tokens[place] for place in range(sentence.first, index)]
    if before and before[-1].text in DASHES | {":"}:
        # A dateline ends in a dash; an interview names the speaker before a colon.
        return before[-1].text in DASHES and (
            len(before) < 3 or any(t.text == ")" for t in before) or before[0].text.isupper()
        )
    return all(token.kind == "stop" for token in before)


def _opening(sentence: Sentence, index: int) -> str | None:
    """Judge a piece that begins its sentence."""
    piece, after = sentence.tokens[index], sentence.word(index + 1)
    size = words_in(piece)
    if index + 1 >= sentence.end or after in {".", "!", "?", "…"}:
        alone = sentence.end - sentence.first <= 2
        return None if alone and size <= SHORT and not ends_like_speech(piece) else "direct"
    if touching_after(sentence, index) or _leads_on(sentence, index, size):
        return "direct"
    explains = after in STATE and sentence.word(index + 2) in {"how", "what", "the", "a"}
    if sentence.frames and (explains or size > SHORT) and not named(sentence, index):
        return "mixed"
    return "mixed" if size >= LONG and not title_case(piece) else None


def _leads_on(sentence: Sentence, index: int, size: int) -> bool:
    """Whether a piece ends as speech does, though no report follows it at once."""
    piece, after = sentence.tokens[index], sentence.word(index + 1)
    comma = piece.text.rstrip().endswith(",") or after == ","
    if comma:
        return size > LONG
    if ends_like_speech(piece) or sentence.tokens[index + 1].kind == "piece":
        return True
    return after in DASHES and (size > SHORT or len(sentence.pieces) > 1)


def _split(sentence: Sentence, index: int, kinds: dict[int, str | None]) -> bool:
    """Whether a piece goes on with a whole one: “…,” she said, “…”."""
    earlier = next(
        (at for at in range(index - 1, sentence.first - 1, -1) if kinds.get(at) == "direct"), None
    )
    frame = reporting_before(sentence, index)
    if earlier is not None and sentence.word(index - 1) in DASHES:
        return True
    if earlier is None or frame is None or frame.first < earlier:
        return False
    return sentence.word(index - 1) in {",", ":"} | DASHES or frame.last >= index


def _inner(sentence: Sentence, index: int) -> str | None:
    """Judge a piece that stands after the reporter's own words."""
    piece, before = sentence.tokens[index], sentence.word(index - 1)
    frame = reporting_before(sentence, index)
    scheme = _modifies(sentence, index) and catchword(sentence, index)
    if scheme or offence(sentence, index) or at_arms_length(sentence, index):
        return None
    first = piece.text.lstrip()[:1]
    full = first.isupper() or first in "[(…" or first.isdigit()
    size = words_in(piece)
    introduced = before in {",", ":"} or before in DASHES
    if named(sentence, index) and not (introduced and frame and ends_like_speech(piece)):
        return None
    if introduced and frame and full and (size > 1 or ends_like_speech(piece)):
        near = before == ":" or _leads(sentence, frame, index)
        if near:
            return "direct"
    if before in {":", *DASHES} and full and (size >= SHORT or ends_like_speech(piece)):
        return "direct"
    if frame and frame.last == index and full and size > SHORT and not frame.gerund:
        return "direct"
    return "mixed" if _fragment(sentence, index, frame, size) else None


def _leads(sentence: Sentence, frame: Frame, index: int) -> bool:
    """Whether the report leads to the piece, with no other piece closer to it."""
    return not any(frame.verb < place < index for place in sentence.pieces) or True


def _fragment(sentence: Sentence, index: int, frame: Frame | None, size: int) -> bool:
    """Whether a piece inside a sentence is said by somebody rather than a term."""
    owner = sentence.owner_before(index)
    later = any(frame.verb > index for frame in sentence.frames)
    if frame is None and not later and owner is None:
        return size >= LONG
    if size > SHORT:
        return True
    if owner or (frame and _governs(sentence, frame, index)):
        return True
    if frame and frame.lemma == "deny" and size < SHORT:
        return False
    if frame and (_in_clause(sentence, frame, index) or _circumstance(sentence, frame, index)):
        return True
    reports = bool(frame and frame.lemma not in TOUCHING) or later
    return reports and _opinion(sentence, index) and not _modifies(sentence, index)


def _in_clause(sentence: Sentence, frame: Frame, index: int) -> bool:
    """Whether a fragment of some words stands in what is reported: added that … a “…” for."""
    piece = sentence.tokens[index]
    if words_in(piece) < 2 or not piece.text[:1].islower() or _modifies(sentence, index):
        return False
    linked = "that" in {sentence.word(at) for at in range(frame.last, frame.last + 3)}
    return linked and frame.lemma in SAYING_VERBS and frame.subject.kind != "other"


def _circumstance(sentence: Sentence, frame: Frame, index: int) -> bool:
    """Whether a phrase ends what is reported: it would take effect “regardless of the appeal”."""
    piece = sentence.tokens[index]
    words = piece.text.split()
    reported = frame.lemma in SAYING_VERBS and frame.subject.kind != "other"
    ends = sentence.word(index + 1) in {".", ",", ";", "", "and", "but"}
    opens = words[0] in CIRCUMSTANCE or words[0].endswith("ly")
    return reported and ends and index - frame.last > 2 and len(words) > 1 and opens


def _possessive(sentence: Sentence, index: int) -> bool:
    """Whether an owner stands there: the government's, but not "it's"."""
    return sentence.word(index) == "'s" and sentence.word(index - 1) not in CONTRACTED


def _modifies(sentence: Sentence, index: int) -> bool:
    """Whether a noun follows, as in "a “ghost” project"."""
    after = index + 1
    if after >= sentence.end or sentence.tokens[after].kind != "word":
        return False
    if _possessive(sentence, index - 1):
        return sentence.word(after) not in FOLLOWERS
    return sentence.word(index - 1) not in STATE and sentence.word(after) not in FOLLOWERS


def _opinion(sentence: Sentence, index: int) -> bool:
    """Whether a fragment stands where a judgement does: the ranking was “unjust”."""
    place, piece = index - 1, sentence.tokens[index]
    while sentence.word(place) in ARTICLES or sentence.word(place).endswith("ly"):
        place -= 1
    word = sentence.word(place)
    if _possessive(sentence, place):
        return False
    ends = sentence.word(index + 1) in {".", ",", ""}
    if ends and sentence.word(place - 1) in STATE and sentence.tokens[place].kind == "word":
        return True  # the bridge would be ready “well before Christmas”
    if sentence.word(place - 1) in MODAL and words_in(piece) > 1 and piece.text[:1].islower():
        return True  # it would present “an improved proposal”
    if word in STATE | MODAL | PERSONAL | {"as", "to", "on", "with", "without", "for", "by"}:
        return True
    if sentence.word(index + 1) in {"the", "a", "an", "its", "his", "her", "any", "all"}:
        return True  # a verb with its object behind it: the ministry “flatly rejects” the report
    return place > sentence.first and sentence.tokens[place].kind == "piece"


def _governs(sentence: Sentence, frame: Frame, index: int) -> bool:
    """Whether a short fragment hangs on the verb: called it “…”, vowed “…”, accused X of “…”."""
    between = [sentence.word(at) for at in range(frame.last, index)]
    if frame.lemma in NAMING_VERBS | {"be called", "dismiss", "denounce", "condemn"}:
        return _names(sentence, frame, index, len(between))
    if frame.lemma in TALKING and len(between) == 1 and between[0] in {"of", "about", "as"}:
        return True
    if (between[-1:] == ["that"] and len(between) < 12) or _told(sentence, frame, index):
        return True
    judging = frame.lemma in JUDGING_VERBS
    if not judging and _modifies(sentence, index):
        return False
    if all(word in ARTICLES | {",", ":", "that"} or word.endswith("ly") for word in between):
        return True
    return judging and len(between) <= 10 and "that" not in between


def _told(sentence: Sentence, frame: Frame, index: int) -> bool:
    """Whether it is what somebody was told: told the court “we will go”."""
    between = [sentence.word(at) for at in range(frame.last, index)]
    plain = frame.lemma in LISTENED and 0 < len(between) < 5 and not _modifies(sentence, index)
    return plain and between[-1] not in ARTICLES and PREPOSITIONS.isdisjoint(between)


def _people_are(sentence: Sentence, frame: Frame) -> bool:
    """Whether several people are just now giving it a name: "bosses are calling “…”"."""
    verb = frame.verb
    people = sentence.word(verb - 1)
    some = {people.removesuffix("s"), people.removesuffix("es")}
    return sentence.word(verb) in {"are", "were"} and not PERSON_NOUNS.isdisjoint(some)


def _names(sentence: Sentence, frame: Frame, index: int, distance: int) -> bool:
    """Whether somebody gives something a name: not "what critics call “…”", "is called “…”"."""
    if frame.lemma == "be called" or (frame.lemma == "find" and _modifies(sentence, index)):
        return False
    group = frame.subject.kind == "other" and not frame.subject.person
    if not group or frame.lemma != "call":
        return distance < 12
    judged = sentence.tokens[index].text.startswith(("a ", "an "))
    if not distance and (judged or _people_are(sentence, frame)):
        return not nickname(sentence, index)
    if not distance:
        return what(sentence, frame.verb) and sentence.word(frame.verb) == "called"
    return distance < 12 and not nickname(sentence, index)
