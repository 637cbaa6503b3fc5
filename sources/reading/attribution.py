"""Who said it: settles what the subjects of reports mean, paragraph by paragraph.

Reads the article in order, the way a reader does: names, offices learnt from the article's own
appositions, pronouns. Answers nobody rather than the wrong person.
"""

from bisect import bisect_left, bisect_right

from sources.reading.adjacent import reporting_before, touching_after
from sources.reading.cast import Cast, Somebody
from sources.reading.cataphora import impersonal, settle_earlier
from sources.reading.disputing import disputed
from sources.reading.frames import Frame, Sentence
from sources.reading.kin import ages, told_apart
from sources.reading.names import Mention
from sources.reading.offices import offices
from sources.reading.pieces import DASHES, kind_of
from sources.reading.roll import make_roll
from sources.reading.story import LATER, Reported, Said, Story, Turn, learn_relatives, resolve
from sources.reading.strangers import ASKING, RELATIVES
from sources.reading.subjects import Subject
from sources.reading.titles import titles
from sources.reading.tokens import Token, sentences
from sources.reading.verbs import SAYING_VERBS
from sources.reading.wordlists import listed

# Verbs after which a statement is somebody else’s: read out a statement from X: “…”.
PASSING = frozenset({"read", "quote", "cite", "share", "publish", "recite", "repeat"})
# Words between somebody and a verb that say it was not said, and that begin another's report.
UNSAID = listed("not never neither hardly didn’t didn't wouldn’t wouldn't")
COORDINATING = listed("and but while whereas though although ;")


def attribute(tokens: list[Token], found: list[Mention], cast: Cast, *, skip: int = 0) -> Story:
    """Judge every piece of the text and say who spoke; also gives the reported sentences.

    From the first `skip` tokens (captions) only names and offices are learnt.
    """
    story = Story(cast, tokens)
    found = told_apart(tokens, found)
    story.roll = make_roll(offices(tokens, found, skip), titles(tokens, found))
    story.ages = ages(tokens, found)
    by_first = iter(found)
    mention = next(by_first, None)
    paragraph, last_end = 0, skip
    for first, end in sentences(tokens):
        if end <= skip:
            continue
        paragraph += sum(token.kind == "break" for token in tokens[last_end:first])
        last_end = end
        here = []
        while mention and mention.first < end:
            here += [mention] if mention.first >= first else []
            mention = next(by_first, None)
        _read(Sentence(tokens, first, end, here, story.roll.learnt), paragraph, story)
    _neighbours(story)
    return story


def _read(sentence: Sentence, paragraph: int, story: Story) -> None:
    settle_earlier(sentence, paragraph, story)
    learn_relatives(sentence, story)
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
    dashes = {sentence.word(said.token - 1), sentence.word(said.token + 1)} & DASHES
    if frame is None and dashes and len(sentence.pieces) > 1:
        subject, rule = sentence.main, "dash"
    if subject is None and sentence.word(said.token - 1) == ":":
        subject, rule = _colon(sentence, said.token), "colon"
    if frame is None or frame.lemma in PASSING:
        owner = sentence.owner_before(said.token)
        subject, rule = (owner, "owner") if owner else (subject, rule)
    if subject is None and (frame or rule == "colon"):
        subject = Subject("other", sentence.first)
    if subject is None:
        return
    said.who = None if sentence.anonymous else resolve(subject, sentence, story, frame)
    said.rule, said.settled = f"{rule}, {subject.kind}", True
    said.impersonal = said.who is None and impersonal(subject, frame, sentence, story)


def _governing(sentence: Sentence, said: Said) -> tuple[Frame | None, str]:
    after = touching_after(sentence, said.token)
    before = reporting_before(sentence, said.token)
    text = sentence.tokens[said.token].text.rstrip()
    comma = text.endswith((",", "?", "!")) or sentence.word(said.token + 1) == ","
    if after and (
        before is None or (comma and before.last != said.token and not _joined(sentence, said))
    ):
        return after, "after"
    if before:
        return before, "before"
    later = [
        frame
        for frame in sentence.frames
        if frame.verb > said.token and not disputed(sentence, said.token, frame)
    ]
    return (later[0], "same sentence") if later else (None, "")


def _joined(sentence: Sentence, said: Said) -> bool:
    return sentence.word(said.token - 1) == ":"


def _colon(sentence: Sentence, index: int) -> Subject | None:
    """Read who stands before a colon: "X: “…”", "X was blunt: “…”"."""
    owner = sentence.owner_before(index)
    return owner or sentence.main


def _main_before(sentence: Sentence, gerund: Frame) -> Subject | None:
    """Find whose "adding that …" it is: the last report before it, else the sentence's subject."""
    left = [f for f in sentence.frames if f.verb < gerund.verb and f.subject.kind != "main"]
    return left[-1].subject if left else sentence.main


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
    if who is None and subject and subject.kind == "office":
        asked = subject.office
        related = asked is not None and (asked.owned or asked.noun in RELATIVES)
        asking = asked is not None and asked.noun in ASKING
        who = None if asking else Somebody(() if related else LATER, None, subject.gender)
    if who is None and subject and subject.person:
        who = Somebody((), None, subject.gender)
    if who is None and subject and subject.kind == "name":
        who = Somebody(("?",))
    others = [mention.who for mention in sentence.mentions if mention.who]
    turn = Turn(sentence.first, paragraph, who, others, spoke=bool(sentence.frames))
    turn.start = sentence.tokens[sentence.first].start
    turn.claimant = _claimant(turn, story)
    turn.reports = _reports(subject, sentence)
    story.turns.append(turn)


def _reports(subject: Subject | None, sentence: Sentence) -> bool:
    """Whether a sentence is what its subject said, and nobody else in "X said …, but Y denied"."""
    frames = sentence.frames
    own = [frame for frame in frames if frame.subject == subject]
    own = own or [frame for frame in frames[:1] if frame.subject.kind == "main"]
    if not own or any(sentence.word(at) in UNSAID for at in range(own[0].first, own[0].verb)):
        return False
    later = [frame for frame in frames if frame.verb > own[0].verb]
    others = (one for one in later if one.subject.kind != "main" and one.subject != subject)
    return all(sentence.word(one.first - 1) not in COORDINATING for one in others)


def _claimant(turn: Turn, story: Story) -> str | None:
    """Give whose words a sentence is: its speaker's, or those of the sentence it goes on with."""
    if turn.spoke:
        return turn.subject.name if turn.subject else None
    last = story.turns[-1] if story.turns else None
    return last.claimant if last and last.paragraph == turn.paragraph else None


def _neighbours(story: Story) -> None:
    """Settle pieces without a report of their own by the pieces and sentences after or before."""
    said = [one for one in story.said if one.kind]
    for place in range(len(said) - 1, -1, -1):
        if not said[place].settled:
            _from_after(story, said, place)
    for place, one in enumerate(said):
        if not one.settled:
            _from_paragraph_before(story, one, said[place - 1] if place else None)


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
    place = bisect_right(story.turns, one.token, key=lambda turn: turn.first)
    turn = story.turns[place] if place < len(story.turns) else None
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
    if turn and turn.paragraph == said.paragraph - 1 and _after_colon(said, story):
        said.who, said.rule, said.settled = turn.subject, "colon before", True
    if said.settled or said.kind == "mixed" or turn is None or turn.paragraph != said.paragraph:
        return
    if last and last.settled and last.token >= turn.first and last.kind == "direct":
        said.who, said.rule, said.settled = last.who, "goes on", True
    elif turn.subject:
        said.who, said.rule, said.settled = turn.subject, "sentence before", True
    elif last and last.settled and last.paragraph == said.paragraph:
        said.who, said.rule, said.settled = last.who, "goes on", True


def _turns_of(story: Story, paragraph: int) -> list[Turn]:
    first = bisect_left(story.turns, paragraph, key=lambda turn: turn.paragraph)
    return story.turns[first : bisect_right(story.turns, paragraph, key=lambda t: t.paragraph)]


def _after_colon(said: Said, story: Story) -> bool:
    """Whether the paragraph before ends in a colon, as in "X tweeted:"."""
    before = story.tokens[max(0, said.token - 2) : said.token]
    return [token.text for token in before] == [":", ""]


def _from_paragraph_before(story: Story, one: Said, last: Said | None) -> None:
    """A paragraph that is only a quotation goes on with whoever ended the one before it."""
    piece = story.tokens[one.token].piece
    turns = _turns_of(story, one.paragraph - 1)
    if last and last.paragraph == one.paragraph - 1:
        chained = last.rule == "paragraph before" and len(turns) == 1
        if (piece and piece.reopened and last.settled) or chained:
            one.who, one.rule, one.settled = last.who, last.rule, True
            return
    own = _turns_of(story, one.paragraph)
    if one.kind != "direct" or (own and own[0].first < one.token - 1):
        return
    before = [turn for turn in turns if turn.subject or turn.spoke]
    who = before[-1].subject if before else None
    if who is None or _quoted_another(story, one.paragraph - 1, who):
        return
    if before[-1].reports or (not before[-1].spoke and _alone_spoke(who, before, last)):
        one.who, one.rule, one.settled = who, "paragraph before", True


def _quoted_another(story: Story, paragraph: int, who: Somebody) -> bool:
    """Whether a paragraph quotes somebody else of the roster as well."""
    first = bisect_left(story.said, paragraph, key=lambda said: said.paragraph)
    end = bisect_right(story.said, paragraph, key=lambda said: said.paragraph)
    quoted = (said.who for said in story.said[first:end] if said.kind)
    return any(other is not None and other.name and other is not who for other in quoted)


def _alone_spoke(who: Somebody, before: list[Turn], last: Said | None) -> bool:
    """Whether somebody, whom a paragraph ends with, is the only one who spoke in it."""
    speakers = [turn.subject for turn in before if turn.spoke]
    if last and last.settled and last.who and last.paragraph == before[-1].paragraph:
        speakers.append(last.who)
    return bool(speakers) and all(one is who for one in speakers)
