"""Marked pieces that are no statements: titles of works, names, terms, what a banner reads."""

from sources.reading.adjacent import reporting_before
from sources.reading.frames import Sentence
from sources.reading.roles import PERSON_NOUNS
from sources.reading.subjects import PREPOSITIONS
from sources.reading.things import DISPLAYS, WORKS
from sources.reading.tokens import Token
from sources.reading.verbs import BE, JUDGING_VERBS, NAMING_VERBS, SAYING_VERBS
from sources.reading.wordlists import listed

TITLES = (
    listed(
        """
    titled entitled named dubbed nicknamed called so-called known theme slogan motto hashtag
    word term phrase headlined headline keyword category code codename brand label labelled marked
    code-named subtitled translated meaning means as christened themed billed
    """
    )
    | WORKS
)
# Nouns of works that are verbs as well: the ministry would show “no leniency”.
VERBS_TOO = listed("show label means project play track record hit code brand name game launch")
MODALS = listed(
    """
    to will would can could shall should may might must not never won’t wouldn’t didn’t don’t
    doesn’t did do does they we i you he she it who
    """
)
# Who makes a work: the author of “…”.
MAKERS = listed(
    """
    author writer director star creator editor producer host composer singer presenter curator
    co-author publisher translator illustrator performance recording production version copy
    screening staging rendition reading edition episode
    """
)
# What leads from a banner to its words.
BEARING = listed(
    """
    reading bearing carrying emblazoned inscribed printed daubed painted scrawled adorned
    decorated stamped sprayed lettered marked embroidered
    """
)
LEGENDS = listed("words word slogan message inscription legend motto text phrase lettering")
# What somebody is charged with has a name in law.
CHARGED = {
    "with": listed("charged"),
    "of": listed("convicted guilty acquitted cleared charge charges count counts offence offences "
                 "offense crime crimes"),
    "for": listed("prosecuted jailed imprisoned indicted sentenced convicted arrested fined"),
    "on": listed("indicted"),
}  # fmt: skip
# What advises others; a noun in marks further on is only a name kept at arm's length.
DIRECTING = listed("advise warn urge ask encourage tell thank caution remind instruct order")
POINTERS = listed("any the these those such some certain so-called")
TELLING = listed("tell inform ask assure remind")
# What can be told something, though its name is a title as well.
MEDIA = listed(
    """
    newspaper magazine programme program show podcast blog journal newsletter series festival paper
    """
)
EVENTS = listed(
    """
    forum seminar workshop conference symposium panel debate lecture talk webinar course session
    event summit exhibition symposia roundtable round-table colloquium masterclass module paper
    """
)
TAUGHT = listed("training lesson lessons course courses class classes instruction tuition drills")
COUNTED = listed("no one two three four five six seven eight nine ten zero first last")
# What others have said of something: the minister’s “natural disaster” label.
LABELLING = listed("label tag description slogan motto mantra narrative theory claim pledge")
LABELS = listed("theme slogan motto title name nickname hashtag codename")
AS_NAMED = listed("such translated translates translate rendered translating")
CHOOSING = listed("tick ticked vote voted click clicked press pressed choose chose select")
PERFORMING = listed("sang sing sings singing perform performed performs performing hummed played")
FEW = 3  # words that a mere topic may have
OFFENCE = 5  # words that the name of an offence may have
NEAR = 8  # words between a banner and what leads to its words


def named(sentence: Sentence, index: int) -> bool:
    """Whether a piece is a title: by its capitals or by the word before it."""
    place = index - 1
    while sentence.word(place) in {",", ":", "the"}:
        place -= 1
    before = sentence.word(place)
    if before == "as" or labelled(sentence, index):
        return before != "as" or _known_as(sentence, place)
    if before == "called":
        return _called(sentence, index, place)
    if before in VERBS_TOO and sentence.word(place - 1) in MODALS:
        return title_case(sentence.tokens[index])
    if before in WORKS and (_of_the_work(sentence, index) or _addressed(sentence, place, index)):
        return False
    frame = reporting_before(sentence, index)
    if before in TITLES and frame and frame.lemma in NAMING_VERBS and frame.verb < place:
        return title_case(sentence.tokens[index])
    return before in TITLES or title_case(sentence.tokens[index])


def _known_as(sentence: Sentence, place: int) -> bool:
    """Whether "as" gives a name: known locally as “…”, translated as “…”."""
    near = [sentence.word(at) for at in range(place - 1, place - 7, -1)]
    near = near[: near.index(",")] if "," in near else near
    return near[0] in AS_NAMED or not {"known", "dubbed", "nicknamed"}.isdisjoint(near)


def _of_the_work(sentence: Sentence, index: int) -> bool:
    """Whether a piece tells of a work: the book, “a pack of lies”, or the film “distorts” it."""
    text = sentence.tokens[index].text
    if not sentence.frames or not text[:1].islower():
        return False
    first = text.split()[0]
    verb = first in BE | MODALS or first.endswith(("ed", "s"))
    apposed = sentence.word(index - 1) == "," and text.startswith(("a ", "an "))
    return apposed or (verb and sentence.word(index - 1) in WORKS)


def _called(sentence: Sentence, index: int, called: int) -> bool:
    """Whether "called" gives a name: a plan called “Clean Hands”, the hall, called “…”."""
    before = sentence.word(called - 1)
    if before in WORKS or _one_called(sentence, called):
        return True
    judged = any(f.verb == called and f.subject.kind != "other" for f in sentence.frames)
    if nickname(sentence, index):
        return not judged
    if sentence.word(index - 1) == "the":
        return not judged  # which officers called the “transit centre”
    return not what(sentence, called) and not any(f.verb == called for f in sentence.frames)


def _one_called(sentence: Sentence, called: int) -> bool:
    """Whether it is "a scheme called", not "a critic called"."""
    comma = sentence.word(called - 1) == ","
    noun = called - 1 - comma
    determiner = {"a", "an", "the"} if comma else {"a", "an"}
    apart = sentence.word(noun - 1) in determiner and noun - 1 > sentence.first
    return apart and sentence.word(noun) not in PERSON_NOUNS and not _by_somebody(sentence, called)


def _by_somebody(sentence: Sentence, verb: int) -> bool:
    return any(f.verb == verb and f.last > verb + 2 for f in sentence.frames)


def _addressed(sentence: Sentence, noun: int, index: int) -> bool:
    """Whether a paper or a programme is told something: told the magazine, “…”."""
    frame = reporting_before(sentence, index)
    if frame is None or frame.verb >= noun or sentence.word(index + 1) == "that":
        return False
    words = sentence.tokens[frame.verb + 1 : noun + 1]
    if [token.lower for token in words[:1]] in (["of"], ["about"]):
        return True
    plain = words and all(token.capital or token.lower in {"'s", *MEDIA} for token in words[1:])
    told = frame.lemma in TELLING and sentence.word(noun) in MEDIA
    return bool(told and plain and (words[0].capital or words[0].lower in {"the", "this", "a"}))


def labelled(sentence: Sentence, index: int) -> bool:
    """Whether a piece is a label by the two words before it: a forum on “…”, the motto was “…”."""
    before, noun = sentence.word(index - 1), sentence.word(index - 2)
    text = sentence.tokens[index].text
    if before in {"on", "about"}:
        return noun in EVENTS and (text[:1].isupper() or len(text.split()) <= FEW)
    if before in {"of", *BE}:
        return noun in LABELS
    if before == "by":
        return noun in {"goes", "go", "went", "going"}
    if before in CHOOSING:
        return text.isalpha() and (before != "vote" or noun in MODALS)
    return before in PERFORMING and text[:1].isupper() and not text.endswith((".", "!", "?", ","))


def catchword(sentence: Sentence, index: int) -> bool:
    """Whether a piece before its noun names a scheme: the “one child, one book” campaign."""
    parts = sentence.tokens[index].text.lower().split(",")
    counted = sum(not COUNTED.isdisjoint(part.split()) for part in parts)
    topic = sentence.word(index - 1) in {"on", "in", "about"}
    if sentence.word(index - 1) == "'s" and sentence.word(index + 1) in LABELLING:
        return True  # she rejected the minister’s “natural disaster” label
    return counted > 1 or (topic and sentence.word(index - 2) in EVENTS | TAUGHT)


def nickname(sentence: Sentence, index: int) -> bool:
    """Whether a piece looks like what somebody or something is called: “the clock”."""
    piece = sentence.tokens[index]
    name = piece.text.isalpha() and piece.text[:1].isupper()
    return name or piece.text.startswith(("the ", "The ")) or title_case(piece)


def what(sentence: Sentence, verb: int) -> bool:
    """Whether the verb ends "what it called", "which relatives called"."""
    near = [sentence.word(at) for at in range(verb - 1, max(verb - 7, sentence.first - 1), -1)]
    return not {"what", "which"}.isdisjoint(near) and near[0] not in BE


def title_case(piece: Token) -> bool:
    words = [word.strip(".,;:!?()[]") for word in piece.text.split()]
    long = [word for word in words if len(word) > 3 or word[:1].isupper()]
    capital = sum(word[:1].isupper() for word in long)
    if len(words) < 2 or piece.text.rstrip()[-1:] in {"!", "?"}:
        return False
    return capital >= 2 and capital >= 0.75 * len(long)


def titled_work(sentence: Sentence, index: int) -> bool:
    """Whether a piece is the title that stands in apposition: whose latest book, “…”, was."""
    comma = sentence.word(index - 1) == ","
    noun = index - 1 - comma
    text = sentence.tokens[index].text.strip()
    if sentence.word(noun) == "of" and sentence.word(noun - 1) in MAKERS and not comma:
        return True
    if not comma or sentence.word(noun) not in WORKS or not text[:1].isupper():
        return False
    if _addressed(sentence, noun, index):
        return False
    speech = text[-1] in "!?…" or (text[-1] in ".," and not title_case(sentence.tokens[index]))
    goes_on = text[-1] == "," and sentence.word(index + 1) in BE | {"has", "had", "will", "which"}
    return goes_on or not (speech and len(text.split()) > 1)


def worded(sentence: Sentence, index: int) -> bool:
    """Whether a piece is what a banner reads: with a sign bearing the words “…”."""
    place = index - 1
    if sentence.word(place) in {":", ","} and sentence.word(place - 1) in DISPLAYS:
        return sentence.word(place - 2) not in {"the", "that", "this"}
    while sentence.word(place) in LEGENDS | {"the", "a", "an", ":", ","}:
        place -= 1
    joined = sentence.word(place) in {"with", "in", "by"}
    lead = sentence.word(place - joined)
    shown = range(max(sentence.first, place - NEAR), place)
    near = [at for at in shown if sentence.word(at) in DISPLAYS]
    if not near or (place < index - 3 and sentence.word(index - 1) == ","):
        return bool(joined and lead in BEARING)
    if lead in BEARING or sentence.word(place) == "with":
        return not any(near[-1] < frame.verb < place for frame in sentence.frames)
    return False


def offence(sentence: Sentence, index: int) -> bool:
    """Whether a piece names what somebody is charged with: convicted of “incitement”."""
    text = sentence.tokens[index].text
    before = CHARGED.get(sentence.word(index - 1), frozenset())
    short = len(text.split()) <= OFFENCE and text[:1].islower()
    return short and not text.startswith(("a ", "an ")) and sentence.word(index - 2) in before


def at_arms_length(sentence: Sentence, index: int) -> bool:
    """Whether a piece is one noun that others use: told them not to pay any “middleman”."""
    text, before = sentence.tokens[index].text, sentence.word(index - 1)
    noun = text.rstrip(".,").isalpha() and text.islower()
    if not noun or text.endswith(("ly", "ing", "ed")) or before not in POINTERS | {"a", "an"}:
        return False
    link = sentence.word(index - 2)
    frame = reporting_before(sentence, index)
    if frame and frame.lemma in DIRECTING and frame.last < index - 1:
        return link not in {"of", "about"} | BE
    saying = frame is not None and frame.lemma in SAYING_VERBS - JUDGING_VERBS
    return saying and before in POINTERS and link in PREPOSITIONS
