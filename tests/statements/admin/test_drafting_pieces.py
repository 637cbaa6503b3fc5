"""A quotation in pieces is drafted joined, or apart."""

import pytest

from sources.models import Capture
from statements import drafting
from statements.admin import drafting as page_of
from statements.models import Proposal, Statement
from tests.statements import article
from tests.statements.admin.conftest import LogIn, url
from tests.statements.admin.draft_forms import address, form, key, send
from tests.statements.article import KITES, STRING, TAILS, WIND

pytestmark = pytest.mark.django_db


@pytest.fixture
def pieces() -> Capture:
    article.speakers()
    return article.captured(article.IN_PIECES)


def test_ticked_pieces_become_one_draft_as_proposed(log_in: LogIn, pieces: Capture) -> None:
    client = log_in("Contributor")
    assert send(client, pieces, {KITES: {}}).status_code == 302
    draft = Statement.objects.get()
    assert (draft.text, draft.citations.get().verification) == (article.JOINED, "elided")
    page = client.get(address(pieces)).content.decode()
    assert page.count('id="row-') == 2
    assert page.count(url("statements_statement_change", draft.pk)) >= 2


def test_pieces_whose_join_is_unticked_become_a_draft_each(log_in: LogIn, pieces: Capture) -> None:
    client = log_in("Contributor")
    sent = form(client.get(address(pieces)).content.decode())
    rows = [key(pieces, words) for words in (KITES, TAILS)]
    del sent[f"{rows[1]}-joined"]
    client.post(address(pieces), {**sent, **{f"{row}-ticked": "on" for row in rows}, "_save": "1"})
    assert [one.text for one in Statement.objects.order_by("pk")] == [KITES, TAILS]


@pytest.mark.parametrize("pressed", [KITES, TAILS])
def test_dismissing_a_joined_row_dismisses_all_its_pieces(
    log_in: LogIn, pieces: Capture, pressed: str
) -> None:
    send(log_in("Contributor"), pieces, {}, dismiss=key(pieces, pressed))
    states = article.states(pieces)
    assert {words for words, state in states.items() if state == "dismissed"} == {KITES, TAILS}


def test_a_row_that_is_left_apart_is_dismissed_alone(log_in: LogIn, pieces: Capture) -> None:
    client = log_in("Contributor")
    sent = form(client.get(address(pieces)).content.decode())
    del sent[f"{key(pieces, TAILS)}-joined"]
    client.post(address(pieces), {**sent, "dismiss": key(pieces, TAILS)})
    states = article.states(pieces)
    assert [words for words, state in states.items() if state == "dismissed"] == [TAILS]


@pytest.mark.parametrize("joined", [True, False])
def test_an_error_keeps_the_ticks(log_in: LogIn, pieces: Capture, joined: bool) -> None:
    client = log_in("Contributor")
    sent = form(client.get(address(pieces)).content.decode())
    rows = [key(pieces, words) for words in (KITES, TAILS)]
    if not joined:
        del sent[f"{rows[1]}-joined"]
    sent |= {f"{rows[0]}-ticked": "on", f"{rows[0]}-claimant": "Nobody", "_save": "1"}
    page = client.post(address(pieces), sent).content.decode()
    assert "Nothing was saved yet" in page
    again = form(page)
    assert again[f"{rows[0]}-ticked"]
    assert (f"{rows[1]}-joined" in again) is joined
    assert f"{key(pieces, STRING)}-joined" in again


def test_calling_back_a_piece_keeps_the_ticks_of_the_others(log_in: LogIn, pieces: Capture) -> None:
    client = log_in("Contributor")
    send(client, pieces, {}, dismiss=key(pieces, KITES))
    sent = form(client.get(address(pieces)).content.decode())
    del sent[f"{key(pieces, STRING)}-joined"]
    sent[f"{key(pieces, WIND)}-ticked"] = "on"
    for kept in Proposal.objects.filter(state="dismissed"):
        page = client.post(address(pieces), {**sent, "reopen": str(kept.pk)}).content.decode()
    again = form(page)
    assert f"{key(pieces, WIND)}-ticked" in again
    assert f"{key(pieces, STRING)}-joined" not in again
    assert f"{key(pieces, TAILS)}-joined" in again


@pytest.mark.parametrize("ticked", [KITES, TAILS])
def test_a_piece_that_was_decided_meanwhile_is_not_left_out_silently(
    log_in: LogIn, pieces: Capture, ticked: str
) -> None:
    client = log_in("Contributor")
    sent = form(client.get(address(pieces)).content.decode())
    other = KITES if ticked == TAILS else TAILS
    found = article.proposed(pieces)
    drafting.dismiss(article=found, keys=[key(pieces, other)], by=None)
    sent |= {f"{key(pieces, ticked)}-ticked": "on", "_save": "1"}
    assert "decided meanwhile" in client.post(address(pieces), sent).content.decode()
    assert not Statement.objects.exists()
    drafting.dismiss(article=found, keys=[key(pieces, ticked)], by=None)
    del sent[f"{key(pieces, ticked)}-ticked"]
    sent[f"{key(pieces, WIND)}-ticked"] = "on"
    client.post(address(pieces), sent)
    assert Statement.objects.get().text == f"{WIND} {STRING}"


def test_a_page_never_parts_the_pieces_of_a_quotation(
    log_in: LogIn, pieces: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_of, "PER_PAGE", 1)
    page = log_in("Contributor").get(f"{address(pieces)}?page=2").content.decode()
    assert page.count('id="row-') == 2
    assert '<ol class="drafting-rows" start="3">' in page
