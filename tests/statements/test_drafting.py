"""Drafts made of proposals: verified, remembered, all or none, and never public."""

from typing import Any

import pytest

from sources.dates import PartialDate
from sources.publication import Status
from statements import drafting
from statements.drafting import Article, DraftingError, Entry
from statements.models import Citation, Event, Figure, Function, Indicator, Proposal, Statement
from tests import factories
from tests.statements import article
from tests.statements.article import ASKED, CANALS, JOINED, KITES, STRING, TAILS, WASTE, WIND

pytestmark = pytest.mark.django_db

REPORT = "She said 2023"


@pytest.fixture
def found() -> Article:
    article.speakers()
    return article.proposed(article.captured())


def entry(found: Article, words: str, **fields: Any) -> Entry:
    """A decision to draft what has these words, with what was proposed unless said otherwise."""
    one = article.of_words(found, words)
    proposed = {
        "claimant": one.proposal.speaker,
        "said_on": one.dating.said_on,
        "date_basis": one.dating.basis,
    }
    return Entry(found=one, **{**proposed, **fields})


def accept(found: Article, *entries: Entry, by: Any = None) -> list[Statement]:
    return drafting.accept(article=found, entries=entries, by=by)


def reasons(found: Article, *entries: Entry) -> str:
    with pytest.raises(DraftingError) as refused:
        accept(found, *entries)
    return str(refused.value.reasons)


def test_a_quotation_becomes_a_verified_draft(found: Article) -> None:
    (draft,) = accept(found, entry(found, CANALS))
    assert (draft.status, draft.text, draft.kind) == (Status.DRAFT, CANALS, "quotation")
    assert (str(draft.said_on), draft.date_basis) == ("2024-03-04", "inferred")
    assert draft.weekday_as_printed == "Monday"
    citation = draft.citations.get()
    assert (citation.verification, citation.excerpt) == ("exact", "")
    place = slice(citation.start_offset, citation.end_offset)
    assert found.capture.text[place] == CANALS
    assert citation.capture == found.capture


def test_everything_else_is_as_the_editor_decided(found: Article) -> None:
    topic, event = factories.topic(), factories.event()
    function = Function.objects.get(code="commitment")
    body = factories.organisation()
    decided = entry(
        found, CANALS, claimant=body, topics=[topic], functions=[function], event=event,
        summary="A promise.", said_on=PartialDate.parse("2024-03"), date_basis="stated",
    )  # fmt: skip
    (draft,) = accept(found, decided)
    assert (draft.organisation, draft.speaker, draft.event) == (body, None, event)
    assert (list(draft.topics.all()), list(draft.functions.all())) == ([topic], [function])
    assert (draft.summary, str(draft.said_on), draft.date_basis) == (
        "A promise.", "2024-03", "stated",
    )  # fmt: skip
    assert draft.weekday_as_printed == ""


def test_the_name_as_printed_is_kept_but_no_pronoun(found: Article) -> None:
    _minister, other = article.speakers()
    named, pronoun = accept(
        found, entry(found, WASTE, claimant=other), entry(found, ASKED, claimant=other)
    )
    assert (named.attributed_as, pronoun.attributed_as) == ("Oknha Vireak", "")


def test_a_report_is_kept_in_the_editors_words_alone(found: Article) -> None:
    (draft,) = accept(found, entry(found, REPORT, summary="The dykes broke more often."))
    assert (draft.kind, draft.text) == ("reported", "")
    assert draft.citations.get().verification == Citation.Verification.NOT_CHECKED
    assert "120 breaches" not in str(Statement.objects.filter(pk=draft.pk).values().get())


def test_the_articles_own_sentence_is_no_summary(found: Article) -> None:
    sentence = article.of_words(found, REPORT).words
    assert "Say it in your own" in reasons(found, entry(found, REPORT, summary=sentence.upper()))


def test_words_on_several_lines_are_joined_and_still_verified() -> None:
    article.speakers()
    wrapped = article.TEXT.replace("every canal before", "every canal\nbefore")
    (draft,) = accept(again := article.proposed(article.captured(wrapped)), entry(again, "We will"))
    assert draft.text == CANALS
    assert draft.citations.get().verification == "typographic"


def test_the_place_is_that_of_the_proposal_where_the_words_stand_twice() -> None:
    article.speakers()
    text = f"{CANALS} it says in the picture.\n\n{article.TEXT}"
    start = text.index("River")
    again = article.proposed(article.captured(text, body_start=start))
    (draft,) = accept(again, entry(again, CANALS))
    assert (draft.citations.get().start_offset or 0) > start


def test_figures_are_drafted_with_their_statement(found: Article) -> None:
    counted = Indicator.objects.create(code="breaches", label="Breaches", unit="breaches")
    decided = entry(found, REPORT, summary="More breaches.", indicators={0: counted, 1: counted})
    (draft,) = accept(found, decided)
    figure = Figure.objects.get(value=120)
    assert (figure.statement, figure.speaker, figure.status) == (draft, draft.speaker, "draft")
    assert figure.compared_with == Figure.objects.get(value=70)
    assert Figure.objects.count() == 2


def test_who_drafted_is_in_the_history(found: Article) -> None:
    person = factories.staff("Contributor")
    (draft,) = accept(found, entry(found, CANALS), by=person)
    assert {one.history_user for one in draft.history.all()} == {person}
    assert draft.citations.get().history.earliest().history_user == person
    assert Proposal.objects.get(statement=draft).decided_by == person


def test_nothing_is_published(found: Article) -> None:
    accept(found, entry(found, CANALS))
    assert not Statement.objects.published().exists()
    found.capture.source.refresh_from_db()
    assert found.capture.source.status == Status.DRAFT


# --- All or none ---


def test_what_cannot_be_kept_keeps_everything_from_being_kept(found: Article) -> None:
    other = factories.speaker()
    role = other.roles.create(title="Mayor")
    wrong = entry(found, REPORT, summary="It broke.", role=role)
    said = reasons(found, entry(found, CANALS), wrong)
    key = article.of_words(found, REPORT).proposal.key
    assert key in said
    assert "another speaker" in said
    assert not Statement.objects.exists()
    assert not Proposal.objects.exists()
    assert not Figure.objects.exists()


def test_a_number_too_large_is_refused_beside_its_row() -> None:
    article.speakers()
    text = article.TEXT.replace("120 breaches", "900000000000000 billion breaches")
    again = article.proposed(article.captured(text))
    counted = Indicator.objects.create(code="breaches", label="Breaches", unit="breaches")
    said = reasons(again, entry(again, REPORT, summary="Many.", indicators={0: counted}))
    assert "value" in said
    assert not Statement.objects.exists()


def test_what_was_drafted_meanwhile_is_not_drafted_twice(found: Article) -> None:
    same = article.proposed(found.capture)
    accept(found, entry(found, CANALS))
    assert "meanwhile" in reasons(same, entry(same, CANALS), entry(same, REPORT, summary="New."))
    assert Statement.objects.count() == 1


# --- Remembering ---


def test_recording_keeps_every_proposal_open_until_it_is_decided(found: Article) -> None:
    drafting.record(article=found)
    assert set(article.states(found.capture).values()) == {"open"}
    assert len(article.states(found.capture)) == 4
    drafting.record(article=article.proposed(found.capture))
    assert Proposal.objects.count() == 4


def test_accepting_records_the_rest(found: Article) -> None:
    accept(found, entry(found, CANALS))
    states = article.states(found.capture)
    assert states[CANALS] == "accepted"
    assert (states[WASTE], states[ASKED]) == ("open", "open")


def test_accepted_words_are_not_proposed_again(found: Article) -> None:
    accept(found, entry(found, CANALS))
    assert CANALS not in [one.words for one in article.proposed(found.capture).open]


def test_dismissing_leaves_what_is_decided_as_it_is(found: Article) -> None:
    (draft,) = accept(found, entry(found, CANALS))
    again = article.proposed(found.capture)
    keys = [one.proposal.key for one in again.found]
    assert len(drafting.dismiss(article=again, keys=[*keys, "qnone"], by=None)) == 3
    assert article.states(found.capture)[CANALS] == "accepted"
    assert Proposal.objects.get(statement=draft).state == "accepted"


def test_what_was_dismissed_can_be_proposed_again(found: Article) -> None:
    key = article.of_words(found, WASTE).proposal.key
    (dismissed,) = drafting.dismiss(article=found, keys=[key], by=None)
    drafting.reopen(proposal=dismissed, by=None)
    assert WASTE in [one.words for one in article.proposed(found.capture).open]


def test_what_has_a_draft_cannot_be_proposed_again_until_the_draft_is_gone(found: Article) -> None:
    (draft,) = accept(found, entry(found, CANALS))
    accepted = Proposal.objects.get(statement=draft)
    assert drafting.reopen(proposal=accepted, by=None).state == "accepted"
    draft.delete()
    assert drafting.reopen(proposal=accepted, by=None).state == "open"


def test_what_a_new_text_no_longer_says_waits_no_more(found: Article) -> None:
    key = article.of_words(found, ASKED).proposal.key
    drafting.dismiss(article=found, keys=[key], by=None)
    shorter = article.TEXT[: article.TEXT.index("“It is a waste")]
    drafting.record(
        article=article.proposed(article.captured(shorter, source=found.capture.source))
    )
    states = [(one.state, one.kind) for one in Proposal.objects.order_by("pk")]
    assert sorted(states) == [
        ("dismissed", "quotation"),
        ("open", "quotation"),
        ("open", "reported"),
    ]


def test_an_event_is_not_invented(found: Article) -> None:
    accept(found, entry(found, CANALS))
    assert not Event.objects.exists()


# --- Quotations in pieces ---


@pytest.fixture
def pieces() -> Article:
    article.speakers()
    return article.proposed(article.captured(article.IN_PIECES))


def whole(found: Article, first: str, *others: str, **fields: Any) -> Entry:
    continued = [article.of_words(found, words) for words in others]
    return entry(found, first, continued=continued, **fields)


@pytest.mark.parametrize(
    ("first", "other", "words"),
    [(KITES, TAILS, JOINED), (WIND, STRING, f"{WIND} {STRING}")],
    ids=["split", "goes on in the next paragraph"],
)
def test_joined_pieces_become_one_verified_draft(
    pieces: Article, first: str, other: str, words: str
) -> None:
    (draft,) = accept(pieces, whole(pieces, first, other))
    assert (draft.text, draft.status) == (words, Status.DRAFT)
    citation = draft.citations.get()
    assert citation.verification == "elided"
    text = pieces.capture.text
    assert citation.start_offset == text.index(first)
    assert (citation.end_offset or 0) in range(text.index(other) + len(other) - 1, len(text))
    assert text[slice(citation.start_offset, citation.end_offset)].endswith(other[:-1])


def test_every_joined_piece_counts_as_taken(pieces: Article) -> None:
    (draft,) = accept(pieces, whole(pieces, KITES, TAILS))
    assert set(draft.proposals.values_list("state", flat=True)) == {"accepted"}
    assert draft.proposals.count() == 2
    assert [one.words for one in article.proposed(pieces.capture).open] == [WIND, STRING]
    later = article.captured(f"{article.IN_PIECES}More.", source=pieces.capture.source)
    assert [one.words for one in article.proposed(later).open] == [WIND, STRING]


def test_the_place_of_joined_words_is_that_of_their_pieces() -> None:
    article.speakers()
    text = article.IN_PIECES
    capture = article.captured(text + text, body_start=len(text))
    again = article.proposed(capture)
    (draft,) = accept(again, whole(again, KITES, TAILS))
    assert (draft.citations.get().start_offset or 0) > len(text)


def test_pieces_that_do_not_stand_joined_are_refused(pieces: Article) -> None:
    assert "Draft them apart" in reasons(pieces, whole(pieces, STRING, KITES))


def test_nothing_is_joined_to_what_was_decided_meanwhile(pieces: Article) -> None:
    tails = article.of_words(pieces, TAILS).proposal.key
    drafting.dismiss(article=pieces, keys=[tails], by=None)
    assert "meanwhile" in reasons(pieces, whole(pieces, KITES, TAILS))
