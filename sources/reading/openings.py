"""Whom a sentence is about: the first name, pronoun or person in it, named or not."""

from sources.reading.epithets import EPITHETS
from sources.reading.inversions import SPEECH_NOUNS, Inversions
from sources.reading.names import NOT_NAMES
from sources.reading.roles import HEADS, PERSON_NOUNS, gender_of
from sources.reading.subjects import PREPOSITIONS, PRONOUNS, Subject
from sources.reading.verbs import BE, BETWEEN, PAST
from sources.reading.wordlists import listed

FRONTING = frozenset({"the", "a", "an", "one", "another", "his", "her"})
# Words that begin a clause before the subject.
ASIDE = listed(
    """
    asked pressed questioned quizzed challenged told reminded informed grilled confronted urged
    when while as after before although though despite because if since until once whereas unlike
    """
)
# What somebody did, in forms that do not end in -ed.
DOING = listed(
    """
    had has went came took gave got left ran beat hit put set met saw knew felt led kept became
    broke brought built bought chose drew drove fell flew fought hid lost made paid rose sat sent
    shot shut slept spat spent stood stole struck swam taught threw woke won wore grew let leapt
    """
)
BRIEF = 7  # tokens of a sentence that only announces a quotation
ASIDES = 4  # commas looked behind


class Openings(Inversions):
    """A sentence read from its beginning."""

    def opening(self) -> Subject | None:
        """Find the first name, pronoun or person that may be the sentence's own subject."""
        if self.word(self.first) in ASIDE and (late := self._after_aside()):
            return late
        index = self.first
        if unnamed := self._relative(index) or self._unknown(index):
            return unnamed
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
            if word in FRONTING and self._fronts(index):
                headed = self._one_of(index) or self._headed_here(index)
                if headed:
                    return headed
            index += 1
        return None

    def announced(self) -> Subject | None:
        """Find whose words follow a sentence such as "Her verdict?" or "X’s message:"."""
        last = self.end - 1
        if self.end - self.first > BRIEF or self.word(last) not in {"?", ":"}:
            return None
        return self._owner(last - 1) if self.word(last - 1) in SPEECH_NOUNS else None

    def _after_aside(self) -> Subject | None:
        """Read past the clause before it: "Asked whether X would go, the minister smiled"."""
        commas = [at for at in range(self.first, self.end) if self.word(at) == ","]
        for start in (comma + 1 for comma in commas[:ASIDES]):
            word, mention = self.word(start), self.starting.get(start)
            if word in {"he", "she"}:
                return Subject("pronoun", start, gender=PRONOUNS[word])
            if mention and self._alone_or_apposed(mention.end):
                return Subject("name", start, mention)
            fronts = word in FRONTING and not self._explains(start)
            if fronts and (headed := self._headed_here(start)):
                return headed
        return None

    def _explains(self, start: int) -> bool:
        """Whether a noun phrase only says who the name before it is: "X, a minister,"."""
        if start - 1 not in self.ending:
            return False
        heads = (at for at in range(start, start + 7) if self.word(at) in HEADS)
        head = next((at for at in heads if self.word(at + 1) not in HEADS), start)
        return self.word(start) in {"a", "an"} or self.word(head + 1) in PREPOSITIONS | {","}

    def _alone_or_apposed(self, end: int) -> bool:
        """Whether a name is no part of a list, and nobody's owner."""
        if self.word(end) != ",":
            return self.word(end) not in {"'s", "’", "'", "and", "or"}
        return self.word(end + 1) in FRONTING | {"who"} or self.tokens[end + 1].kind == "number"

    def _fronts(self, index: int) -> bool:
        return (
            index == self.first
            or self.word(index - 1) in {",", "and", "–", "—"}
            or (self.word(index - 1) in {"when", "while", "but"})
        )

    def _relative(self, index: int) -> Subject | None:
        """Read "X’s wife", who is somebody unnamed, unless her name follows."""
        mention = self.starting.get(index)
        if mention is None or not self.possessive(mention):
            return None
        for place in range(mention.end + 1, mention.end + 4):
            if self.word(place) in PERSON_NOUNS and self.word(place + 1) not in PERSON_NOUNS:
                comma = self.word(place + 1) == ","
                named = place + 1 + comma in self.starting
                gender = gender_of([self.word(place)])
                return None if named else Subject("other", index, gender=gender, person=True)
        return None

    def _unknown(self, index: int) -> Subject | None:
        """Read "Mina, who sells fish," or "Proud daughter Mina", whose name is nobody's we know."""
        for place in range(index, index + 3):
            if self.word(place) in PERSON_NOUNS and self._foreign(place + 1):
                return Subject("other", index, gender=gender_of([self.word(place)]), person=True)
        known = index in self.starting or self.word(index) in NOT_NAMES
        apart = self.word(index + 1) == "," and self.word(index + 2) == "who"
        if known or not apart or not self.tokens[index].capital:
            return None
        return Subject("other", index, person=True)

    def _acts(self, index: int) -> bool:
        """Whether a word goes on after somebody: not "horse" in "the champion horse"."""
        word = self.word(index)
        if index >= self.end or self.tokens[index].kind != "word":
            return True
        known = word in BE | BETWEEN | PAST | PREPOSITIONS or word in DOING
        return known or word == "who" or word.endswith(("ed", "s", "ly"))

    def _foreign(self, index: int) -> bool:
        """Whether a capital word is no name that we know."""
        capital = index < self.end and self.tokens[index].capital
        known = any(one.first <= index < one.end for one in self.mentions)
        return capital and not known and self.word(index) not in NOT_NAMES

    def _one_of(self, index: int) -> Subject | None:
        """Read "one of the women": somebody unnamed."""
        group = {self.word(place) for place in range(index + 2, index + 6)}
        if self.word(index) not in {"one", "another"} or self.word(index + 1) != "of":
            return None
        people = group & {"men", "women"} or {word.removesuffix("s") for word in group}
        some = people & (PERSON_NOUNS | {"men", "women"})
        return Subject("other", index, person=True) if some else None

    def _headed_here(self, index: int) -> Subject | None:
        """Read an office at `index` when no name follows it at once ("the minister, X,")."""
        for place in range(index + 1, min(self.end, index + 7)):
            owner = self.word(place) == "'s" and place not in self.ending
            if place in self.starting or self.word(place) in PREPOSITIONS | {","}:
                return None
            if self.word(place) == "'s" and not owner:
                return None
            if self.word(place + 1) == "'s":
                continue
            if self.heads(place) and self.word(place + 1) not in PERSON_NOUNS:
                if place + 1 in self.starting:
                    return None
                if self.word(place + 1) == "," and place + 2 in self.starting:
                    return None
                noun = self.word(place) in EPITHETS and not self._acts(place + 1)
                return None if noun else self._office(index, place + 1)
        return None
