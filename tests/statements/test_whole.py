import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import Correction, Function
from statements.whole import corrections_of, whole
from tests import factories

pytestmark = pytest.mark.django_db


def test_it_comes_with_all_that_its_page_shows(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    topics = [factories.topic(name) for name in ("Law", "Courts")]
    made = factories.published(topics=topics, event=factories.event("The forum"))
    function = Function.objects.order_by("order").first()
    assert function
    made.functions.add(function)
    hidden = factories.topic("Hidden")
    made.topics.add(hidden)
    with django_assert_num_queries(4):
        one = whole(made.pk)
        assert one == made
        assert [str(topic) for topic in one.topics.all()] == ["Courts", "Law"]
        assert all(topic.is_published and topic.get_absolute_url() for topic in one.topics.all())
        assert [str(does) for does in one.functions.all()] == [function.label]
        assert [str(cited.source.outlet) for cited in one.public_citations()]
        assert str(one.event) == "The forum"
        assert str(one.claimant)


def test_a_part_of_its_citations_can_be_asked_for() -> None:
    made = factories.published()
    one = whole(made.pk)
    assert one
    assert one.citations.published().count() == 1
    assert not one.citations.exclude(statement=made).exists()


def test_what_was_withdrawn_keeps_its_page_and_a_draft_has_none() -> None:
    made = factories.published()
    workflow.withdraw(record=made, by=None, reason="An error.")
    one = whole(made.pk)
    assert one
    assert not one.is_published
    assert whole(factories.draft().pk) is None
    assert whole(0) is None


def test_its_corrections_stand_newest_first() -> None:
    made = factories.published()
    assert corrections_of(made.pk) == []
    for note in ("The first.", "The second."):
        Correction.objects.create(statement=made, kind="correction", note=note)
    assert [one.note for one in corrections_of(made.pk)] == ["The second.", "The first."]
