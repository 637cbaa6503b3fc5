import pytest

from statements.models import Event
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_event_is_told_from_others_by_its_date() -> None:
    assert str(factories.event("National Day", held_on="2024-12-12")) == (
        "National Day, 12 December 2024"
    )
    assert str(factories.event("Press conference")) == "Press conference"


def test_the_newest_stand_first_and_undated_ones_last() -> None:
    for name, day in (("undated", None), ("old", "2005"), ("new", "2024-12-12")):
        factories.event(name, held_on=day)
    assert [event.name for event in Event.objects.all()] == ["new", "old", "undated"]
