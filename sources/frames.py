"""Who reports what in one sentence: each verb of saying with the words that are its subject.

A subject here is still words: a name, an office, a pronoun or something else. Whom they mean in
the article is settled by `sources.attribution`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sources.names import NOT_NAMES, Mention
from sources.roles import PERSON_NOUNS, Office, gender_of, office
from sources.tokens import Token
from sources.verbs import BE, BETWEEN, FORMS, NAMING_VERBS, NOUNS, PAST, Form, reporting

PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "hers": "f"}
PLURAL = frozenset("they it we i you them its their this that these those one some many others".split())
DETERMINERS = frozenset("the a an his her their its our my this that another one some no any each every".split())
INDEFINITE = frozenset("a an another one some".split())
PREPOSITIONS = frozenset(
    """of for by to with from between against including on in at near about under after before
    toward towards among like unlike regarding over into via than behind alongside""".split()
)
CLAUSE = frozenset("that which while because when where whether if although though as since but after before until unless so".split())
SPEECH_NOUNS = frozenset(
    """words comments comment remark remarks statement claim claims reply response answer message
    warning description assertion call post tweet letter speech promise pledge vow verdict
    argument view opinion demand question conclusion assessment appeal plea slogan motto advice
    reaction complaint position""".split()
)
MEDIUM = frozenset("statement post letter tweet message speech interview note email comment video remarks release account page".split())
LEFT, RIGHT = 70, 28  # tokens looked at on either side of a verb


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


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb of reporting at token `verb`; `first`–`last` are its and its subject's tokens."""

    verb: int
    first: int
    last: int
    lemma: str
    subject: Subject
    gerund: bool = False


class Sentence:
    """A sentence as tokens `first` to `end` of a text, with the names that stand in it."""

    def __init__(
        self, tokens: Sequence[Token], first: int, end: int, found: Sequence[Mention]
    ) -> None:
        self.tokens, self.first, self.end, self.mentions = tokens, first, end, found
        self.ending = {mention.end: mention for mention in found}
        self.starting = {mention.first: mention for mention in found}
        self.named = {mention.name: mention for mention in found}

    def word(self, index: int) -> str:
        return self.tokens[index].lower if self.first <= index < self.end else ""

    @cached_property
    def frames(self) -> list[Frame]:
        verbs = (self._frame(index) for index in range(self.first, self.end))
        return [frame for frame in verbs if frame]

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

    def _frame(self, index: int) -> Frame | None:
        token = self.tokens[index]
        if token.kind != "word":
            return None
        if token.lower == "according" and self.word(index + 1) == "to":
            return self._right_frame(index, index + 2, "according")
        if token.lower in {"words", "quoting", "citing"}:
            return self._words_frame(index)
        if token.lower == "put" and (self.word(index + 1) == "it" or self.tokens[index - 1].kind == "piece"):
            return self._left_frame(index, Form("put", "finite"))
        if token.lower == "went" and self.word(index + 1) == "on":
            return self._left_frame(index, Form("continue", "finite"), last=index + 2)
        form = reporting(token.lower)
        if form is None or not self._is_verb(index, token, form):
            return self._unknown_verb(index) if form is None else None
        return self._verb_frame(index, form)

    def _verb_frame(self, index: int, form: Form) -> Frame | None:
        if form.shape == "gerund":
            return self._gerund_frame(index, form)
        if self.word(index - 1) in BE or (
            self.word(index - 1) in BETWEEN and self.word(index - 2) in BE
        ):
            return self._passive_frame(index, form)
        if form.lemma == "quote":
            return self._right_frame(index, index + 1, "quote")
        left = self._left_frame(index, form)
        if left and (left.subject.kind != "other" or not self._inverted(index)):
            return left
        return self._right_frame(index, index + 1, form.lemma) if self._inverted(index) else left

    def _is_verb(self, index: int, token: Token, form: Form) -> bool:
        before = self.word(index - 1)
        if token.capital and index > self.first:
            return False
        if before == "to" and self.word(index - 2) not in {"on", "continued", "continues"}:
            return False
        if token.lower in NOUNS or form.shape == "plain":
            touches = index in self.ending or before in PRONOUNS or before in PLURAL | {"who"}
            inverted = self._inverted(index)
            plural = form.shape == "plain" and before.endswith("s") and before not in {"'s", "is"}
            return touches or inverted or plural or (
                token.lower not in NOUNS and before in BETWEEN
            ) or (before in PERSON_NOUNS and token.lower.endswith("s")) or (
                token.lower in PAST and before in {"has", "have", "had"} | BETWEEN | {"statement", "letter", "report"}
            )
        return before not in DETERMINERS - {"that", "this", "one", "some", "many"}

    def _inverted(self, index: int) -> bool:
        """Whether the verb stands right after a piece: “…,” said the minister."""
        place = index - 1
        while self.word(place) in {",", "—", "–", "-"} or (
            self.word(place) in BETWEEN and place > self.first
        ):
            place -= 1
        return place >= self.first and self.tokens[place].kind == "piece"

    def _unknown_verb(self, index: int) -> Frame | None:
        """Take any verb for one of saying in “…,” he thundered."""
        place = index - 1
        mention = self.ending.get(index)
        if mention:
            place = mention.first - 1
        elif self.word(place) in {"he", "she"}:
            place -= 1
        else:
            return None
        piece = place - 1 if self.word(place) == "," else place
        if piece < self.first or self.tokens[piece].kind != "piece" or self.word(index) in BE | {"'s"}:
            return None
        comma = self.word(place) == "," or self.tokens[piece].text.rstrip().endswith(",")
        if not comma or not self.word(index).endswith(("ed", "s", "ew", "ke", "nt", "ng")):
            return None
        return self._left_frame(index, Form("say", "finite"))

    def _words_frame(self, index: int) -> Frame | None:
        """In X’s words; in the words of X; citing X."""
        if self.tokens[index].lower != "words":
            return self._right_frame(index, index + 1, "cite")
        if self.word(index + 1) == "of":
            return self._right_frame(index, index + 2, "words")
        owner = self._owner(index)
        return Frame(index, owner.at, index + 1, "words", owner) if owner else None

    def _gerund_frame(self, index: int, form: Form) -> Frame | None:
        before = self.word(index - 1)
        mention = self.ending.get(index)
        if before == "as":
            return self._quoted_as(index)
        if mention or before in PRONOUNS:
            left = self._left_frame(index, form)
            return left if left and self.word(left.first - 1) in {"with", "as", ","} else None
        if before in DETERMINERS | {"of", "for", "in", "from", "about"} or before in BE:
            return None
        return Frame(index, index, index + 1, form.lemma, Subject("main", index), gerund=True)

    def _quoted_as(self, index: int) -> Frame | None:
        """Reuters quoted X as saying; X was quoted by Reuters as saying."""
        for place in range(index - 2, max(self.first, index - 14) - 1, -1):
            if self.word(place) in {"quoted", "cited", "reported"}:
                if self.word(place - 1) in BE:
                    return self._left_frame(place - 1, Form("say", "finite"), last=index + 1)
                found = self._right_frame(place, place + 1, "quote")
                return Frame(index, place, index + 1, "say", found.subject) if found else None
        return None

    def _passive_frame(self, index: int, form: Form) -> Frame | None:
        """Was called “…” by X; was quoted as saying is found at "saying"."""
        if form.lemma in {"quote", "tell", "ask", "advise", "cite", "report", "urge"}:
            return None
        for place in range(index + 1, min(index + 14, self.end)):
            if self.word(place) == "by":
                return self._right_frame(index, place + 1, form.lemma)
        lemma = form.lemma if form.lemma in NAMING_VERBS else "be called"
        return Frame(index, index, index + 1, lemma, Subject("other", index))

    def _left_frame(self, verb: int, form: Form, last: int = 0) -> Frame | None:
        subject = self.before(verb)
        if subject is None:
            return None
        return Frame(verb, subject.at, last or verb + 1, form.lemma, subject)

    def _right_frame(self, verb: int, start: int, lemma: str) -> Frame:
        subject, last = self.after(start)
        return Frame(verb, verb, last, lemma, subject)

    def before(self, verb: int) -> Subject | None:
        """Find the subject that stands left of a verb, over what is put between commas."""
        index = verb
        lowest = max(self.first, verb - LEFT)
        while index > lowest and (
            self.word(index - 1) in BETWEEN or self.word(index - 1).endswith("ly")
        ) and index not in self.ending:
            index -= 1
        if index > lowest and self.word(index - 1) == "who":
            return self._antecedent(index - 1)
        for turn in range(7):
            start = self._segment(index, lowest)
            subject = self._tail(start, index)
            if subject and (turn == 0 or self._covers(subject, start) or subject.kind != "other"):
                return subject
            if turn and not self._aside(start, index):
                return Subject("other", start)
            if start <= lowest or self.word(start - 1) != ",":
                break
            if turn == 0 and start < index and not self._aside(start, index):
                return self._opening(start, index)
            index = start - 1
        return self._opening(index, verb) if index < verb else None

    def _covers(self, subject: Subject, start: int) -> bool:
        return subject.at <= start + 1

    def _segment(self, index: int, lowest: int) -> int:
        """Give where the words before `index` begin, back to a comma, a dash or a piece."""
        start = index
        while start > lowest:
            token = self.tokens[start - 1]
            if token.kind == "piece" or token.lower in {",", ";", ":", "—", "–", "(", ")"}:
                break
            start -= 1
        return start

    def _aside(self, start: int, end: int) -> bool:
        """Whether a segment between commas is only put in: an age, an office, a "who" clause."""
        if start >= end:
            return True
        word, token = self.word(start), self.tokens[start]
        if token.kind == "number" or word in PREPOSITIONS | DETERMINERS | {"who", "whose", "which", "and", "also", "then", "himself", "herself", "together", "along"}:
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
        while index > lowest and (
            self.word(index - 1) in PERSON_NOUNS | {"ministry", "government", "state", "party", "police"}
            or (self.tokens[index - 1].capital and self.word(index - 1) not in NOT_NAMES)
        ):
            index -= 1
        return index

    def _noun(self, start: int, end: int) -> Subject | None:
        """Read "the ministry spokesman" or "the 45-year-old" that ends a segment."""
        if end <= start:
            return None
        word = self.word(end - 1)
        first = end - 1
        while first > start and end - first < 7 and self.word(first) not in DETERMINERS:
            first -= 1
        return self._office(first, end) if word in PERSON_NOUNS | {"state", "year-old", "old", "pm"} else None

    def _office(self, first: int, end: int, beyond: list[str] | None = None) -> Subject | None:
        words = [self.word(index) for index in range(first, end)]
        gender = gender_of(words[-1:])
        if words[0] in INDEFINITE:
            return Subject("other", first, gender=gender, person=True)
        held = office(words[1:] if words[0] in DETERMINERS else words, beyond)
        if held is None:
            return None
        if words[0] not in {"the", "this", "that"}:
            return Subject("other", first, gender=gender, person=True)
        return Subject("office", first, office=held, gender=gender)

    def _opening(self, start: int, end: int) -> Subject | None:
        """Read the subject that a segment begins with: "X of the ministry said"."""
        index = start
        while index < end and self.word(index) in {"and", "but", "then", "also", "yet", "however", "when", "while", "as"}:
            index += 1
        mention = self.starting.get(index) or self.named.get(index)
        stop = mention.end if mention else index
        between = [self.word(place) for place in range(stop, end)]
        if any(word in CLAUSE | {"and", "or", "'s"} for word in between):
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
            if self.word(place) in PERSON_NOUNS and following not in PERSON_NOUNS:
                beyond = [self.word(at) for at in range(place + 1, min(end, place + 8))]
                if following in PREPOSITIONS | {""} or place + 1 == end:
                    return self._office(index, place + 1, beyond)
        person = self.word(index) in INDEFINITE
        return Subject("other", index, person=person)

    def _antecedent(self, who: int) -> Subject | None:
        end = who - 1 if self.word(who - 1) == "," else who
        return self._tail(self._segment(end, self.first), end) or Subject("other", who)

    def after(self, start: int) -> tuple[Subject, int]:
        """Find the subject that stands right of `start`: said Chou Bun Eng, the vice-chair."""
        stop = min(self.end, start + RIGHT)
        index = start
        while index < stop:
            token = self.tokens[index]
            if index in self.starting or index in self.named:
                mention = self.starting.get(index) or self.named[index]
                if self._owned(mention):
                    return self._right_owned(mention)
                return Subject("name", start, mention), mention.end
            if token.kind == "piece" or token.lower in {".", ";", ":", "(", "—", "–"}:
                break
            if token.lower == "," and not self._apposed(index):
                break
            if token.lower in PREPOSITIONS - {"of", "for", "in", "at"} and index > start:
                break
            if token.lower in CLAUSE | {"who", "and"}:
                break
            if token.lower in {"for", "of", "in", "at"} and (index + 1 in self.starting):
                break
            index += 1
        return self._right_other(start, index), index

    def _owned(self, mention: Mention) -> bool:
        return self.possessive(mention)

    def _right_owned(self, mention: Mention) -> tuple[Subject, int]:
        """X’s statement speaks for X; X’s lawyer does not."""
        place = mention.end + 1
        for index in range(place, min(place + 4, self.end)):
            if self.word(index) in MEDIUM:
                return Subject("name", mention.first, mention), index + 1
        return Subject("other", mention.first), place

    def _apposed(self, comma: int) -> bool:
        """Whether a name follows the comma: said the spokesman, Touch Sokhak."""
        mention = self.starting.get(comma + 1) or self.named.get(comma + 1)
        return bool(mention) and not self.possessive(mention) if mention else False

    def _right_other(self, start: int, stop: int) -> Subject:
        word = self.word(start)
        if word in PRONOUNS:
            return Subject("pronoun", start, gender=PRONOUNS[word])
        if word in DETERMINERS:
            mention = next((m for m in self.mentions if start < m.first < stop), None)
            headed = self._headed(start, stop)
            if headed and not mention:
                return headed
        return Subject("other", start, person=word in INDEFINITE)

    def _owner(self, noun: int) -> Subject | None:
        """Find whose words, reply or message it is: "her", "X’s"."""
        for index in range(noun - 1, max(self.first, noun - 5) - 1, -1):
            word = self.word(index)
            if word in {"his", "her"}:
                return Subject("pronoun", index, gender=PRONOUNS[word])
            if word == "'s":
                mention = self.ending.get(index)
                if mention:
                    return Subject("name", mention.first, mention)
                return self._noun(self._segment(index, self.first), index)
            if word in PREPOSITIONS | {",", "and"}:
                break
        return None

    def owner_before(self, piece: int) -> Subject | None:
        """Find whose remark a piece is: "her reply was “…”", "X’s message: “…”"."""
        for index in range(piece - 1, max(self.first, piece - 9) - 1, -1):
            if self.word(index) in SPEECH_NOUNS and (found := self._owner(index)):
                return found
            if self.word(index) in SPEECH_NOUNS and self.word(index + 1) in {"from", "by", "of"}:
                subject, _ = self.after(index + 2)
                return subject
        return None

    @cached_property
    def main(self) -> Subject | None:
        """The sentence's own subject: that of its first report, else its first name or pronoun."""
        own = next((f for f in self.frames if f.subject.kind != "main" and not self._inner(f)), None)
        first = self._first_subject()
        if own and (first is None or own.first <= first.at or own.subject.kind != "other"):
            return own.subject
        return first or (own.subject if own else None)

    def _inner(self, frame: Frame) -> bool:
        return self.word(frame.first - 1) in CLAUSE and frame.first - 1 > self.first

    def _first_subject(self) -> Subject | None:
        index = self.first
        while index < self.end:
            mention = self.starting.get(index)
            if mention and not self.possessive(mention):
                if self.word(self._title_start(mention, self.first) - 1) not in PREPOSITIONS:
                    return Subject("name", mention.first, mention)
                index = mention.end
                continue
            word = self.word(index)
            if word in {"he", "she"}:
                return Subject("pronoun", index, gender=PRONOUNS[word])
            if word in {"the", "a", "an", "one", "another"} and self._fronts(index):
                headed = self._headed_here(index)
                if headed:
                    return headed
            index += 1
        return None

    def _fronts(self, index: int) -> bool:
        return index == self.first or self.word(index - 1) in {",", "and", "–", "—"} or (
            self.word(index - 1) in {"when", "while", "but"}
        )

    def _headed_here(self, index: int) -> Subject | None:
        """Read an office at `index` when no name follows it at once ("the minister, X,")."""
        for place in range(index + 1, min(self.end, index + 7)):
            if place in self.starting or self.word(place) in PREPOSITIONS | {",", "'s"}:
                return None
            if self.word(place) in PERSON_NOUNS and self.word(place + 1) not in PERSON_NOUNS:
                if place + 1 in self.starting or self.word(place + 1) == "'s":
                    return None
                if self.word(place + 1) == "," and place + 2 in self.starting:
                    return None
                return self._office(index, place + 1)
        return None


__all__ = ["FORMS", "Frame", "Sentence", "Subject"]
