"""Whom a sentence is about: the first name, pronoun or person in it, named or not."""

from sources.reading.inversions import Inversions
from sources.reading.names import NOT_NAMES
from sources.reading.roles import PERSON_NOUNS, gender_of
from sources.reading.subjects import PREPOSITIONS, PRONOUNS, Subject

FRONTING = frozenset({"the", "a", "an", "one", "another", "his", "her"})


class Openings(Inversions):
    """A sentence read from its beginning."""

    def opening(self) -> Subject | None:
        """Find the first name, pronoun or person that may be the sentence's own subject."""
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
        """Read "Mina, who sells fish," whose one name is nobody's that we know."""
        known = index in self.starting or self.word(index) in NOT_NAMES
        apart = self.word(index + 1) == "," and self.word(index + 2) == "who"
        if known or not apart or not self.tokens[index].capital:
            return None
        return Subject("other", index, person=True)

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
            if self.word(place) in PERSON_NOUNS and self.word(place + 1) not in PERSON_NOUNS:
                if place + 1 in self.starting:
                    return None
                if self.word(place + 1) == "," and place + 2 in self.starting:
                    return None
                return self._office(index, place + 1)
        return None
