import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.models import Statement
from statements.postings import worker
from tests import factories, register
from tests.kept import kept
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


def corrected(statement: Statement, summary: str) -> Statement:
    statement.summary = summary
    statement.save()
    workflow.edited(record=statement, by=factories.staff("Reviewer"), note=f"Not {summary!r} yet.")
    statement.refresh_from_db()
    return statement


@pytest.fixture
@kept
def statement() -> Statement:
    """In three versions."""
    made = factories.published("", kind="reported", summary="Promises to act.")
    return corrected(corrected(made, "Promises to think."), "Promises nothing.")


def history(statement: Statement) -> str:
    return f"{statement.get_absolute_url()}history/"


def test_the_history_tells_each_version_and_what_changed(
    client: Client, statement: Statement
) -> None:
    text = page(client, history(statement))
    places = [text.index(f'id="revision-{number}"') for number in (3, 2, 1)]
    assert places == sorted(places)
    assert "<del>to think.</del>" in text
    assert "<ins>think.</ins>" in text
    assert "Promises nothing.&#x27; yet" in text
    assert "user" not in text.split("<main")[1]  # nobody's name


def test_the_statement_leads_to_its_history(client: Client, statement: Statement) -> None:
    text = page(client, statement.get_absolute_url())
    assert f'href="{history(statement)}"' in text
    assert f'href="{history(statement)}#revision-3"' in text


def test_a_version_is_shown_as_it_was(client: Client, statement: Statement) -> None:
    text = page(client, f"{statement.get_absolute_url()}?revision=1")
    assert "Promises to act." in text
    assert "Promises nothing." not in text
    assert "The record was changed since." in text
    assert 'content="noindex"' in text
    assert f'rel="canonical" href="http://testserver{statement.get_absolute_url()}"' in text


def test_the_newest_version_says_that_it_is(client: Client, statement: Statement) -> None:
    text = page(client, f"{statement.get_absolute_url()}?revision=3")
    assert "It is the newest version." in text
    assert "Promises nothing." in text


def test_a_version_keeps_the_name_that_the_speaker_had(
    client: Client, statement: Statement
) -> None:
    before = str(statement.speaker)
    assert statement.speaker is not None
    statement.speaker.name = "Another spelling"
    statement.speaker.save()
    assert before in page(client, f"{statement.get_absolute_url()}?revision=1").split("<h1>")[1]


@pytest.mark.parametrize("number", ["4", "0", "999999"])
def test_a_version_that_is_not_there_is_not_found(
    client: Client, statement: Statement, number: str
) -> None:
    page(client, f"{statement.get_absolute_url()}?revision={number}", 404)


@pytest.mark.parametrize("given", ["", "x", "-1", "1&revision=2", "1.0", "²", "9" * 30, "%00"])
def test_what_is_no_number_is_refused_by_name(
    client: Client, statement: Statement, given: str
) -> None:
    answer = client.get(f"{statement.get_absolute_url()}?revision={given}")
    assert answer.status_code == 400
    if given != "%00":
        assert "revision" in answer.content.decode()


def test_the_short_link_leads_to_the_version(client: Client, statement: Statement) -> None:
    answer = client.get(f"/s/{statement.pk}/?revision=2", follow=True)
    assert "Promises to think." in answer.content.decode()


def test_everything_of_a_withdrawn_statement_is_gone_and_says_why(
    client: Client, statement: Statement
) -> None:
    workflow.withdraw(record=statement, by=None, reason="The outlet retracted it.")
    own = statement.get_absolute_url()
    for address in (own, f"{own}?revision=1", f"{own}?revision=x", history(statement)):
        text = page(client, address, 410)
        assert "The outlet retracted it." in text
        assert "Promises" not in text
        assert 'href="/corrections/"' in text


def test_a_draft_has_no_history(client: Client) -> None:
    page(client, history(factories.draft()), 404)


def test_a_version_shows_no_figure_that_was_withdrawn_since(client: Client) -> None:
    public = register.make()
    own = public.statement.get_absolute_url()
    assert public.figure.value_as_printed in page(client, f"{own}?revision=1")
    workflow.withdraw(record=public.figure, by=None, reason="It was misprinted.")
    for address in (f"{own}?revision=1", f"{own}history/"):
        text = page(client, address)
        assert public.figure.value_as_printed not in text
        assert "withdrawn since" in text


def test_a_long_history_asks_no_more_questions(client: Client, statement: Statement) -> None:
    counts = []
    worker.current()
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            page(client, history(statement))
        counts.append(len(asked))
        for number in range(5):
            corrected(statement, f"Promises {number} things.")
    assert counts[0] == counts[1]


def test_a_history_of_many_versions_goes_on_on_another_page(
    client: Client, statement: Statement
) -> None:
    for number in range(19):
        corrected(statement, f"Promises {number} things.")
    assert 'id="revision-2"' not in page(client, history(statement))
    older = page(client, f"{history(statement)}?page=2")
    assert 'id="revision-2"' in older
    assert "<del>act.</del>" in older
    page(client, f"{history(statement)}?page=3", 400)


def test_a_version_is_quoted_like_the_statement_itself(client: Client) -> None:
    statement = factories.published("We do not deny it,")
    for query in ("", "?revision=1"):
        shown = page(client, f"{statement.get_absolute_url()}{query}")
        assert "“We do not deny it”" in shown
