"""Drafting from an article, as an editor does it."""

import pytest
from django.test import Client

from sources.models import Capture
from statements import drafting
from statements.admin import drafting as page_of
from statements.models import Proposal, Statement
from tests import factories
from tests.statements import article
from tests.statements.admin.conftest import LogIn, url
from tests.statements.admin.draft_forms import DRAFT, REPORT, address, form, key, send
from tests.statements.article import ASKED, CANALS, WASTE

pytestmark = pytest.mark.django_db


@pytest.fixture
def capture() -> Capture:
    article.speakers()
    return article.captured()


# --- Looking ---


def test_the_page_shows_the_text_with_everything_found_marked(
    log_in: LogIn, capture: Capture
) -> None:
    page = log_in("Contributor").get(address(capture)).content.decode()
    assert f'<mark class="quotation">{CANALS}</mark>' in page
    assert '<mark class="figure reported">120 breaches of dykes</mark>' in page
    assert "2 times is printed, not 1.71" in page
    assert f'id="passage-{key(capture, CANALS)}"' in page
    assert '<span class="outside">MOST VIEWED' in page


def test_the_text_of_an_article_is_never_markup(log_in: LogIn) -> None:
    factories.speaker("Sok Phalla")
    text = "“<script>alert(1)</script> we act,” Sok Phalla said & <b>left</b>."
    page = log_in("Editor").get(address(article.captured(text))).content.decode()
    assert "<script>alert" not in page
    assert "<b>left" not in page
    assert "&lt;script&gt;" in page


def test_looking_records_nothing(log_in: LogIn, capture: Capture) -> None:
    log_in("Contributor").get(address(capture))
    assert not Proposal.objects.exists()


def test_the_source_and_its_captures_lead_to_it(log_in: LogIn, capture: Capture) -> None:
    client = log_in("Contributor")
    for name, pk in (("source", capture.source_id), ("capture", capture.pk)):
        page = client.get(url(f"sources_{name}_change", pk)).content.decode()
        assert address(capture) in page, name


def test_a_source_without_a_text_leads_to_adding_one(log_in: LogIn) -> None:
    source = factories.source()
    answer = log_in("Contributor").get(url(DRAFT, source.pk))
    assert answer.headers["Location"] == url("sources_source_change", source.pk)


@pytest.mark.parametrize("wrong", ["0", "abc", "9" * 30, "-1", "1'--"])
def test_a_source_that_is_none_is_not_found(log_in: LogIn, wrong: str) -> None:
    client = log_in("Contributor")
    assert client.get(f"/admin/statements/proposal/source/{wrong}/").status_code == 404


@pytest.mark.parametrize(
    "query", ["page=0", "page=x", "page=" + "9" * 30, "capture=%00", "capture=9"]
)
def test_no_query_breaks_the_page(log_in: LogIn, capture: Capture, query: str) -> None:
    answer = log_in("Contributor").get(f"{address(capture)}?{query}")
    assert answer.status_code in {200, 400}


def test_who_may_not_add_statements_may_not_draft(log_in: LogIn, capture: Capture) -> None:
    nobody = log_in()
    assert nobody.get(address(capture)).status_code == 403
    assert nobody.post(address(capture), {"_save": "1"}).status_code == 403
    assert Client().get(address(capture)).status_code == 302


def test_the_page_keeps_to_the_strict_policy(log_in: LogIn, capture: Capture) -> None:
    answer = log_in("Contributor").get(address(capture))
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    page = answer.content.decode()
    assert " style=" not in page
    assert "onclick" not in page


def test_long_articles_are_decided_page_by_page(
    log_in: LogIn, capture: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_of, "PER_PAGE", 3)
    client = log_in("Contributor")
    first, second = (client.get(f"{address(capture)}?page={n}").content.decode() for n in (1, 2))
    assert (first.count('id="row-'), second.count('id="row-')) == (3, 1)
    assert "Page 1 of 2" in first


# --- Saving ---


def test_a_contributor_drafts_what_is_ticked(log_in: LogIn, capture: Capture) -> None:
    client = log_in("Contributor")
    answer = send(client, capture, {CANALS: {}, REPORT: {"summary": "More dykes broke."}})
    assert answer.status_code == 302
    quotation, report = Statement.objects.order_by("pk")
    assert (quotation.text, quotation.status) == (CANALS, "draft")
    assert quotation.citations.get().verification == "exact"
    assert (report.text, report.summary) == ("", "More dykes broke.")
    page = client.get(answer.headers["Location"]).content.decode()
    assert url("statements_statement_change", quotation.pk) in page


def test_nothing_ticked_drafts_nothing_but_keeps_what_waits(
    log_in: LogIn, capture: Capture
) -> None:
    assert send(log_in("Contributor"), capture, {}).status_code == 302
    assert not Statement.objects.exists()
    assert set(article.states(capture).values()) == {"open"}


def test_one_wrong_row_keeps_every_row_from_being_saved(log_in: LogIn, capture: Capture) -> None:
    answer = send(log_in("Contributor"), capture, {CANALS: {}, WASTE: {"claimant": "Nobody"}})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Nothing in the register has this name" in page
    assert f'href="#row-{key(capture, WASTE)}"' in page
    assert f'href="#row-{key(capture, CANALS)}"' not in page
    assert not Statement.objects.exists()
    assert not Proposal.objects.exists()


def test_what_the_register_refuses_is_said_beside_the_row(log_in: LogIn, capture: Capture) -> None:
    sentence = article.of_words(article.proposed(capture), REPORT).words
    answer = send(log_in("Contributor"), capture, {CANALS: {}, REPORT: {"summary": sentence}})
    assert "Say it in your own" in answer.content.decode()
    assert not Statement.objects.exists()


def test_what_was_entered_is_still_there_after_an_error(log_in: LogIn, capture: Capture) -> None:
    entered = {"claimant": "Nobody", "summary": "A word of mine."}
    sent = form(send(log_in("Contributor"), capture, {WASTE: entered}).content.decode())
    row = key(capture, WASTE)
    assert (sent[f"{row}-claimant"], sent[f"{row}-summary"]) == ("Nobody", "A word of mine.")
    assert sent[f"{row}-ticked"]


def test_sending_twice_drafts_once(log_in: LogIn, capture: Capture) -> None:
    client = log_in("Contributor")
    sent = form(client.get(address(capture)).content.decode())
    sent |= {f"{key(capture, CANALS)}-ticked": "on", "_save": "1"}
    client.post(address(capture), sent)
    answer = client.post(address(capture), sent)
    assert "decided meanwhile" in answer.content.decode()
    assert Statement.objects.count() == 1


def test_the_form_belongs_to_the_text_it_was_made_from(log_in: LogIn, capture: Capture) -> None:
    client = log_in("Contributor")
    sent = form(client.get(address(capture)).content.decode())
    article.captured("Another text. Nobody said anything.", source=capture.source)
    sent |= {f"{key(capture, CANALS)}-ticked": "on", "_save": "1"}
    client.post(address(capture), sent)
    assert Statement.objects.get().citations.get().capture == capture


def test_an_older_text_says_that_there_is_a_newer_one(log_in: LogIn, capture: Capture) -> None:
    client = log_in("Contributor")
    asked = f"{address(capture)}?capture={capture.pk}"
    assert "newer text" not in client.get(asked).content.decode()
    article.captured("Another text.", source=capture.source)
    assert "newer text" in client.get(asked).content.decode()


@pytest.mark.parametrize("button", ["_save", "dismiss", "reopen"])
@pytest.mark.parametrize("value", ["", "x" * 5000, "\0", "9" * 30, "<b>"])
def test_no_forged_form_breaks_the_page(
    log_in: LogIn, capture: Capture, button: str, value: str
) -> None:
    sent = {"capture": value, button: value, f"{value[:9]}-ticked": "on", "q-said_on": value}
    answer = log_in("Contributor").post(address(capture), sent)
    assert answer.status_code in {200, 302, 400}
    assert not Statement.objects.exists()


def test_a_statement_with_the_same_words_is_pointed_out(log_in: LogIn, capture: Capture) -> None:
    known = factories.draft(CANALS)
    page = log_in("Contributor").get(address(capture)).content.decode()
    assert "are a statement of the register already" in page
    assert url("statements_statement_change", known.pk) in page


# --- Dismissing ---


def test_dismissing_a_row_keeps_what_was_entered_in_the_others(
    log_in: LogIn, capture: Capture
) -> None:
    entered = {CANALS: {"summary": "A promise."}}
    answer = send(log_in("Contributor"), capture, entered, dismiss=key(capture, WASTE))
    assert article.states(capture)[WASTE] == "dismissed"
    sent = form(answer.content.decode())
    assert sent[f"{key(capture, CANALS)}-summary"] == "A promise."
    assert sent[f"{key(capture, CANALS)}-ticked"]
    assert not any(name.startswith(key(capture, WASTE)) for name in sent)
    assert not Statement.objects.exists()


def test_dismissing_complains_of_no_other_row(log_in: LogIn, capture: Capture) -> None:
    wrong = {ASKED: {"claimant": "Nobody"}}
    answer = send(log_in("Contributor"), capture, wrong, dismiss=key(capture, WASTE))
    assert "errornote" not in answer.content.decode()
    assert "errorlist" not in answer.content.decode()


def test_what_was_dismissed_can_be_called_back(log_in: LogIn, capture: Capture) -> None:
    client = log_in("Contributor")
    send(client, capture, {}, dismiss=key(capture, WASTE))
    kept = Proposal.objects.get(state="dismissed")
    page = send(client, capture, {}, reopen=str(kept.pk)).content.decode()
    assert f'id="row-{kept.key}"' in page


def test_the_proposals_of_another_source_are_out_of_reach(log_in: LogIn, capture: Capture) -> None:
    elsewhere = article.captured()
    found = article.proposed(elsewhere)
    drafting.dismiss(article=found, keys=[found.found[0].proposal.key], by=None)
    kept = Proposal.objects.get(state="dismissed")
    log_in("Editor").post(address(capture), {"reopen": str(kept.pk)})
    kept.refresh_from_db()
    assert kept.state == "dismissed"


# --- Its source ---


def test_a_source_with_proposals_can_still_be_deleted(log_in: LogIn, capture: Capture) -> None:
    drafting.record(article=article.proposed(capture))
    path = url("sources_source_delete", capture.source_id)
    client = log_in("Editor")
    assert client.get(path).status_code == 200
    client.post(path, {"post": "yes"})
    assert not Proposal.objects.exists()


# --- Quotations in pieces ---
