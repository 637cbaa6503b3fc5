import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.models import Statement
from statements.postings import worker
from tests import factories, register
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>"


def corrected(note: str = "It was misread.", **fields: str) -> Statement:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    for name, value in (fields or {"summary": "Promises nothing."}).items():
        setattr(statement, name, value)
    statement.save()
    workflow.edited(record=statement, by=None, note=note)
    statement.refresh_from_db()
    return statement


def test_corrections_stand_newest_first_with_what_changed(client: Client) -> None:
    first, second = corrected("The first."), corrected("The second.")
    text = page(client, "/corrections/")
    assert text.index("The second.") < text.index("The first.")
    assert "<del>to act.</del>" in text
    assert "<ins>nothing.</ins>" in text
    assert all(one.get_absolute_url() in text for one in (first, second))


def test_a_register_without_corrections_says_so(client: Client) -> None:
    assert "Nothing was corrected" in page(client, "/corrections/")


def test_of_what_was_withdrawn_the_reason_stands_and_no_word(client: Client) -> None:
    statement = corrected("It said “to act” wrongly.")
    workflow.withdraw(record=statement, by=None, reason="The outlet retracted it.")
    text = page(client, "/corrections/")
    assert "The outlet retracted it." in text
    for hidden in ("Promises", "to act", str(statement.speaker)):
        assert hidden not in text


def test_a_figure_that_was_withdrawn_is_told_of(client: Client) -> None:
    public = register.make()
    workflow.withdraw(record=public.figure, by=None, reason="It was misprinted.")
    text = page(client, "/corrections/")
    assert f"Figure {public.figure.pk}" in text
    assert "It was misprinted." in text
    assert public.figure.value_as_printed not in text
    statement = page(client, public.statement.get_absolute_url())
    assert "It was misprinted." in statement
    assert public.figure.value_as_printed not in statement


def test_what_is_told_is_escaped(client: Client) -> None:
    corrected(HOSTILE, summary=HOSTILE)
    assert HOSTILE not in page(client, "/corrections/")


def test_the_list_goes_on_behind_twenty(client: Client) -> None:
    for number in range(21):
        corrected(f"Note {number}.")
    assert "Note 0." not in page(client, "/corrections/")
    assert "Note 0." in page(client, "/corrections/?page=2")
    assert client.get("/corrections/?page=3").status_code == 400


def test_the_list_can_be_taken_away(client: Client) -> None:
    statement = corrected()
    (told,) = client.get("/corrections.json").json()["results"]
    assert (told["statement"], told["kind"], told["note"]) == (
        statement.pk, "correction", "It was misread.",
    )  # fmt: skip
    assert "It was misread." in client.get("/corrections.atom").content.decode()


def test_the_number_of_queries_does_not_grow(client: Client) -> None:
    counts = []
    for number in (1, 3):
        for _ in range(number):
            corrected()
        worker.current()
        with CaptureQueriesContext(connection) as asked:
            page(client, "/corrections/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
