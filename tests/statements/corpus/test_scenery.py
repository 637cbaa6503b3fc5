import pytest
from django.core.exceptions import ValidationError

from sources.models import Country
from statements.corpus import people, scenery
from statements.corpus.plan import DAYS, Plan


def test_there_are_as_many_as_there_should_be(plan: Plan) -> None:
    assert len(scenery.countries(plan)) == 30
    assert len(scenery.topics(plan)) == 40
    assert len(scenery.outlets(plan)) == 60


def test_a_country_of_the_register_is_taken_as_it_is() -> None:
    plan = Plan(100, 1, base=500, countries=((7, "TH"),))
    made = {country.iso2: country.pk for country in scenery.countries(plan)}
    assert "TH" not in made
    assert scenery.country_ids(plan)[:3] == [501, 7, 503]
    assert made["VN"] == 503


def test_topics_stand_alike_by_name_and_by_id(plan: Plan) -> None:
    names = [topic.name for topic in scenery.topics(plan)]
    assert names == sorted(names)


def test_events_are_spread_over_the_years_in_order(plan: Plan) -> None:
    made = scenery.events(plan, people.organisations(plan))
    days = [event.held_on.earliest for event in made if event.held_on]
    assert len(days) == plan.events
    assert days == sorted(days)
    assert scenery.event_day(plan, plan.events - 1) < DAYS


def test_names_fit_their_columns(plan: Plan) -> None:
    for record in (*scenery.topics(plan), *scenery.outlets(plan), *scenery.countries(plan)):
        record.clean_fields(exclude=["country"])


def test_a_column_is_checked_at_all() -> None:
    with pytest.raises(ValidationError):
        Country(iso2="Kampuchea", name="Cambodia", slug="cambodia").clean_fields()
