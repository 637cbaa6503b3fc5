import pytest

from statements import workflow
from statements.postings import names
from tests import factories

pytestmark = pytest.mark.django_db


def test_names_are_those_of_addresses_and_of_readers() -> None:
    speaker = workflow.publish(record=factories.speaker("Ann", slug="ann"), by=None)
    read = names.read("default")
    assert read["speaker"] == {str(speaker.pk): ("ann", "Ann")}
    assert read["country"][str(speaker.country_id)] == ("KH", "Cambodia")
    assert ("claim", "claim") in {
        (code, label.lower()) for code, label in read["function"].values()
    }


def test_what_is_not_published_has_no_name() -> None:
    factories.speaker("Ann")
    factories.topic("Law")
    read = names.read("default")
    assert read["speaker"] == read["topic"] == {}


def test_a_ranking_is_named_with_what_is_public_of_it() -> None:
    ranking = factories.ranking("TIP", slug="tip")
    assert names.read("default")["ranking"] == {str(ranking.pk): ("tip", "TIP")}


def test_every_facet_of_records_has_names() -> None:
    assert names.read("default").keys() == names.RECORDS.keys()
