"""Words quoted first and given their speaker afterwards: "The comments came from X"."""

from sources.reading.frames import Frame, Sentence
from sources.reading.inversions import SPEECH_NOUNS
from sources.reading.story import BACK, Story, resolve
from sources.reading.subjects import Subject
from sources.reading.things import DOCUMENTS
from sources.reading.verbs import BE, BETWEEN
from sources.reading.wordlists import listed

SPOKEN = SPEECH_NOUNS | listed(
    """
    phrase phrases expression term allegation allegations accusation accusations criticism
    criticisms warnings threat threats rebuke quip jibe jibes outburst rant tirade broadside
    announcement declaration admission confession apology denial observation observations
    statements pledges promises prediction language line quote quotation sentiment sentiments
    thoughts utterance slur insult compliment praise defence defense rejection invitation
    """
)
POINTING = listed("the these those this that such both his her")
UTTERED = listed(
    """
    made used uttered issued delivered spoken given voiced levelled leveled posted written sent
    tweeted coined offered expressed shared published chosen thrown hurled echoed repeated
    """
)
UTTERS = listed("made makes uttered used delivered issued voiced posted gave offered wrote spoke")
REACH = 12  # tokens that may stand between the parts of such a sentence


def settle_earlier(sentence: Sentence, paragraph: int, story: Story) -> None:
    """Give the words quoted just before, by no person yet, to whom the sentence says said them."""
    subject = spoken_by(sentence)
    who = resolve(subject, sentence, story) if subject else None
    if who is None or who.name is None:
        return
    for one in reversed(story.said[-BACK:]):
        if one.paragraph < paragraph - 1:
            return
        if one.kind and one.token < sentence.first and (one.impersonal or not one.settled):
            one.who, one.rule, one.settled = who, "named after", True


def impersonal(subject: Subject, frame: Frame | None, sentence: Sentence, story: Story) -> bool:
    """Whether words are given to no person so far: to a government, a company, "the minister"."""
    asked = subject.office
    if subject.kind == "office" and asked:
        at = subject.at
        return not (story.roll.before(asked, at) or story.roll.after(asked, at))
    end = max(frame.verb, frame.last) if frame else subject.at + 1
    words = (sentence.word(at) for at in range(subject.at, end))
    return subject.kind == "other" and not subject.person and DOCUMENTS.isdisjoint(words)


def spoken_by(sentence: Sentence) -> Subject | None:
    """Find who a sentence says uttered what was quoted before it."""
    first = sentence.first
    if sentence.word(first) == "so" and sentence.word(first + 1) in {"said", "says"}:
        return sentence.after(first + 2)[0]
    if sentence.word(first) in {"that", "this", "those", "these", "such"}:
        owner = _was_the_view(sentence)
        if owner:
            return owner
    if sentence.word(first) in POINTING:
        return _came_from(sentence)
    return _made_them(sentence)


def _was_the_view(sentence: Sentence) -> Subject | None:
    """Read "That was the verdict of X"."""
    for index in range(sentence.first + 2, sentence.first + REACH):
        if sentence.word(index) in SPOKEN and sentence.word(index + 1) in {"of", "from"}:
            words = {sentence.word(at) for at in range(sentence.first + 1, index)}
            return None if words.isdisjoint(BE) else sentence.after(index + 2)[0]
    return None


def _came_from(sentence: Sentence) -> Subject | None:
    """Read "The comments came from X", "The phrase was used by X", "Those words were X’s"."""
    near = range(sentence.first + 1, sentence.first + 4)
    noun = next((at for at in near if sentence.word(at) in SPOKEN), None)
    if noun is None:
        return _made_them(sentence)
    for index in range(noun + 1, noun + REACH):
        word, after = sentence.word(index), sentence.word(index + 1)
        if word in {"came", "come", "comes"}:
            return sentence.after(index + 2)[0] if after == "from" else None
        if word in {"belonged", "belong"} and after == "to":
            return sentence.after(index + 2)[0]
        if word in BE and sentence.word(noun + 1) != "'s":
            return _was_uttered(sentence, index)
    return None


def _was_uttered(sentence: Sentence, be: int) -> Subject | None:
    index = be + 1
    while sentence.word(index) in BETWEEN or sentence.word(index).endswith("ly"):
        index += 1
    if sentence.word(index) == "those" and sentence.word(index + 1) == "of":
        return sentence.after(index + 2)[0]
    if sentence.word(index) not in UTTERED:
        mention = sentence.starting.get(index)
        owned = mention and sentence.possessive(mention) and mention.end + 2 >= sentence.end - 1
        return Subject("name", index, mention) if owned else None
    by = (at for at in range(index + 1, index + REACH) if sentence.word(at) == "by")
    place = next(by, None)
    return sentence.after(place + 1)[0] if place else None


def _made_them(sentence: Sentence) -> Subject | None:
    """Read "X made the remarks", but not "X made the claim that …"."""
    for verb in range(sentence.first + 1, sentence.end - 2):
        if sentence.word(verb) in UTTERS and sentence.word(verb + 1) in POINTING:
            near = range(verb + 2, verb + 4)
            noun = next((at for at in near if sentence.word(at) in SPOKEN), None)
            if noun and sentence.word(noun + 1) not in {"that", "of", ":"}:
                return sentence.before(verb)
    return None
