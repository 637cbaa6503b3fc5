import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.exports.fields import row
from statements.exports.statement_entries import entry
from statements.exports.statement_rows import StatementRow
from statements.exports.statements import STATEMENTS
from statements.models import Statement
from tests import factories, register

pytestmark = pytest.mark.django_db


def loaded(statement: Statement) -> StatementRow:
    (found,) = STATEMENTS.load([statement.pk]).values()
    assert isinstance(found, StatementRow)
    return found


def as_data(statement: Statement) -> dict[str, object]:
    return row(STATEMENTS.fields(""), loaded(statement))


def test_it_tells_who_said_what_when_and_where_it_stands() -> None:
    public = register.make()
    data = as_data(public.statement)
    assert data["id"] == public.statement.pk
    assert data["url"] == public.statement.get_absolute_url()
    assert (data["text"], data["said_on"]) == (register.TEXT, "2022-08-12")
    assert (data["speaker"], data["organisation"]) == (public.speaker.slug, None)
    assert (data["claimant"], data["country"]) == (public.speaker.name, "KH")
    assert data["role"] == "Minister"
    assert data["topics"] == (public.topic.slug,)
    assert data["functions"] == ("commitment",)
    assert data["sources"] == (public.source.pk,)
    assert data["outlets"] == (public.outlet.slug,)
    assert data["verifications"] == ("exact",)


def test_an_organisation_speaks_for_itself() -> None:
    public = register.make()
    data = as_data(public.second)
    assert (data["speaker"], data["organisation"]) == (None, public.organisation.slug)


def test_a_date_is_as_exact_as_it_is_known() -> None:
    data = as_data(factories.published(said_on="2014-06"))
    said = [data[f"said_on{end}"] for end in ("", "_earliest", "_latest")]
    assert said == ["2014-06", "2014-06-01", "2014-06-30"]


def test_what_hides_behind_it_stays_hidden() -> None:
    statement = factories.published(notes="Never public.")
    event = factories.event("A draft event")
    Statement.objects.filter(pk=statement.pk).update(event=event)
    statement.topics.add(factories.topic("A draft topic"))
    told = str(as_data(statement))
    assert "draft" not in told
    assert "Never public." not in told


def test_a_correction_is_a_change() -> None:
    statement = factories.published("We will act.")
    statement.context = "At noon."
    statement.save()
    workflow.edited(record=statement, by=None, note="The hour was missing.")
    made_at = statement.corrections.get().made_at
    assert entry(loaded(statement)).updated == made_at


def test_its_queries_do_not_grow_with_its_rows(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    made = [factories.published(topics=[factories.topic()]).pk for _ in range(10)]
    with django_assert_max_num_queries(5):
        told = [row(STATEMENTS.fields(""), one) for one in STATEMENTS.load(made).values()]
    assert len(told) == 10


def test_an_entry_of_a_feed_gives_words_claimant_and_source() -> None:
    statement = factories.published("We <will> act,", speaker=factories.speaker("Hun & Manet"))
    told = entry(loaded(statement))
    assert told.title == "Hun & Manet: “We <will> act”"
    assert told.author == "Hun & Manet"
    assert "“We &lt;will&gt; act”" in told.html
    assert statement.citations.get().source.url in told.html
