"""What is proposed of a capture: once, in place, and compared with what the register knows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import drafting, proposing
from statements.models import Alias, Proposal, Statement
from tests import factories
from tests.statements import article
from tests.statements.article import ASKED, CANALS, KITES, PHRASE, STRING, TAILS, WASTE, WIND

pytestmark = pytest.mark.django_db


def test_quotations_and_reports_of_the_article_are_proposed_in_order() -> None:
    minister, _other = article.speakers()
    found = article.proposed(article.captured()).found
    assert [(one.proposal.kind, one.proposal.speaker) for one in found] == [
        ("quotation", minister), ("reported", minister), ("quotation", None), ("quotation", None),
    ]  # fmt: skip
    assert [one.words for one in found if proposing.quoted(one)] == [CANALS, WASTE, ASKED]


def test_what_stands_outside_the_article_is_not_proposed() -> None:
    article.speakers()
    found = article.proposed(article.captured()).found
    assert not [one for one in found if "catfish" in one.words]


def test_an_editor_may_narrow_the_body() -> None:
    article.speakers()
    stop = article.TEXT.index("She said 2023")
    found = article.proposed(article.captured(body_end=stop)).found
    assert [one.words for one in found] == [CANALS]


def test_every_proposal_stands_where_it_says() -> None:
    article.speakers()
    capture = article.captured()
    for one in article.proposed(capture).found:
        place = slice(one.proposal.start_offset, one.proposal.end_offset)
        assert capture.text[place] == one.words


def test_proposing_writes_nothing() -> None:
    article.speakers()
    article.proposed(article.captured())
    assert not Proposal.objects.exists()
    assert not Statement.objects.exists()


def test_the_same_words_twice_in_an_article_are_proposed_once() -> None:
    article.speakers()
    text = article.TEXT.replace("MOST", f"“{CANALS}” she said again.\n\nMOST")
    found = article.proposed(article.captured(text)).found
    assert [one.words for one in found].count(CANALS) == 1


def test_a_piece_without_a_word_is_not_proposed() -> None:
    article.speakers()
    text = "Sok Phalla spoke. “…,” Sok Phalla said. “We will act,” she said."
    assert "…," not in [one.words for one in article.proposed(article.captured(text)).found]


def test_a_phrase_that_the_reader_does_not_know_is_looked_up_among_the_aliases() -> None:
    _minister, other = article.speakers()
    Alias.objects.create(speaker=other, text=PHRASE, kind="honorific", auto_match=True)
    found = article.proposed(article.captured())
    assert article.of_words(found, WASTE).proposal.speaker == other


def test_the_date_of_the_occasion_is_proposed() -> None:
    article.speakers()
    when = article.of_words(article.proposed(article.captured()), CANALS).dating
    assert (str(when.said_on), when.basis, when.weekday) == ("2024-03-04", "inferred", "Monday")


def test_numbers_that_do_not_add_up_are_told() -> None:
    article.speakers()
    (doubt,) = article.proposed(article.captured()).doubts
    assert (doubt.rule, doubt.printed, round(doubt.computed, 1)) == ("ratio", 2, 1.7)


def test_only_the_beginning_of_an_endless_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    article.speakers()
    monkeypatch.setattr(proposing, "MOST_READ", article.TEXT.index("She said 2023"))
    assert [one.words for one in article.proposed(article.captured()).found] == [CANALS]


# --- What the register knows already ---


def same(text: str, stored: Statement) -> bool:
    found = article.proposed(article.captured(text))
    return any(one.same == stored for one in found.found)


def test_words_that_are_a_statement_already_lead_to_it() -> None:
    article.speakers()
    assert same(article.TEXT, factories.draft("we will finish every canal before the rains"))


def test_one_word_more_makes_other_words() -> None:
    article.speakers()
    longer = CANALS.replace("will", "will not")
    assert not same(article.TEXT, factories.draft(longer))


def test_words_in_another_script_are_known_again_in_their_source() -> None:
    article.speakers()
    khmer = "យើងនឹងធ្វើវា"
    capture = article.captured(f"Sok Phalla spoke. “{khmer},” Sok Phalla said.")
    stored = factories.draft(khmer, cite=capture.source)
    assert article.of_words(article.proposed(capture), khmer).same == stored


def test_a_report_is_never_the_same_as_a_quotation() -> None:
    article.speakers()
    capture = article.captured()
    found = article.proposed(capture)
    factories.draft(article.of_words(found, "She said 2023").words)
    assert article.of_words(article.proposed(capture), "She said 2023").same is None


def test_many_quotations_are_compared_in_few_queries() -> None:
    article.speakers()
    words = [f"We will dig canal number {n} in the province" for n in range(150)]
    text = "\n\n".join(f"“{one},” Sok Phalla said." for one in words)
    capture = article.captured(text)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = article.proposed(capture)
    assert len(found.found) == 150
    assert len(queries) <= 8


# --- What was decided before ---


def test_what_was_dismissed_stays_so_in_a_later_capture() -> None:
    article.speakers()
    capture = article.captured()
    found = article.proposed(capture)
    key = article.of_words(found, WASTE).proposal.key
    drafting.dismiss(article=found, keys=[key], by=None)
    changed = article.TEXT.replace("River Gazette", "River Gazette, updated")
    later = article.captured(changed.replace("money,”", "money”,"), source=capture.source)
    assert WASTE.rstrip(",") not in [one.words for one in article.proposed(later).open]
    assert len(article.proposed(later).found) == len(found.found)


def test_another_source_with_the_same_words_proposes_them() -> None:
    article.speakers()
    found = article.proposed(article.captured())
    drafting.dismiss(article=found, keys=[one.proposal.key for one in found.found], by=None)
    assert len(article.proposed(article.captured()).open) == len(found.found)


def test_an_open_proposal_follows_the_newest_reading() -> None:
    capture = article.captured()
    drafting.record(article=article.proposed(capture))
    minister, _other = article.speakers()
    proposal = article.of_words(article.proposed(capture), CANALS).proposal
    assert (proposal.pk is not None, proposal.speaker) == (True, minister)


def test_what_an_editor_resolved_is_not_undone_by_reading_again() -> None:
    _minister, other = article.speakers()
    capture = article.captured()
    drafting.record(article=article.proposed(capture))
    Proposal.objects.unresolved().update(speaker=other, rule=proposing.BY_ALIAS)
    assert article.of_words(article.proposed(capture), WASTE).proposal.speaker == other


# --- Which capture ---


def test_the_newest_full_text_is_read_else_the_newest_excerpts() -> None:
    source = factories.source()
    assert proposing.capture_to_read(source) is None
    excerpts = factories.capture(source, "An excerpt.", extent="excerpts")
    assert proposing.capture_to_read(source) == excerpts
    full = factories.capture(source, "All of it.")
    factories.capture(source, "Another excerpt.", extent="excerpts")
    assert proposing.capture_to_read(source) == full


# --- Quotations in pieces ---


def in_pieces(text: str = article.IN_PIECES, **fields: object) -> proposing.Article:
    article.speakers()
    return article.proposed(article.captured(text, **fields))


def test_each_piece_is_proposed_and_says_with_which_it_goes_on() -> None:
    found = in_pieces()
    assert [one.words for one in found.found] == [KITES, TAILS, WIND, STRING]
    assert article.links(found) == {TAILS: KITES, STRING: WIND}
    assert [len(chain) for chain in proposing.chains(found.open)] == [2, 2]


def test_only_pieces_whose_joined_words_are_verified_may_be_joined() -> None:
    found = in_pieces()
    keys = {article.of_words(found, words).proposal.key for words in (TAILS, STRING)}
    assert proposing.may_join(found.found, found.capture) == keys
    short = in_pieces("“Kites,” Sok Phalla said, “must fly.”")
    assert article.links(short)
    assert not proposing.may_join(short.found, short.capture)


def test_a_piece_whose_words_stood_above_already_is_joined_to_nothing() -> None:
    found = in_pieces(f"“{KITES}” Sok Phalla said.\n\n{article.IN_PIECES}")
    assert article.links(found) == {STRING: WIND}


def test_a_piece_outside_the_body_is_joined_to_nothing() -> None:
    text = article.IN_PIECES
    found = in_pieces(text, body_start=text.index("Sok Phalla said"), body_end=None)
    assert article.links(found) == {STRING: WIND}


def test_a_piece_whose_beginning_is_decided_stands_alone() -> None:
    found = in_pieces()
    drafting.dismiss(article=found, keys=[found.found[0].proposal.key], by=None)
    again = article.proposed(found.capture)
    assert [len(chain) for chain in proposing.chains(again.open)] == [1, 2]
    assert not {again.open[0].proposal.key} & proposing.may_join(again.open, again.capture)


def test_joined_words_that_are_a_statement_already_lead_to_it() -> None:
    known = factories.draft(f"{KITES} {TAILS}")
    found = in_pieces()
    assert [one.same for one in found.found] == [known, known, None, None]
