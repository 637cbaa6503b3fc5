"""Subjects that stand after the verb, and whose words a remark is: said the minister; X’s reply."""

from sources.reading.names import Mention
from sources.reading.subjects import (
    CLAUSE,
    DETERMINERS,
    INDEFINITE,
    PREPOSITIONS,
    PRONOUNS,
    Clauses,
    Subject,
)
from sources.reading.wordlists import listed

SPEECH_NOUNS = listed(
    """
    words comments comment remark remarks statement claim claims reply response answer message
    warning description assertion call post tweet letter speech promise pledge vow verdict
    argument view opinion demand question conclusion assessment appeal plea slogan motto
    advice reaction complaint position
    """
)
MEDIUM = listed(
    """
    statement post letter tweet message speech interview note email comment video remarks
    release account page
    """
)
RIGHT = 28  # tokens looked at after a verb


class Inversions(Clauses):
    """A sentence read to the right of its verbs."""

    def after(self, start: int) -> tuple[Subject, int]:
        """Find the subject that stands right of `start`: said Chou Bun Eng, the vice-chair."""
        stop = min(self.end, start + RIGHT)
        index = start
        while index < stop:
            token = self.tokens[index]
            if index in self.starting or index in self.named:
                mention = self.starting.get(index) or self.named[index]
                if self.possessive(mention):
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
        return mention is not None and not self.possessive(mention)

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
