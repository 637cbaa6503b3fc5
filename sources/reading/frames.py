"""Who reports what in one sentence: each verb of saying with the words that are its subject.

A subject here is still words: a name, an office, a pronoun or something else. Whom they mean in
the article is settled by `sources.reading.story`.
"""

from dataclasses import dataclass
from functools import cached_property

from sources.reading.openings import ASIDE, Openings
from sources.reading.roles import PERSON_NOUNS
from sources.reading.subjects import CLAUSE, DETERMINERS, PRONOUNS, Subject
from sources.reading.things import DISPLAYS, GROUPS, written
from sources.reading.tokens import Token
from sources.reading.verbs import (
    BE,
    BETWEEN,
    GOING,
    MANNER_VERBS,
    MOVED,
    NOUNS,
    PAST,
    PHRASAL,
    TOUCHING,
    Form,
    reporting,
)

# What stands between a quotation and the words that say whose it was: “…,” was his verdict.
REMARKED = frozenset({"was", "is", "came", "comes", "were", "are", "read", "ran", "goes", "went"})
MINDED = frozenset({"left", "felt", "feels", "feeling"})
PHRASES = frozenset({"according", "words", "quoting", "citing", "put", "puts"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb of reporting at token `verb`; `first`–`last` are its and its subject's tokens."""

    verb: int
    first: int
    last: int
    lemma: str
    subject: Subject
    gerund: bool = False


class Sentence(Openings):
    """A sentence with its reports."""

    @cached_property
    def frames(self) -> list[Frame]:
        verbs = (self._frame(index) for index in range(self.first, self.end))
        return [frame for frame in verbs if frame]

    @cached_property
    def main(self) -> Subject | None:
        """The sentence's own subject: that of its first report, else its first name or pronoun."""
        if announced := self.announced():
            return announced
        first = self.opening()
        late = first.at if first and self.word(self.first) in ASIDE else -1
        outer = (f for f in self.frames if f.subject.kind != "main" and not self._inner(f))
        own = next((frame for frame in outer if frame.verb > late), None)
        vague = own is not None and own.subject.kind == "other" and not own.subject.person
        if vague and first and first.person:
            return first
        if own and (first is None or own.first <= first.at or own.subject.kind != "other"):
            return own.subject
        return first or (own.subject if own else None)

    def _inner(self, frame: Frame) -> bool:
        return self.word(frame.first - 1) in CLAUSE and frame.first - 1 > self.first

    def _frame(self, index: int) -> Frame | None:
        token = self.tokens[index]
        if token.kind != "word":
            return None
        if token.lower in PHRASES or self._phrasal(index):
            return self._phrase_frame(index)
        if special := self._special(index):
            return special
        form = reporting(token.lower)
        if form and form.lemma in MANNER_VERBS:
            form = Form("say", form.shape) if self._beside(index, form) else None
        if form is None:
            return self._unknown_verb(index)
        return self._verb_frame(index, form) if self._is_verb(index, token, form) else None

    def _special(self, index: int) -> Frame | None:
        """For X, it is “…”; “…,” was her verdict; X has been left “…”."""
        if index == self.first and (holder := self.to_whom(index)):
            return Frame(index, index, index + 1, "consider", holder)
        if self.word(index) in MINDED and self.touches(index + 1):
            return self._minded(index)
        if self.word(index) not in REMARKED or not self._inverted(index):
            return None
        owner = self.remark(index)
        return Frame(index, index, index + 1, "say", owner) if owner else None

    def _phrase_frame(self, index: int) -> Frame | None:
        """According to X; in X’s words; citing X; X put it; X went on."""
        word, after = self.word(index), self.word(index + 1)
        if word == "according":
            return self._right_frame(index, index + 2, word) if after == "to" else None
        if word in {"put", "puts"} and self.estimates(index):
            return self._left_frame(index, Form("rate", "finite"))
        if word in {"put", "puts"}:
            touches = after == "it" or self.touches(index - 1)
            return self._left_frame(index, Form("put", "finite")) if touches else None
        if word in PHRASAL:
            going = Form(PHRASAL[word][1], "finite")
            if self._inverted(index):
                return self._right_frame(index, index + 2, going.lemma)
            return self._left_frame(index, going, last=index + 2)
        return self._words_frame(index)

    def _phrasal(self, index: int) -> bool:
        particle, _lemma = PHRASAL.get(self.word(index), ("", ""))
        return bool(particle) and self.word(index + 1) == particle

    def _minded(self, index: int) -> Frame | None:
        """Read how somebody is: has been left “gutted”, felt “betrayed”."""
        left = self.word(index) == "left"
        if left and self.word(index - 1) not in BE:
            return None
        return self._left_frame(index - left, Form("feel", "finite"), last=index + 1)

    def _beside(self, index: int, form: Form) -> bool:
        """Whether a verb of manner touches a piece: “…,” grinned X; X beamed: “…”."""
        if form.shape == "finite" and self._inverted(index):
            return True
        colon = index + 1 + (self.word(index + 1) in {":", ","})
        if self.touches(colon):
            return form.shape != "plain" and self.tokens[colon].text.lstrip()[:1].isupper()
        subject = self.before(index) if form.shape == "finite" else None
        place = subject.at - 1 if subject and subject.kind != "other" else self.first
        return self.touches(place - (self.word(place) == ","))

    def _verb_frame(self, index: int, form: Form) -> Frame | None:
        if form.shape == "gerund":
            return self._gerund_frame(index, form)
        if self.word(index - 1) in BE or (
            self.word(index - 1) in BETWEEN and self.word(index - 2) in BE
        ):
            return self._passive_frame(index, form)
        if form.lemma == "quote":
            return self._right_frame(index, index + 1, "quote")
        if self._coordinated(index):
            return Frame(index, index, index + 1, form.lemma, Subject("main", index), gerund=True)
        left = self._left_frame(index, form)
        vague = left is None or left.subject.kind == "other"
        if vague and (self._inverted(index) or self.told_by(index)):
            return self._right_frame(index, index + 1, form.lemma)
        return left

    def _is_verb(self, index: int, token: Token, form: Form) -> bool:
        before = self.word(index - 1)
        if token.capital and index > self.first:
            return False
        if before == "to":
            return self.word(index - 2) in GOING or self._moved(index)
        if form.shape == "gerund":
            return True
        if token.lower in NOUNS or form.shape == "plain":
            return self._verb_not_noun(index, token)
        return before not in DETERMINERS - {"that", "this", "one", "some", "many"}

    def _verb_not_noun(self, index: int, token: Token) -> bool:
        """Whether a form that may be a noun ("claims") stands where a verb does."""
        before = self.word(index - 1)
        if index in self.ending or (self._inverted(index) and not self.described(index)):
            return True
        if before in {"he", "she", "who", "they", "we", "i", "you", "it"}:
            return True
        group = before in GROUPS and self._has_object(index)
        if (group or before in PERSON_NOUNS) and token.lower.endswith("s"):
            return True
        if before == "," and token.lower.endswith("s") and self._has_object(index):
            return self._has_subject(index)
        if token.lower in NOUNS:
            spoken = {"has", "have", "had", "statement", "letter", "report"} | BETWEEN
            return token.lower in PAST and before in spoken
        return before in BETWEEN or (before.endswith("s") and before not in {"'s", "is"})

    def _has_subject(self, index: int) -> bool:
        """Whether somebody, or a document, speaks: "The inspector’s letter, …, calls it …"."""
        subject = self.before(index)
        if subject is None or subject.kind in {"name", "office"}:
            return subject is not None
        heads = {subject.at, self.first}
        return any(written(self.word(at) for at in range(head, index)) for head in heads)

    def _has_object(self, index: int) -> bool:
        """Whether what a verb governs follows at once: "X, a farmer, calls it …"."""
        word = self.word(index + 1)
        return self.touches(index + 1) or word in DETERMINERS | set(PRONOUNS) | {"it", "them"}

    def _moved(self, index: int) -> bool:
        """Whether somebody did say it: "was heard to shout “…”", "was forced to admit “…”"."""
        colon = index + 1 + (self.word(index + 1) in {":", ",", "that"})
        return self.word(index - 2) in MOVED and self.touches(colon)

    def _coordinated(self, index: int) -> bool:
        """Whether the verb shares the subject of the one before it: "… and warned that"."""
        place = index - 1
        while self.word(place) in BETWEEN or self.word(place).endswith("ly"):
            place -= 1
        return place > self.first and self.word(place) in {"and", "but", "or"}

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
        word = self.word(index)
        if not word.endswith(("ed", "s", "ew", "ke", "nt")) or word in BE | {"'s"}:
            return None
        nearest = next((i for i in reversed(self.pieces) if i < index), None)
        if nearest is None or index - nearest > 9:
            return None
        comma = self.word(nearest + 1) == ","
        if not comma and not self.tokens[nearest].text.rstrip().endswith(","):
            return None
        subject = self._tail(nearest + 1 + comma, index)
        if subject is None or subject.kind == "other" or subject.at > nearest + 1 + comma:
            return None
        return Frame(index, subject.at, index + 1, "say", subject)

    def _words_frame(self, index: int) -> Frame | None:
        """In X’s words; in the words of X; citing X."""
        if self.tokens[index].lower != "words" and self.touches(index + 1):
            return Frame(index, index, index + 1, "cite", Subject("main", index), gerund=True)
        if self.tokens[index].lower != "words":
            return self._right_frame(index, index + 1, "cite")
        if self.word(index + 1) == "of":
            return self._right_frame(index, index + 2, "words")
        owner = self._owner(index)
        if owner is None or self.reported(owner.at):
            return None
        return Frame(index, owner.at, index + 1, "words", owner)

    def _gerund_frame(self, index: int, form: Form) -> Frame | None:
        before = self.word(index - 1)
        mention = self.ending.get(index)
        if before == "as":
            return self._quoted_as(index)
        if mention:
            subject = Subject("name", mention.first, mention)
            return Frame(index, mention.first, index + 1, form.lemma, subject)
        if before in BE - {"being"} and form.lemma not in TOUCHING:
            return self._left_frame(index - 1, form, last=index + 1)
        if before in DETERMINERS | BE | {"of", "for", "in", "from", "about", *PRONOUNS}:
            return None
        # A banner saying “…” speaks itself.
        subject = Subject("other" if before in DISPLAYS else "main", index)
        return Frame(index, index, index + 1, form.lemma, subject, gerund=True)

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
        if form.lemma not in {"call", "describe", "label", "brand", "term", "deem"}:
            return None
        return Frame(index, index, index + 1, "be called", Subject("other", index))

    def _left_frame(self, verb: int, form: Form, last: int = 0) -> Frame | None:
        moved = self.word(verb - 1) == "to" and self.word(verb - 2) in MOVED
        subject = self.before(verb - 2 if moved else verb)
        if subject is None:
            return None
        several = self.word(verb) in {"are", "were", "have"} and verb not in self.ending
        if several and subject.kind in {"name", "office"}:
            subject = Subject("other", verb - 1)  # a storyline that bosses are calling “…”
        return Frame(verb, subject.at, last or verb + 1, form.lemma, subject)

    def _right_frame(self, verb: int, start: int, lemma: str) -> Frame:
        subject, last = self.after(start)
        return Frame(verb, verb, last, lemma, subject)
