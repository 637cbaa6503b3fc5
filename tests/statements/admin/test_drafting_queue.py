"""The queue of names that mean nobody, as an editor uses it."""

from typing import Any

import pytest
from django.test import Client

from statements import drafting, workflow
from statements.models import Alias, Proposal, Speaker
from tests.statements import article
from tests.statements.admin.conftest import LogIn, url
from tests.statements.article import PHRASE

pytestmark = pytest.mark.django_db

QUEUE = "statements_proposal_changelist"


@pytest.fixture
def other() -> Speaker:
    _minister, other = article.speakers()
    drafting.record(article=article.proposed(article.captured()))
    return other


def name(client: Client, **fields: Any) -> Any:
    entered = {"phrase": PHRASE, "speaker": "Chann Vireakboth", "kind": "honorific", **fields}
    return client.post(url(QUEUE), entered)


def waiting() -> int:
    return Proposal.objects.unresolved().count()


def test_it_shows_what_waits_and_where(log_in: LogIn, other: Speaker) -> None:
    page = log_in("Contributor").get(url(QUEUE)).content.decode()
    source = Proposal.objects.first().source  # type: ignore[union-attr]
    assert PHRASE in page
    assert url("statements_proposal_draft", source.pk) in page
    assert "1 more has no name" in page


def test_one_form_makes_an_alias_and_resolves(log_in: LogIn, other: Speaker) -> None:
    answer = name(log_in("Contributor"), auto_match="on", valid_from="2020-01-01")
    assert answer.status_code == 302
    alias = Alias.objects.get()
    assert (alias.speaker, alias.text, alias.auto_match) == (other, PHRASE, True)
    assert waiting() == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("speaker", "Nobody"), ("speaker", ""), ("speaker", "a\0"), ("kind", "nickname"),
        ("valid_from", "soon"), ("valid_to", "99999-01-01"), ("phrase", "x" * 300),
        ("phrase", "Somebody else"), ("phrase", ""),
    ],
)  # fmt: skip
def test_what_makes_no_sense_changes_nothing(
    log_in: LogIn, other: Speaker, field: str, value: str
) -> None:
    answer = name(log_in("Contributor"), **{field: value})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode() or "errornote" in answer.content.decode()
    assert not Alias.objects.exists()
    assert waiting() == 2


def test_a_public_speaker_is_named_by_those_who_may_publish(log_in: LogIn, other: Speaker) -> None:
    workflow.publish(record=other, by=None)
    assert "not yours to change" in name(log_in("Contributor")).content.decode()
    assert waiting() == 2
    assert name(log_in("Reviewer")).status_code == 302
    assert Alias.objects.get().speaker == other


def test_who_may_not_draft_does_not_see_it(log_in: LogIn, other: Speaker) -> None:
    nobody = log_in()
    assert nobody.get(url(QUEUE)).status_code == 403
    assert name(nobody).status_code == 403
    assert Client().get(url(QUEUE)).status_code == 302


def test_every_form_of_the_page_has_names_of_its_own(log_in: LogIn, other: Speaker) -> None:
    text = article.TEXT.replace(PHRASE, "Lok Chumteav Thida")
    drafting.record(article=article.proposed(article.captured(text)))
    page = log_in("Editor").get(url(QUEUE)).content.decode()
    names = [part.split('"')[0] for part in page.split(' id="')[1:]]
    assert len(names) == len(set(names))
    assert page.count('name="speaker"') == 2


def test_an_empty_queue_says_so(log_in: LogIn) -> None:
    assert "No name waits." in log_in("Editor").get(url(QUEUE)).content.decode()


def test_the_index_leads_to_it(log_in: LogIn) -> None:
    assert url(QUEUE) in log_in("Contributor").get(url("index")).content.decode()
