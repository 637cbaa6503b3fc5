"""Who said it: settles what the subjects of reports mean, paragraph by paragraph.

Reads the article in order, the way a reader does: names, offices learnt from the article's own
appositions, pronouns. Answers nobody rather than the wrong person.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sources.frames import Frame, Sentence, Subject
from sources.names import Cast, Mention, Somebody
from sources.pieces import kind_of, reporting_before, touching_after
from sources.roles import PERSON_NOUNS, Office, fits, gender_of, office
from sources.tokens import Token, sentences
from sources.verbs import SAYING_VERBS

BACK = 12  # sentences a pronoun may look back
CARRYING = frozenset("add continue reiterate go conclude repeat elaborate".split())


@dataclass(slots=True)
class Said:
    """A piece with its verdict: `kind` None is no statement, `who` None is nobody we know."""

    token: int
    paragraph: int
    kind: str | None
    who: Somebody | None = None
    rule: str = "unattributed"
    settled: bool = False  # something in the text said who, or that it is unknown


@dataclass(slots=True)
class Reported:
    """A sentence of reported speech without a quotation of its own."""

    first: int
    end: int
    paragraph: int
    who: Somebody
    rule: str


@dataclass(slots=True)
class Held:
    """An office and who holds it; `who` None is somebody unnamed."""

    office: Office
    who: Somebody | None
    at: int


@dataclass(slots=True)
class Turn:
    """What a sentence was about: who was its subject, and who else was named in it."""

    first: int
    paragraph: int
    subject: Somebody | None
    others: list[Somebody]
    spoke: bool


@dataclass(slots=True)
class Story:
    """All that was read so far."""

    cast: Cast
    tokens: Sequence[Token]
    held: list[Held] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)


def attribute(tokens: list[Token], found: list[Mention], cast: Cast) -> Story:
    """Judge every piece of the text and say who spoke; also gives the reported sentences."""
    story = Story(cast, tokens)
    story.held = sorted(_offices(tokens, found), key=lambda held: held.at)
    by_first = iter(found)
    mention = next(by_first, None)
    paragraph, last_end = 0, 0
    for first, end in sentences(tokens):
        paragraph += sum(token.kind == "break" for token in tokens[last_end:first])
        last_end = end
        here = []
        while mention and mention.first < end:
            here.append(mention)
            mention = next(by_first, None)
        _read(Sentence(tokens, first, end, here), paragraph, story)
    _neighbours(story)
    return story


def _offices(tokens: list[Token], found: list[Mention]) -> list[Held]:
    """Learn who holds which office from "ministry spokesman X" and "X, the spokesman of …,"."""
    held = []
    for mention in found:
        for known in (_office_before(tokens, mention), _office_after(tokens, mention)):
            if known:
                held.append(Held(known, mention.who, mention.first))
                if mention.who and not mention.who.gender:
                    mention.who.gender = gender_of([known.printed])
    return held + list(_unnamed(tokens, found))


def _unnamed(tokens: list[Token], found: list[Mention]) -> list[Held]:
    """Learn that "a spokesman" is somebody unnamed, so that "the spokesman" after it is too."""
    named = {mention.first for mention in found} | {mention.name for mention in found}
    held = []
    for index, token in enumerate(tokens):
        if token.lower in {"a", "an", "one", "another"}:
            for place in range(index + 1, min(index + 7, len(tokens))):
                if tokens[place].kind != "word" or place in named or tokens[place].lower in {"of", "for"}:
                    break
                if tokens[place].lower in PERSON_NOUNS and place + 1 not in named:
                    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
                    apposed = tokens[index - 1].text == "," if index else False
                    if not apposed and not (after == "," and place + 2 in named):
                        known = office([t.lower for t in tokens[index + 1 : place + 1]])
                        if known:
                            held.append(Held(known, None, index))
                    break
    return held


def _office_before(tokens: list[Token], mention: Mention) -> Office | None:
    words: list[str] = []
    index = mention.name - 1
    if index >= 0 and tokens[index].text == ",":
        return _office_comma(tokens, index)
    while index >= 0 and len(words) < 8 and tokens[index].kind == "word":
        word = tokens[index].lower
        if word in {"the", "a", "an", "and", "that", "by", "to", "with", "from", "said", "when", "but"}:
            break
        words.insert(0, word.rstrip("."))
        index -= 1
    return office(words) if words and mention.name > 0 else None


def _office_comma(tokens: list[Token], comma: int) -> Office | None:
    """Read "The ministry’s spokesman, X," from the comma back."""
    index = comma - 1
    words: list[str] = []
    while index >= 0 and len(words) < 10 and tokens[index].kind == "word":
        words.insert(0, tokens[index].lower)
        if words[0] in {"the", "its", "a", "an", "his", "her"}:
            return _first_office(words[1:])
        index -= 1
    return None


def _office_after(tokens: list[Token], mention: Mention) -> Office | None:
    index = mention.end
    if index + 1 >= len(tokens):
        return None
    if tokens[index].text == "(":
        return None
    if tokens[index].lower in {"is", "who"}:
        index += tokens[index + 1].lower == "is"
        return _first_office(_words(tokens, index + 1, 4))
    if tokens[index].text != ",":
        return None
    if tokens[index + 1].kind == "number" and tokens[index + 2 : index + 3] and tokens[index + 2].text == ",":
        index += 2
    if tokens[index + 1].lower == "who" and tokens[index + 2].lower in {"is", "was"}:
        index += 2
    return _first_office(_words(tokens, index + 1, 14))


def _words(tokens: list[Token], first: int, size: int) -> list[str]:
    words = []
    for token in tokens[first : first + size]:
        if token.kind != "word" or token.lower in {"said", "who", "told"}:
            break
        words.append(token.lower)
    return words


def _first_office(words: list[str]) -> Office | None:
    """Read the first noun for a person, narrowed by what stands before it and after "of"."""
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word == "secretary" and following == "of":
            return office(words[: place + 3], words[place + 3 :])
        if word in PERSON_NOUNS and following not in PERSON_NOUNS:
            owner = "'s" in words[:place]
            return None if following == "'s" else office([w for w in words[: place + 1] if w != "'s"] if owner else words[: place + 1], words[place + 1 :])
        if place > 7:
            break
    return None


def _read(sentence: Sentence, paragraph: int, story: Story) -> None:
    kinds: dict[int, str | None] = {}
    for index in sentence.pieces:
        kinds[index] = kind_of(sentence, index, kinds)
    for index in sentence.pieces:
        said = Said(index, paragraph, kinds[index])
        if said.kind:
            _decide(sentence, said, story)
            if not said.settled:
                _beside(said, story)
        story.said.append(said)
    _report(sentence, paragraph, story, quoted=any(kinds.values()))
    _turn(sentence, paragraph, story)


def _decide(sentence: Sentence, said: Said, story: Story) -> None:
    """Find the report that governs a piece and settle who its subject is."""
    frame, rule = _governing(sentence, said)
    subject = frame.subject if frame else None
    if frame and subject and subject.kind == "main":
        subject = _main_before(sentence, frame)
    if subject is None and sentence.word(said.token - 1) == ":" :
        subject, rule = _colon(sentence, said.token), "colon"
    if frame is None and (owner := sentence.owner_before(said.token)):
        subject, rule = owner, "owner"
    if subject is None and (frame or rule == "colon"):
        subject, rule = Subject("other", sentence.first), rule
    if subject is None:
        return
    said.who = None if sentence.anonymous else resolve(subject, sentence, story, frame)
    said.rule, said.settled = f"{rule}, {subject.kind}", True


def _governing(sentence: Sentence, said: Said) -> tuple[Frame | None, str]:
    after = touching_after(sentence, said.token)
    before = reporting_before(sentence, said.token)
    text = sentence.tokens[said.token].text.rstrip()
    comma = text.endswith((",", "?", "!")) or sentence.word(said.token + 1) == ","
    if after and (before is None or (comma and before.last != said.token and not _joined(sentence, said))):
        return after, "after"
    if before:
        return before, "before"
    later = [frame for frame in sentence.frames if frame.verb > said.token]
    return (later[0], "same sentence") if later else (None, "")


def _joined(sentence: Sentence, said: Said) -> bool:
    return sentence.word(said.token - 1) in {":"}


def _colon(sentence: Sentence, index: int) -> Subject | None:
    """Read who stands before a colon: "X: “…”", "X was blunt: “…”"."""
    owner = sentence.owner_before(index)
    return owner or sentence.main


def _main_before(sentence: Sentence, gerund: Frame) -> Subject | None:
    """Find whose "adding that …" it is: the last report before it, else the sentence's subject."""
    left = [f for f in sentence.frames if f.verb < gerund.verb and f.subject.kind != "main"]
    return left[-1].subject if left else sentence.main


def resolve(
    subject: Subject, sentence: Sentence, story: Story, frame: Frame | None = None
) -> Somebody | None:
    """Say who a subject means, or None."""
    if subject.kind == "name" and subject.mention:
        return subject.mention.who
    if subject.kind == "office" and subject.office:
        return _holder(subject.office, subject.at, story)
    if subject.kind == "pronoun" and subject.gender:
        carrying = bool(frame and frame.lemma in CARRYING) or sentence.word(subject.at + 1) == "also"
        return _meant(subject, sentence, story, carrying)
    return None


def _holder(asked: Office, at: int, story: Story) -> Somebody | None:
    """Find the last one before `at` who was given the office, if it is clear who."""
    alias = story.cast.full.get((asked.printed,)) or story.cast.full.get(("the", asked.printed))
    before = [held for held in story.held if held.at < at and fits(asked, held.office)]
    if before:
        return before[-1].who if _clear(before) else None
    return alias[0] if alias and len(alias) == 1 else None


def _clear(before: list[Held]) -> bool:
    """Whether the last holder is the only one, or unnamed; two named ones leave it open."""
    last = before[-1].who
    return last is None or all(held.who in (last, None) for held in before)


def _meant(
    subject: Subject, sentence: Sentence, story: Story, carrying: bool
) -> Somebody | None:
    """Find whom "she" means: the nearest subject that it can mean, else the only one named."""
    gender = subject.gender
    earlier = [m for m in sentence.mentions if m.end <= subject.at and m.who is not None]
    main = sentence.main
    if main and main.at < subject.at and main.kind in {"name", "office"}:
        who = resolve(main, sentence, story)
        if who and who.gender in {gender, None}:
            return who
    elif (only := _only([m.who for m in earlier if m.who], gender)) and not sentence.possessive(earlier[0]):
        return only
    if carrying and (speaker := _last_speaker(story, gender)):
        return speaker
    for turn in reversed(story.turns[-BACK:]):
        if turn.subject and turn.subject.gender in {gender, None}:
            return turn.subject
        if not turn.subject and (only := _only(turn.others, gender)):
            return only
    return None


def _last_speaker(story: Story, gender: str | None) -> Somebody | None:
    last = next((turn for turn in reversed(story.turns[-BACK:]) if turn.spoke), None)
    return last.subject if last and last.subject and last.subject.gender == gender else None


def _only(people: Sequence[Somebody], gender: str | None) -> Somebody | None:
    able = []
    for one in people:
        if one.gender in {gender, None} and one not in able:
            able.append(one)
    return able[0] if len(able) == 1 and able[0].gender == gender else None


def _report(sentence: Sentence, paragraph: int, story: Story, *, quoted: bool) -> None:
    """Keep a sentence of reported speech whose speaker is known."""
    if quoted or sentence.anonymous:
        return
    for frame in sentence.frames:
        if frame.lemma not in SAYING_VERBS | {"according"} or frame.subject.kind == "main":
            continue
        who = resolve(frame.subject, sentence, story, frame)
        if who and who.name:
            rule = f"report, {frame.subject.kind}"
            story.reported.append(Reported(sentence.first, sentence.end, paragraph, who, rule))
        return


def _turn(sentence: Sentence, paragraph: int, story: Story) -> None:
    subject = sentence.main
    who = resolve(subject, sentence, story) if subject else None
    if who is None and subject and (subject.person or (subject.kind == "office")):
        who = Somebody((), None, subject.gender)
    if who is None and subject and subject.kind == "name":
        who = Somebody(("?",))
    others = [mention.who for mention in sentence.mentions if mention.who]
    story.turns.append(Turn(sentence.first, paragraph, who, others, spoke=bool(sentence.frames)))


def _neighbours(story: Story) -> None:
    """Settle pieces without a report of their own by the pieces and sentences after or before."""
    said = [one for one in story.said if one.kind]
    for place in range(len(said) - 1, -1, -1):
        if not said[place].settled:
            _from_after(story, said, place)
    for place, one in enumerate(said):
        if not one.settled and place:
            _from_paragraph_before(story, one, said[place - 1])


def _from_after(story: Story, said: list[Said], place: int) -> None:
    """“A.” “B,” she said. A quotation that goes on in the next paragraph has one speaker too."""
    one = said[place]
    following = said[place + 1] if place + 1 < len(said) else None
    if following and following.settled and following.kind == "direct":
        piece = story.tokens[following.token].piece
        reopened = bool(piece and piece.reopened)
        if following.paragraph == one.paragraph or (
            reopened and following.paragraph == one.paragraph + 1
        ):
            one.who, one.rule, one.settled = following.who, "goes on", True
            return
    turn = next((turn for turn in story.turns if turn.first > one.token), None)
    if one.kind == "direct" and turn and turn.paragraph == one.paragraph and turn.subject:
        one.who, one.rule, one.settled = turn.subject, "sentence after", True


def _beside(said: Said, story: Story) -> None:
    """Take the speaker of the sentence before in the same paragraph, quoted or reported.

    A piece that reopens the mark of the paragraph before has the speaker of that.
    """
    piece = story.tokens[said.token].piece
    last = next((one for one in reversed(story.said) if one.kind), None)
    if piece and piece.reopened and last and last.settled:
        said.who, said.rule, said.settled = last.who, "goes on", True
        return
    turn = story.turns[-1] if story.turns else None
    if said.kind == "mixed" or turn is None or turn.paragraph != said.paragraph:
        return
    if last and last.settled and last.token >= turn.first and last.kind == "direct":
        said.who, said.rule, said.settled = last.who, "goes on", True
    elif turn.subject:
        said.who, said.rule, said.settled = turn.subject, "sentence before", True
    elif last and last.settled and last.paragraph == said.paragraph:
        said.who, said.rule, said.settled = last.who, "goes on", True


def _from_paragraph_before(story: Story, one: Said, last: Said) -> None:
    """A paragraph that is only a quotation goes on with the one speaker of that before it."""
    turns = [turn for turn in story.turns if turn.paragraph == one.paragraph - 1]
    before = [turn for turn in turns if turn.subject or turn.spoke]
    own = [turn for turn in story.turns if turn.paragraph == one.paragraph]
    if one.kind != "direct" or not before or (own and own[0].first < one.token - 1):
        return
    spoken = last.paragraph == one.paragraph - 1
    speakers = [turn.subject for turn in before if turn.spoke]
    if spoken and last.settled and last.who is not None:
        speakers.append(last.who)
    if speakers and all(who is not None and who is speakers[0] for who in speakers):
        if before[-1].subject is speakers[0]:
            one.who, one.rule, one.settled = speakers[0], "paragraph before", True
