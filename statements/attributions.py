"""To whom an article attributes words: the register as a roster, and the phrase that is printed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from sources.articles import Person
from sources.dates import PartialDate, Precision
from sources.reading.verbs import BETWEEN, reporting
from sources.reading.wordlists import listed
from statements.models import Alias, Role, Speaker
from statements.models.proposal import MAX_ATTRIBUTION, folded

GENDERS = {"f", "m"}
PRONOUNS = {"i", "he", "she", "they", "it", "we", "who", "that", "this", "and", "but"}
MOST_WORDS = 12  # of a phrase that names somebody

CLOSING = "”\"’'»“„ \t\n,"
PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
# A sentence goes on behind the full stop of a title.
CLAUSE = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Prof|H\.E)\.|[^.!?;:“”\"«»])*")
SENTENCE = re.compile(r"(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Gen)[.!?][”\"’»)]*\s+|[”\"»]\s*")
WORD = re.compile(r"[^\s,()]+|,")
# What follows a name in "said X on Monday".
LEADS_ON = listed(
    """
    on in at after during before when while as to last this earlier yesterday today
    monday tuesday wednesday thursday friday saturday sunday
    """
)
GOES_ON = (",", "?", "!", "…", "-", "–", "—")  # ends of a quotation that "she said" may follow
DASHES = {"–", "—", "-", "--"}
OPENERS = {"but", "and", "while", "that", "as", "however", "meanwhile", "then"}


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of the register, whom each of their names means, and each phrase by itself."""

    people: tuple[Person, ...]
    speakers: Mapping[str, Speaker]
    phrases: Mapping[str, Speaker]

    def speaker(self, name: str | None, phrase: str) -> Speaker | None:
        """Whom a name of the roster means, else whom a printed phrase means."""
        return self.speakers.get(name) if name else self.phrases.get(folded(phrase))


def roster(day: PartialDate | None = None) -> Roster:
    """The speakers of the register with the aliases that match by themselves on that day.

    A name that two speakers bear means nobody. Without a day every alias counts.
    """
    sure = Prefetch("aliases", Alias.objects.filter(auto_match=True))
    speakers = list(Speaker.objects.filter(merged_into=None).prefetch_related(sure))
    named = [(speaker.name, speaker) for speaker in speakers]
    phrased = [
        (alias.folded, speaker)
        for speaker in speakers
        for alias in speaker.aliases.all()
        if valid_on(alias, day)
    ]
    people = tuple(_person(speaker, day) for speaker in speakers)
    return Roster(people, _unambiguous(named), _unambiguous(phrased))


def _person(speaker: Speaker, day: PartialDate | None) -> Person:
    names = tuple(alias.text for alias in speaker.aliases.all() if valid_on(alias, day))
    return Person(speaker.name, names, speaker.gender if speaker.gender in GENDERS else None)


def _unambiguous(pairs: Iterable[tuple[str, Speaker]]) -> dict[str, Speaker]:
    meant: dict[str, set[Speaker]] = defaultdict(set)
    for text, speaker in pairs:
        meant[text].add(speaker)
    return {text: next(iter(those)) for text, those in meant.items() if len(those) == 1}


def valid_on(alias: Alias, day: PartialDate | None) -> bool:
    """Whether the alias may mean its speaker on some day within `day`."""
    if day is None:
        return True
    begun = alias.valid_from is None or alias.valid_from <= day.latest
    return begun and (alias.valid_to is None or alias.valid_to >= day.earliest)


def office(roles: Sequence[Role], day: PartialDate | None, body: str) -> Role | None:
    """The office known to be held that day; of several, the one that the article names."""
    if day is None or day.precision != Precision.DAY:
        return None
    known = [role for role in roles if role.known_on(day.earliest)]
    if len(known) > 1:
        text = body.casefold()
        known = [role for role in known if role.title.split(",")[0].casefold() in text]
    return known[0] if len(known) == 1 else None


# --- The printed phrase ---


def names_somebody(phrase: str) -> bool:
    """Whether a phrase could be an alias: "the premier", but not "she"."""
    return bool(folded(phrase)) and phrase.casefold() not in PRONOUNS


def printed(text: str, start: int, end: int) -> str:
    """The phrase to which the article attributes the quotation at these raw offsets.

    "Bun Eng" in `“…,” Bun Eng said`, "the premier" in `The premier continued, “…”`; "" where no
    verb of saying stands beside it.
    """
    quoted, rest = text[start:end].rstrip(), _paragraph_after(text, end)
    if quoted.endswith((",", "?", "!", "…", "-", "–", "—")) or rest.lstrip("”\"’'»").startswith(
        ","
    ):
        clause = CLAUSE.match(rest.lstrip(CLOSING))
        if clause and (phrase := _subject_after(WORD.findall(clause.group()))):
            return phrase
    return _subject_before(_sentence_before(text, start))


def printed_in(sentence: str) -> str:
    """The phrase that is the subject of a reported sentence: "She" in "She said 2021 saw …"."""
    words = WORD.findall(sentence)
    verb = next((n for n, word in enumerate(words) if n and _says(word)), None)
    return "" if verb is None else _last_part(words[:verb])


def _paragraph_after(text: str, end: int) -> str:
    return PARAGRAPH.split(text[end : end + 400], 1)[0]


def _sentence_before(text: str, start: int) -> str:
    paragraph = PARAGRAPH.split(text[max(0, start - 400) : start])[-1]
    return SENTENCE.split(paragraph.rstrip("“\"„«‘' \t\n"))[-1].strip()


def _says(word: str) -> bool:
    form = reporting(word.lower().strip("“”\"'’.?!:;"))
    return form is not None and form.shape == "finite"


def _subject_after(words: list[str]) -> str:
    """Read "X said …", "X, the Y, said …" and "said X, the Y, …"."""
    verb = next((n for n, word in enumerate(words) if _says(word)), None)
    if words[:2] and words[0].lower() == "according" and words[1:2] == ["to"]:
        return _first_part(words[2:])
    if verb is None:
        return ""
    return _first_part(words[verb + 1 :]) if verb == 0 else _first_part(words[:verb])


def _subject_before(sentence: str) -> str:
    words = WORD.findall(sentence.rstrip(": "))
    verb = next((n for n in range(len(words) - 1, 0, -1) if _says(words[n])), None)
    if verb is not None:
        return _last_part(words[:verb])
    lowered = [word.lower() for word in words]
    if lowered[:2] == ["according", "to"]:
        return _first_part(words[2:])
    return _phrase(words) if sentence.endswith(":") and "," not in words else ""


def _first_part(words: list[str]) -> str:
    part: list[str] = []
    for word in words:
        if word == "," or (part and word.lower() in LEADS_ON):
            break
        part.append(word)
    return _phrase(part)


def _last_part(words: list[str]) -> str:
    """The part after the last comma, or before the apposition that a comma closes."""
    apposed = words[-1:] == [","]
    parts = [part.split() for part in " ".join(words).split(",") if part.strip()]
    if not parts:
        return ""
    return _phrase(parts[-2] if apposed and len(parts) > 1 else parts[-1])


def _phrase(words: list[str]) -> str:
    dash = max((n for n, word in enumerate(words) if word in DASHES), default=-1)
    words = words[dash + 1 :]  # what stands before one is a dateline
    while words and words[-1].lower() in BETWEEN:
        words = words[:-1]
    while len(words) > 1 and words[0].lower() in OPENERS:
        words = words[1:]
    phrase = " ".join(words).strip("“”\"'‘’–—- ")
    return phrase if len(words) <= MOST_WORDS and len(phrase) <= MAX_ATTRIBUTION else ""
