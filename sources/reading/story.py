"""What was read of an article so far, and whom "she" or "the minister" means at that point."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sources.reading.cast import Cast, Somebody
from sources.reading.epithets import ANYONE, EPITHETS
from sources.reading.frames import Frame, Sentence
from sources.reading.kin import Aged, by_age
from sources.reading.offices import Held
from sources.reading.relatives import (
    Relative,
    introduced,
    named_owner,
    namesake,
    owner_and_kin,
    related,
    unnamed_kin,
)
from sources.reading.roles import Office, gender_of
from sources.reading.roll import Roll
from sources.reading.strangers import (
    ANYBODY,
    DESCRIBING,
    FORMER,
    RELATED,
    TELLING,
    UNNAMED,
)
from sources.reading.subjects import PRONOUNS, Subject
from sources.reading.tokens import Token
from sources.reading.wordlists import listed

NEAR = 400  # tokens looked back for what narrows an office
MOST = 40  # people introduced as somebody's kin
BACK = 12  # sentences a pronoun may look back
LATER = ("the",)  # somebody whom only an office names so far
CARRYING = listed("add continue reiterate go conclude repeat elaborate")


@dataclass(slots=True)
class Said:
    """A piece with its verdict: `kind` None is no statement, `who` None is nobody we know."""

    token: int
    paragraph: int
    kind: str | None
    who: Somebody | None = None
    rule: str = "unattributed"
    settled: bool = False  # something in the text said who, or that it is unknown
    impersonal: bool = False  # said of no person: of a government, a company


@dataclass(slots=True)
class Reported:
    """A sentence of reported speech without a quotation of its own."""

    first: int
    end: int
    paragraph: int
    who: Somebody
    rule: str


@dataclass(slots=True)
class Turn:
    """What a sentence was about: who was its subject, and who else was named in it."""

    first: int
    paragraph: int
    subject: Somebody | None
    others: list[Somebody]
    spoke: bool
    start: int = 0
    claimant: str | None = None  # whose words the sentence is, or goes on with
    reports: bool = False  # whether its subject is who speaks in it


@dataclass(slots=True)
class Story:
    """All that was read so far."""

    cast: Cast
    tokens: Sequence[Token]
    roll: Roll = field(default_factory=Roll)
    ages: list[Aged] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)
    relatives: list[Relative] = field(default_factory=list)
    unnamed: list[tuple[Somebody, str]] = field(default_factory=list)


def resolve(
    subject: Subject, sentence: Sentence, story: Story, frame: Frame | None = None
) -> Somebody | None:
    """Say who a subject means, or None."""
    if subject.kind == "name" and subject.mention:
        return subject.mention.who
    if subject.kind == "office" and subject.office:
        holder = _holder(subject.office, subject.at, story)
        adds = frame is not None and frame.lemma in CARRYING
        return holder or (_spoke_last(subject.office, story) if adds else None)
    if subject.kind == "pronoun" and subject.gender:
        carrying = (
            bool(frame and frame.lemma in CARRYING) or sentence.word(subject.at + 1) == "also"
        )
        return _meant(subject, sentence, story, carrying)
    if subject.kind == "other" and subject.person:
        return story.roll.at(subject.at) or _relative(subject, sentence, story)
    return None


def _holder(asked: Office, at: int, story: Story) -> Somebody | None:
    """Find the last one before `at` who was given the office, if it is clear who."""
    alias = story.cast.full.get((asked.printed,)) or story.cast.full.get(("the", asked.printed))
    before = story.roll.before(asked, at)
    if before:
        return before[-1].who if _clear(before) else None
    after = story.roll.after(asked, at)
    if after and _clear(after):
        return after[0].who
    if alias:
        return alias[0] if len(alias) == 1 else None
    if before or after:
        return None
    if wider := story.roll.wider(asked, at, _near(at, story)):
        return wider
    return _epithet(asked, story) or _narrowed(asked, at, story)


def _relative(subject: Subject, sentence: Sentence, story: Story) -> Somebody | None:
    """Find whom "his father" means, once the article said who is whose."""
    asked = owner_and_kin(sentence, subject.at) if story.relatives or story.unnamed else None
    owner = _looking_back(story, asked[0]) if asked else None
    if asked is None or owner is None:
        return None
    if known := related(owner, asked[1], story.relatives):
        return known
    others = [one for word in set(owner.words) for one in story.cast.others.get(word, [])]
    return namesake(owner, asked[1], story.unnamed, [*story.cast.present, *others])


def learn_relatives(sentence: Sentence, story: Story) -> None:
    """Keep who is introduced as whose: "His son, X, …" under a paragraph about Y."""
    for at, noun, who in introduced(sentence):
        owner = named_owner(sentence, at)
        if at == sentence.first:
            owner = _looking_back(story, PRONOUNS[sentence.word(at)])
        if owner and owner is not who and owner.name and len(story.relatives) < MOST:
            story.relatives.append((owner, noun, who))
    for at, noun in unnamed_kin(sentence) if len(story.unnamed) < MOST else ():
        owner = named_owner(sentence, at)
        if at < min((one.end for one in sentence.mentions), default=sentence.end):
            owner = _looking_back(story, PRONOUNS.get(sentence.word(at)))
        if owner and owner.name:
            story.unnamed.append((owner, noun))


def _spoke_last(asked: Office, story: Story) -> Somebody | None:
    """Take "the official added" for the one who spoke in the sentence before."""
    last = story.turns[-1] if story.turns else None
    plain = asked.noun in ANYBODY and asked.noun not in story.roll.strangers
    return last.subject if last and last.spoke and plain and not asked.narrowed else None


def _narrowed(asked: Office, at: int, story: Story) -> Somebody | None:
    """Take "the Hawks spokesperson" for the only one, if the Hawks were named before."""
    return story.roll.only(asked, at, _near(at, story)) if asked.narrowed else None


def _near(at: int, story: Story) -> set[str]:
    return {token.lower for token in story.tokens[max(0, at - NEAR) : at]}


def _epithet(asked: Office, story: Story) -> Somebody | None:
    """Take a new office ("the customs chief said") for the one whom the last sentence was about.

    Only somebody whose own office the article has not given yet, and who stands there alone; a
    noun that is no office ("the champion", "the groom") may mean one whose office is known.
    """
    gender = ANYONE.get(asked.printed) or gender_of([asked.printed])
    if asked.owned or asked.noun in UNNAMED or _stranger(asked, gender, story):
        return None
    plain = asked.printed in {*ANYONE, "year-old"} or asked.noun in ANYONE
    if plain and (told := by_age(story.ages, asked.adjectives, gender)):
        return told
    last = _last_about(gender, story)
    who = _in_focus(last, gender) if last else None
    if who is None or not who.name or (asked.printed in ANYONE and who.gender != gender):
        return None
    if asked.printed == "year-old" and any(one is who for one, _age in story.ages):
        return None  # of another age
    described = plain or asked.printed in EPITHETS
    described |= last is story.turns[-1] and (_describes(asked) or _goes_on(asked, last))
    return None if not described and story.roll.holds(who) else who


def _stranger(asked: Office, gender: str | None, story: Story) -> bool:
    """Whether the article has brought in somebody unnamed who may be meant: "a man"."""
    anyone = asked.printed in ANYONE and gender in story.roll.genders
    return anyone or asked.noun in story.roll.strangers


def _last_about(gender: str | None, story: Story) -> Turn | None:
    """Give the last sentence but two that was about somebody, past those of the other gender."""
    for turn in reversed(story.turns[-3:]):
        people = [turn.subject, *turn.others] if turn.subject else turn.others
        if any(gender is None or one.gender in {gender, None} for one in people):
            return turn
    return None


def _goes_on(asked: Office, last: Turn) -> bool:
    """Whether a trade may be that of whoever spoke just before: "the activist said"."""
    return last.spoke and asked.noun not in FORMER | RELATED | TELLING and not asked.narrowed


def _describes(asked: Office) -> bool:
    """Whether it tells of a life: "the retired roofer", but not "the former minister"."""
    telling = DESCRIBING - {"former"} if asked.noun in FORMER else DESCRIBING
    return not asked.adjectives.isdisjoint(telling)


def _in_focus(last: Turn, gender: str | None) -> Somebody | None:
    """Give whom a sentence is about if nobody else in it can be meant."""
    able = [one for one in last.others if gender is None or one.gender in {gender, None}]
    subject = last.subject
    if subject and (gender is None or subject.gender in {gender, None}):
        return subject if all(one is subject for one in able) else None
    sure = gender is not None and subject is not None
    return able[0] if sure and able and all(one is able[0] for one in able) else None


def _clear(before: list[Held]) -> bool:
    """Whether the last holder is the only one, or unnamed; two named ones leave it open."""
    last = before[-1].who
    return last is None or all(held.who in (last, None) for held in before)


def _meant(subject: Subject, sentence: Sentence, story: Story, carrying: bool) -> Somebody | None:
    """Find whom "she" means: the nearest subject that it can mean, else the only one named."""
    gender = subject.gender
    earlier = [m for m in sentence.mentions if m.end <= subject.at and m.who is not None]
    main = sentence.main
    if main and main.at < subject.at and main.kind in {"name", "office"}:
        who = resolve(main, sentence, story)
        if who and who.gender in {gender, None}:
            return who
    elif main and main.at < subject.at and main.person and main.gender in {gender, None}:
        return resolve(main, sentence, story) or Somebody((), None, main.gender)
    elif (only := _only([m.who for m in earlier if m.who], gender)) and not sentence.possessive(
        earlier[0]
    ):
        return only
    if carrying and (speaker := _last_speaker(story, gender)):
        return speaker
    return _looking_back(story, gender)


def _looking_back(story: Story, gender: str | None) -> Somebody | None:
    """Find whom the sentences before this one were about."""
    for turn in reversed(story.turns[-BACK:]):
        if turn.subject and turn.subject.gender in {gender, None}:
            # "The head of the trust" in the lead is whoever the article names below.
            return _below(story, gender) if turn.subject.words == LATER else turn.subject
        if only := _only(turn.others, gender):
            return only
    return _alone(story, gender) if not story.turns else None


def _below(story: Story, gender: str | None) -> Somebody | None:
    """Give who "the speaker" turns out to be, unless the article gave them another office."""
    who = _alone(story, gender)
    near = story.turns[-BACK:]
    before = any(turn.subject is who or any(one is who for one in turn.others) for turn in near)
    return None if who and before and story.roll.holds(who) else who


def _alone(story: Story, gender: str | None) -> Somebody | None:
    """Give the one person of the article that can be meant at all, known only further down."""
    others = [one for people in story.cast.others.values() for one in people]
    if any(one.gender in {gender, None} for one in others):
        return None
    able = [one for one in story.cast.present if one.gender in {gender, None}]
    return able[0] if len(able) == 1 and able[0].gender == gender else None


def _last_speaker(story: Story, gender: str | None) -> Somebody | None:
    last = next((one.who for one in reversed(story.said[-BACK:]) if one.kind), None)
    return last if last and last.gender == gender else None


def _only(people: Sequence[Somebody], gender: str | None) -> Somebody | None:
    able = []
    for one in people:
        if one.gender in {gender, None} and one not in able:
            able.append(one)
    return able[0] if len(able) == 1 and able[0].gender == gender else None
