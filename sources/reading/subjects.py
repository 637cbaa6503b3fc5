"""Who the words beside a verb of saying are: a name, an office, a pronoun or something else."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property

from sources.reading.names import HONORIFICS, NOT_NAMES, Mention
from sources.reading.roles import HEADS, PERSON_NOUNS, Office, gender_of, office
from sources.reading.things import DOCUMENTS, GROUPS
from sources.reading.tokens import Token
from sources.reading.verbs import BETWEEN
from sources.reading.wordlists import listed

PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "hers": "f"}
PLURAL = listed(
    """
    they it we i you them its their this that these those one some many others
    """
)
DETERMINERS = listed(
    """
    the a an his her their its our my this that another one some no any each every
    """
)
INDEFINITE = listed("a an another one some")
PREPOSITIONS = listed(
    """
    of for by to with from between against including on in at near about under after before
    toward towards among like unlike regarding over into via than behind alongside
    """
)
CLAUSE = listed(
    """
    that which while because when where whether if although though as since but after before
    until unless so
    """
)
JOINS = CLAUSE | {"and", "or", "'s", "what", "whom"}
TITLED = frozenset({"the", "ministry", "government", "late", "then"})
NICKNAMED = frozenset({"known", "nicknamed", "dubbed", "called"})
TIMES = frozenset({"night", "week", "month", "year", "morning", "afternoon", "evening"})
LEFT = 40  # tokens looked at before a verb


@dataclass(frozen=True, slots=True)
class Subject:
    """`kind` is "name", "office", "pronoun", "main" (the sentence's own subject) or "other".

    `person` says of "other" that it is somebody unnamed rather than a thing or a group.
    """

    kind: str
    at: int
    mention: Mention | None = None
    office: Office | None = None
    gender: str | None = None
    person: bool = False


class Clauses:
    """A sentence as tokens `first` to `end` of a text, with the names that stand in it."""

    def __init__(
        self,
        tokens: Sequence[Token],
        first: int,
        end: int,
        found: Sequence[Mention],
        learnt: Container[str] = (),
    ) -> None:
        self.tokens, self.first, self.end, self.mentions = tokens, first, end, found
        self.learnt = learnt
        self.ending = {mention.end: mention for mention in found}
        self.starting = {mention.first: mention for mention in found}
        self.named = {mention.name: mention for mention in found}

    def word(self, index: int) -> str:
        return self.tokens[index].lower if self.first <= index < self.end else ""

    @cached_property
    def pieces(self) -> list[int]:
        return [i for i in range(self.first, self.end) if self.tokens[i].kind == "piece"]

    @cached_property
    def anonymous(self) -> bool:
        """Whether the sentence says that its speaker is not to be named."""
        words = " ".join(self.word(index) for index in range(self.first, self.end))
        signs = ("not to be named", "to be named", "anonymity", "unnamed", "be identified")
        return any(sign in words for sign in signs)

    def possessive(self, mention: Mention) -> bool:
        after = self.word(mention.end)
        return after == "'s" or (after in {"’", "'"} and self.word(mention.end - 1).endswith("s"))

    def before(self, verb: int) -> Subject | None:
        """Find the subject that stands left of a verb, over what is put between commas."""
        index = verb
        lowest = max(self.first, verb - LEFT)
        while index > lowest and index not in self.ending and self._adverb(index - 1):
            index -= 1
        if index > lowest and self.word(index - 1) == "who":
            return self._antecedent(index - 1)
        return self._over_commas(index, lowest)

    def _adverb(self, index: int) -> bool:
        word = self.word(index)
        if word in {"on", "late", "early"}:
            return self.word(index + 1) in BETWEEN | {"on"}
        if word in TIMES:
            return self.word(index - 1) in BETWEEN | {"last", "this", "that"}
        if word in {"last", "this", "that"}:
            return self.word(index + 1) in TIMES
        return word in BETWEEN or word.endswith("ly")

    def _over_commas(self, index: int, lowest: int) -> Subject | None:
        spare: Subject | None = None
        start = self._segment(index, lowest)
        if start < index:
            near = self._tail(start, index)
            if near or not (self.ending.get(start - 1) and self._aside(start, index)):
                return near or self._opening(start, index)
        for _turn in range(7):
            start = self._nickname(self._segment(index, lowest), lowest)
            subject = self._tail(start, index)
            if subject and subject.kind in {"name", "pronoun"}:
                return subject
            if subject and subject.kind == "office":
                spare = spare or subject
            elif not self._aside(start, index):
                return spare or self._opening(start, index)
            if self.word(start - 1) != ",":
                return spare or self._opening(start, index)
            index = start - 1
        return spare

    def _segment(self, index: int, lowest: int) -> int:
        """Give where the words before `index` begin, back to a comma, a dash or a piece."""
        start = index
        while start > lowest:
            token = self.tokens[start - 1]
            if token.kind == "piece" or token.lower in {",", ";", ":", "—", "–", "(", ")"}:
                break
            start -= 1
        return start

    def _nickname(self, start: int, lowest: int) -> int:
        """Give where an aside ends that gives a name in marks: the coach, known as “…”, said."""
        if start <= lowest or self.tokens[start - 1].kind != "piece":
            return start
        opening = self._segment(start - 1, lowest)
        apart = self.word(opening - 1) == ","
        return opening if apart and self.word(opening) in NICKNAMED | {"who", "whose"} else start

    def _aside(self, start: int, end: int) -> bool:
        """Whether a segment between commas is only put in: an age, an office, a "who" clause."""
        if start >= end:
            return True
        word, token = self.word(start), self.tokens[start]
        if token.kind == "number" or word in PREPOSITIONS | DETERMINERS | NICKNAMED | {
            "who",
            "whose",
            "which",
            "and",
            "also",
            "then",
            "himself",
            "herself",
            "together",
            "along",
        }:
            return True
        if any(self.word(index) in PERSON_NOUNS for index in range(start, min(end, start + 6))):
            return not self._bare(start, end)
        return word.endswith(("ing", "ed", "ly"))

    def _bare(self, start: int, end: int) -> bool:
        return end - start == 1 and self.word(start) in PERSON_NOUNS

    def _tail(self, start: int, end: int) -> Subject | None:
        """Read the name, pronoun or office that a segment ends with."""
        mention = self.ending.get(end)
        if mention and mention.first >= start:
            return self._named(mention, start)
        word = self.word(end - 1) if end > start else ""
        if word in {"he", "she"}:
            return Subject("pronoun", end - 1, gender=PRONOUNS[word])
        if word in PLURAL - {"one", "some", "many", "others"}:
            return Subject("other", end - 1)
        return self._noun(start, end)

    def _named(self, mention: Mention, start: int) -> Subject | None:
        before = self.word(self._title_start(mention, start) - 1)
        if before in PREPOSITIONS and self._title_start(mention, start) > start:
            head = self._opening(start, mention.end)
            opener = self.word(start) in PREPOSITIONS | {"speaking", "asked"}
            return head if head and not opener else Subject("other", start)
        if before in {"and", "or"} and (
            mention.first - 1 in self.ending or self.word(mention.first - 2) in PERSON_NOUNS
        ):
            return Subject("other", start)
        return Subject("name", self._title_start(mention, start), mention)

    def _title_start(self, mention: Mention, lowest: int) -> int:
        """Give where the office before a name begins: "ministry spokesman X"."""
        index = mention.first
        while index > lowest and self._titles(index - 1):
            index -= 1
        return index

    def _titles(self, index: int) -> bool:
        """Whether a word belongs to the office before a name: "the former prime minister X"."""
        word = self.word(index)
        if word in PERSON_NOUNS or word in HONORIFICS or word in TITLED:
            return True
        return self.tokens[index].capital and word not in NOT_NAMES

    def _noun(self, start: int, end: int) -> Subject | None:
        """Read "the ministry spokesman" or "the 45-year-old" that ends a segment."""
        if end <= start:
            return None
        word = self.word(end - 1)
        first = end - 1
        while first > start and end - first < 7 and self.word(first) not in DETERMINERS:
            first -= 1
        known = word in {"state", "old", "pm"} or self.heads(end - 1)
        return self._office(first, end) if known else None

    def heads(self, index: int) -> bool:
        """Whether a noun for a person, or a title that this article teaches, stands there."""
        word = self.word(index)
        return word in HEADS or word in self.learnt or self._initials(index)

    def _initials(self, index: int) -> bool:
        return self.first <= index < self.end and self.tokens[index].text in self.learnt

    def _office(self, first: int, end: int, beyond: list[str] | None = None) -> Subject | None:
        words = [self.word(index) for index in range(first, end)]
        gender = gender_of(words[-1:])
        if words[0] in INDEFINITE:
            return Subject("other", first, gender=gender, person=True)
        if self._initials(end - 1):
            words[-1] = self.tokens[end - 1].text
        held = office(words[1:] if words[0] in DETERMINERS else words, beyond, self.learnt)
        if held is None:
            return None
        if words[0] not in {"the", "this", "that"}:
            return Subject("other", first, gender=gender, person=True)
        return Subject("office", first, office=held, gender=gender)

    def _opening(self, start: int, end: int) -> Subject | None:
        """Read the subject that a segment begins with: "X of the ministry said"."""
        index = start
        while index < end and self.word(index) in {
            "and",
            "but",
            "then",
            "also",
            "yet",
            "however",
            "when",
            "while",
            "as",
        }:
            index += 1
        mention = self.starting.get(index) or self.named.get(index)
        stop = mention.end if mention else index
        if any(self.word(place) in JOINS for place in range(stop, end)):
            return Subject("other", index)
        if mention and mention.end <= end:
            return Subject("name", index, mention)
        if self.word(index) in {"he", "she"}:
            return Subject("pronoun", index, gender=PRONOUNS[self.word(index)])
        return self._headed(index, end)

    def _headed(self, index: int, end: int) -> Subject | None:
        """Read "the spokesman for the ministry" or "a farmer from Kampot"."""
        if self.word(index) not in DETERMINERS:
            return Subject("other", index) if index < end else None
        for place in range(index + 1, min(end, index + 7)):
            following = self.word(place + 1)
            if self.heads(place) and following not in PERSON_NOUNS:
                beyond = [self.word(at) for at in range(place + 1, min(end, place + 8))]
                if following in PREPOSITIONS | {""} or place + 1 == end:
                    return self._office(index, place + 1, beyond)
        words = {self.word(place) for place in range(index + 1, min(end, index + 7))}
        thing = not words.isdisjoint(DOCUMENTS | GROUPS) and words.isdisjoint(PERSON_NOUNS)
        return Subject("other", index, person=self.word(index) in INDEFINITE and not thing)

    def _antecedent(self, who: int) -> Subject | None:
        end = who - 1 if self.word(who - 1) == "," else who
        mention = self.ending.get(end)
        if mention and end < who and self.word(mention.first - 1) in {"by", "from", "with", "to"}:
            return Subject("name", mention.first, mention)  # denied by X, who said
        return self._tail(self._segment(end, self.first), end) or Subject("other", who)
