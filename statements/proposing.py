"""What an article proposes to be drafted: its reading, compared with what the register knows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.db.models.functions import Length

from sources.articles import Indirect, Quote, Reading, read
from sources.models import Capture, Source
from sources.reading.arithmetic import Doubt, check_figures
from sources.reading.joins import joined, stands
from statements import figuring
from statements.attributions import Roster, names_somebody, printed, printed_in
from statements.dating import Dating, dating
from statements.models import Proposal, Statement
from statements.models.proposal import digest_of, folded

MOST_READ = 200_000  # characters of a capture; what stands behind them is not read
AT_ONCE = 100  # texts looked for by one query
BY_ALIAS = "alias"  # the rule of what an editor resolved: no later reading undoes it
WORD = re.compile(r"[A-Za-z]+")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that may be drafted. `words` are the article's own, and kept nowhere else.

    `figures` are indexes into those of the reading; `same` is a statement with these very words;
    `continues` is the key of the proposal with which this piece goes on as one quotation.
    """

    proposal: Proposal
    words: str
    dating: Dating
    figures: tuple[int, ...] = ()
    same: Statement | None = None
    continues: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A capture with all that was found in it, decided or not, in the order of the text."""

    capture: Capture
    reading: Reading
    found: tuple[Found, ...]
    doubts: tuple[Doubt, ...]

    @property
    def open(self) -> list[Found]:
        return [one for one in self.found if one.proposal.is_open]


def capture_to_read(source: Source) -> Capture | None:
    """The newest full text of a source, else its newest excerpts."""
    return source.captures.filter(extent=Capture.Extent.FULL).first() or source.captures.first()


def propose(capture: Capture, roster: Roster) -> Article:
    """Read a capture, and compare what is found with what was decided before. Writes nothing."""
    text = capture.text[:MOST_READ]
    reading = read(text, roster.people)
    stored = {(one.kind, one.digest): one for one in capture.source.proposals.all()}
    passages = _passages(capture, reading)
    found: dict[Key, Found] = {}
    keys: dict[int | None, str] = {}  # of the quotations, by where they start
    for passage in passages:
        proposal = _proposal(capture, passage, roster)
        key = (proposal.kind, proposal.digest)
        if proposal.digest and key not in found:
            proposal = _followed(stored[key], proposal) if key in stored else proposal
            when = dating(passage.start, reading.dates, capture.source.published_on)
            figures = figuring.belonging(passage, passages, reading)
            earlier = None
            if isinstance(passage, Quote):
                earlier, keys[passage.start] = keys.get(passage.continues), proposal.key
            found[key] = Found(proposal, passage.text, when, figures, continues=earlier)
    compared = _compared(list(found.values()), capture)
    return Article(capture, reading, compared, tuple(check_figures(text, reading.figures)))


def _passages(capture: Capture, reading: Reading) -> list[Quote | Indirect]:
    """What was found inside the body of the capture, in the order of the text."""
    start, end = capture.body_start, capture.body_stop
    both: list[Quote | Indirect] = [*reading.quotes, *reading.indirect]
    inside = [one for one in both if start <= one.start and one.end <= end]
    return sorted(inside, key=lambda one: (one.start, -one.end))


def _proposal(capture: Capture, passage: Quote | Indirect, roster: Roster) -> Proposal:
    direct = isinstance(passage, Quote)
    whole = (capture.text, passage.start, passage.end)
    phrase = printed(*whole) if direct else printed_in(passage.text)
    return Proposal(
        source=capture.source,
        capture=capture,
        kind=Proposal.Kind.QUOTATION if direct else Proposal.Kind.REPORTED,
        digest=digest_of(passage.text),
        start_offset=passage.start,
        end_offset=passage.end,
        speaker=roster.speaker(passage.speaker, phrase),
        rule=passage.rule[:60],
        attribution=phrase,
        attribution_digest=digest_of(phrase) if names_somebody(phrase) else "",
    )


def _followed(stored: Proposal, new: Proposal) -> Proposal:
    """The stored proposal as the newest reading has it; what was decided stays as it was."""
    if stored.is_open:
        resolved = stored.rule == BY_ALIAS and stored.speaker_id is not None
        for name in ("capture", "start_offset", "end_offset", "attribution", "attribution_digest"):
            setattr(stored, name, getattr(new, name))
        if not resolved:
            stored.speaker, stored.rule = new.speaker, new.rule
    return stored


def quoted(found: Found) -> bool:
    return found.proposal.kind == Proposal.Kind.QUOTATION


def chains(found: Sequence[Found]) -> list[list[Found]]:
    """Each of these with those that go on with it, piece after piece."""
    ends: dict[str | None, list[Found]] = {}
    starting: list[list[Found]] = []
    for one in found:
        chain = ends.get(one.continues) if one.continues else None
        if chain is None:
            starting.append(chain := [])
        chain.append(one)
        ends[one.proposal.key] = chain
    return starting


def may_join(found: Sequence[Found], capture: Capture) -> set[str]:
    """The keys of those whose words, joined to the pieces before, are verified in the text."""
    keys = set()
    for chain in chains(found):
        for number in range(2, len(chain) + 1):
            if not stands(capture.text, spans(chain[:number])):
                break
            keys.add(chain[number - 1].proposal.key)
    return keys


def spans(pieces: Sequence[Found]) -> list[tuple[int, int]]:
    return [(one.proposal.start_offset, one.proposal.end_offset) for one in pieces]


def _compared(found: list[Found], capture: Capture) -> tuple[Found, ...]:
    """With the statements that have the words of a piece, or those of all its quotation."""
    words = {one.proposal.key: one.words for one in found if quoted(one)}
    whole = dict(words)
    for chain in chains([one for one in found if one.proposal.is_open]):
        if len(chain) > 1:
            text = joined(capture.text, spans(chain))
            whole |= {one.proposal.key: text for one in chain}
    known = _known_words(list(dict.fromkeys([*words.values(), *whole.values()])), capture.source)
    return tuple(_with_same(one, known, whole) for one in found)


def _known_words(texts: Sequence[str], source: Source) -> dict[str, Statement]:
    """The statements that have one of these texts as their words, by the folded words."""
    known = {folded(one.text): one for one in _near(Q(citations__source=source))}
    for first in range(0, len(texts), AT_ONCE):
        wanted = Q()
        for text in texts[first : first + AT_ONCE]:
            wanted |= _like(text)
        known |= {folded(one.text): one for one in _near(wanted)} if wanted else {}
    return known


def _like(text: str) -> Q:
    """Picks the statements that may have these words: one long word and the length are alike.

    Where there is no word in Latin letters, only the statements of the same source are compared.
    """
    word = max(WORD.findall(text), key=len, default="")
    alike = Q(text__icontains=word, length__range=(len(text) * 0.8, len(text) * 1.25))
    return alike if word else Q()


def _near(wanted: Q) -> Iterator[Statement]:
    near = Statement.objects.alias(length=Length("text")).exclude(text="").filter(wanted)
    named = near.select_related("speaker", "organisation").distinct().order_by("-pk")
    return named.iterator()


def _with_same(found: Found, known: Mapping[str, Statement], whole: Mapping[str, str]) -> Found:
    if not quoted(found):
        return found
    same = known.get(folded(found.words)) or known.get(folded(whole[found.proposal.key]))
    return replace(found, same=same)
