"""Counts of positions beside the filters."""

import pytest
from django.http import QueryDict

from statements.facets import facets
from statements.filters import StatementFilter
from statements.positions.counting import Resting
from statements.positions.facets import COUNTERS
from statements.postings.selecting import selection_of
from tests import demo, factories
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def counts(query: str, name: str) -> dict[str, int]:
    found = facets(StatementFilter(QueryDict(query)), counters=COUNTERS)
    (one,) = (facet for facet in found if facet.name == name)
    return {option.value: option.count for option in one.options}


def resting(data: QueryDict) -> Resting:
    selection = selection_of(StatementFilter(data))
    assert selection
    return Resting(selection)


def test_every_count_is_the_number_of_positions_that_its_choice_shows() -> None:
    demo.load()
    asked = 0
    for query in ("", "stance=rejects-as-unjust", "since=2022", "edition=2022&outlet=khmer-times"):
        found = resting(QueryDict(query))
        for facet in facets(
            StatementFilter(QueryDict(query)), counters=COUNTERS, selection=found.selection,
            count=found.counts,
        ):  # fmt: skip
            for option in facet.options:
                data = QueryDict(query, mutable=True)
                data.setlist(facet.name, [option.value])
                shown = len(resting(data).ids)
                assert shown == option.count, (query, facet.name, option.value)
                asked += 1
    assert asked > 50


def test_a_position_on_two_statements_counts_once() -> None:
    law = factories.topic("Law", slug="law")
    held = published(topics=[law])
    second = factories.published(speaker=held.speaker, topics=[law])
    held.evidence_rows.create(statement=second)
    assert counts("", "topic") == {"law": 1}
    assert counts("", "kind") == {"quotation": 1}


def test_statements_without_a_position_are_not_counted() -> None:
    factories.published("No position here.")
    published()
    assert list(counts("", "kind").values()) == [1]


def test_positions_without_a_topic_can_be_chosen() -> None:
    published()
    assert counts("", "topic") == {"none": 1}
