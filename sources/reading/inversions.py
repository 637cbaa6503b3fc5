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
from sources.reading.verbs import BE, BETWEEN, PAST, reporting
from sources.reading.wordlists import listed

SPEECH_NOUNS = listed(
    """
    words comments comment remark remarks statement claim claims reply response answer message
    warning description assertion call post tweet letter speech promise pledge vow verdict
    argument view opinion demand question conclusion assessment appeal plea slogan motto
    advice reaction complaint position mantra refrain explanation excuse retort comeback riposte
    observation quip thoughts prediction admission summary diagnosis ruling parting rejoinder
    greeting rallying suggestion rebuke jibe lament boast plea prayer wish order
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

    def told_by(self, verb: int) -> bool:
        """Whether the one who speaks follows a verb at the end of a clause: "…, says X."""
        if self.word(verb - 1) != ",":
            return False
        subject, end = self.after(verb + 1)
        if subject.kind != "name" or subject.mention is None:
            return subject.kind == "office" and self.word(end) in {".", ",", ""}
        after = self.word(end)
        return after in {".", ",", ";", ""} or after in PREPOSITIONS | BETWEEN

    def remark(self, verb: int) -> Subject | None:
        """Find whose words a piece before a verb was: “…,” was her verdict; came X’s reply."""
        for noun in range(verb + 1, min(verb + 7, self.end)):
            if self.word(noun) not in SPEECH_NOUNS:
                continue
            if self.word(noun + 1) in {"from", "of", "by"}:
                return self.after(noun + 2)[0]
            return self._owner(noun)
        return None

    def to_whom(self, index: int) -> Subject | None:
        """Read "For X, the ruling is “…”": a fragment in the sentence is what X thinks."""
        if self.word(index) not in {"for", "to"}:
            return None
        subject, end = self.after(index + 1)
        small = any(self.tokens[at].text[:1].islower() for at in self.pieces)
        known = subject.kind in {"name", "office"} and self.word(end) == ","
        return subject if small and known else None

    def estimates(self, put: int) -> bool:
        """Whether it is put the risk at “…”."""
        near = range(put + 1, put + 12)
        return any(self.word(at) == "at" and self.touches(at + 1) for at in near)

    def touches(self, index: int) -> bool:
        """Whether a piece stands there."""
        return self.first <= index < self.end and self.tokens[index].kind == "piece"

    def described(self, index: int) -> bool:
        """Whether a noun stands behind what describes it: the “natural disaster” label."""
        plain = self.word(index) not in PAST and not self.word(index).endswith("s")
        touched = self.touches(index - 1) and self.tokens[index - 1].text[-1:] not in ",.!?"
        ended = self.word(index + 1) in PREPOSITIONS | BE | {",", ".", "", "and", "that"}
        return plain and touched and ended

    def reported(self, index: int) -> bool:
        """Whether `index` stands in what somebody else reports: "she said (that) X’s words …"."""
        spoken = reporting(self.word(index - 1))
        if spoken and spoken.shape == "finite":
            return True
        return any(
            self.word(place) == "that" and reporting(self.word(place - 1)) is not None
            for place in range(self.first + 1, index)
        )

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
        owns = word in {"his", "her"} and start + 1 < stop and self.tokens[start + 1].kind == "word"
        if word in PRONOUNS and not owns:
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
