import pytest
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from sources.models import Source
from statements import workflow
from statements.citing import works
from statements.citing.names import Name
from statements.models import Citation, Role, Statement
from tests import factories

pytestmark = pytest.mark.django_db

BASE = "https://record.example"


def test_a_statement_is_named_by_speaker_words_role_and_revision() -> None:
    speaker = factories.speaker("Chou Bun Eng")
    role = Role.objects.create(speaker=speaker, title="Secretary of State")
    source = factories.source("Ministry lauds work", published_on="2022-08")
    draft = factories.draft(
        "We will act.", speaker=speaker, role=role, cite=source, said_on="2022-08-12"
    )
    made = works.of_statement(workflow.publish(record=draft, by=None), BASE)
    assert (made.title, made.role, str(made.said_on)) == (
        "“We will act.”", "Secretary of State", "2022-08-12"
    )  # fmt: skip
    assert made.author
    assert made.author.literal == "Chou Bun Eng"
    assert made.number == f"statement {draft.pk}, revision 1"
    assert made.url == f"{BASE}/s/{draft.pk}/?revision=1"
    assert made.accessed == localdate()
    assert made.original
    assert made.original.title == "Ministry lauds work"


def test_the_revision_is_counted_from_the_first_published_one() -> None:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    for summary in ("Promises to think.", "Promises nothing."):
        statement.summary = summary
        statement.save()
        workflow.edited(record=statement, by=factories.staff("Reviewer"), note="A slip.")
        statement.refresh_from_db()
    made = works.of_statement(statement, BASE)
    assert (made.version, made.title) == (3, "Promises nothing.")
    assert made.url.endswith("?revision=3")


def test_a_draft_source_is_not_cited() -> None:
    statement = factories.published()
    Citation.objects.create(statement=statement, source=factories.source("Hidden"))
    titles = [one.title for one in works.of_statement(statement, BASE).originals]
    assert len(titles) == 1
    assert "Hidden" not in titles


def test_a_role_only_printed_and_a_summary_stand_in() -> None:
    statement = factories.published(
        "", kind="reported", summary="Promised to act.", role_as_printed="an official"
    )
    made = works.of_statement(statement, BASE)
    assert (made.title, made.role) == ("Promised to act.", "an official")


def test_long_words_are_shortened() -> None:
    statement = factories.published("We will act. " * 200)
    assert len(works.of_statement(statement, BASE).title) <= works.LONGEST_WORDS + 2


def test_a_draft_event_is_not_named() -> None:
    event = factories.event("Conference")
    statement = factories.published(event=event)
    assert works.of_statement(statement, BASE).event == "Conference"
    type(event).objects.filter(pk=event.pk).update(status="draft")
    event.refresh_from_db()
    statement.event = event
    assert works.of_statement(statement, BASE).event == ""


def test_many_citations_cost_no_more_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    draft = factories.draft()
    for _ in range(5):
        Citation.objects.create(statement=draft, source=factories.source())
    statement = workflow.publish(record=draft, by=None)
    with django_assert_num_queries(2):
        assert len(works.of_statement(statement, BASE).originals) == 6


class TestAStatementAtOneRevision:
    @pytest.fixture
    def statement(self) -> Statement:
        """Said by another, on another day and in other words since its first revision."""
        statement = factories.published(
            "",
            kind="reported",
            summary="Promises to act.",
            speaker=factories.speaker("Chou Bun Eng"),
            said_on="2014-06",
            role_as_printed="Secretary of State",
        )
        statement.summary, statement.language = "Promises nothing.", "km"
        statement.speaker, statement.said_on = factories.speaker("Sar Kheng"), "2015"
        statement.save()
        workflow.edited(record=statement, by=factories.staff("Reviewer"), note="A mistake.")
        return Statement.objects.get(pk=statement.pk)

    def at(self, statement: Statement, number: int) -> works.Work:
        return works.of_version(statement, list(statement.revisions.numbered())[number - 1], BASE)

    def test_is_named_as_it_was(self, statement: Statement) -> None:
        made = self.at(statement, 1)
        assert (made.title, made.author) == ("Promises to act.", Name("Chou Bun Eng"))
        assert (str(made.said_on), made.language) == ("2014-06", "en")
        assert (made.role, made.version) == ("Secretary of State", 1)
        assert made.url == f"{BASE}/s/{statement.pk}/?revision=1"
        assert made.number == f"statement {statement.pk}, revision 1"

    def test_is_named_like_the_statement_where_it_is_the_newest(self, statement: Statement) -> None:
        assert self.at(statement, 2) == works.of_statement(statement, BASE)

    def test_names_no_source_that_is_not_public(self, statement: Statement) -> None:
        assert self.at(statement, 1).originals
        Source.objects.update(status="draft")
        assert self.at(statement, 1).originals == ()
