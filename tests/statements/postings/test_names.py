import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.postings.names import RECORDS, Named
from tests import factories

pytestmark = pytest.mark.django_db


def test_names_are_those_of_addresses_and_of_readers() -> None:
    speaker = workflow.publish(record=factories.speaker("Ann", slug="ann"), by=None)
    read = Named("default")
    assert read["speaker"] == {str(speaker.pk): ("ann", "Ann")}
    assert read["country"][str(speaker.country_id)] == ("KH", "Cambodia")
    assert ("claim", "claim") in {
        (code, label.lower()) for code, label in read["function"].values()
    }


def test_what_is_not_published_has_no_name() -> None:
    factories.speaker("Ann")
    factories.topic("Law")
    read = Named("default")
    assert read["speaker"] == read["topic"] == {}


def test_a_ranking_is_named_with_what_is_public_of_it() -> None:
    ranking = factories.ranking("TIP", slug="tip")
    assert Named("default")["ranking"] == {str(ranking.pk): ("tip", "TIP")}


def test_each_facet_is_read_when_it_is_first_asked_for(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    read = Named("default")
    with django_assert_num_queries(len(RECORDS)):
        for _ in range(2):
            assert all(isinstance(read[facet], dict) for facet in RECORDS)


def test_what_is_no_record_has_no_names() -> None:
    with pytest.raises(KeyError):
        Named("default")["kind"]
