"""The selection of positions."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from statements.filters import StatementFilter
from statements.models import Position
from statements.positions.listing import PositionList, positions_of
from tests import factories
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def listed(query: str = "") -> PositionList:
    return PositionList(RequestFactory().get(f"/positions/?{query}"))


def dates(query: str = "") -> list[str]:
    return [str(row.position.as_of) for row in listed(query).listed.rows]


def chosen(query: str) -> list[Position]:
    return list(positions_of(StatementFilter(QueryDict(query))))


def test_the_evidence_must_fit_the_selection_and_the_position_the_stance() -> None:
    ann = factories.speaker(slug="ann")
    first = published("2020", "welcomes", speaker=ann)
    second = published("2021", "dismisses", speaker=ann, placement=first.placement)
    published("2022", "dismisses")
    assert chosen("speaker=ann") == [second, first]
    assert chosen("speaker=ann&stance=welcomes") == [first]
    assert chosen("stance=dismisses&until=2021") == [second]
    assert chosen("speaker=nobody") == []


def test_they_stand_newest_first_or_oldest_first() -> None:
    for day in ("2021", "2022-08-12", "2022-08"):
        published(day)
    assert dates() == ["2022-08", "2022-08-12", "2021"]
    assert dates("order=oldest") == ["2021", "2022-08-12", "2022-08"]


def test_an_order_by_relevance_is_refused_by_name() -> None:
    assert [name for name, _text in listed("order=relevance&q=words").errors] == ["order"]
    assert listed("order=relevance&q=words").http_status == 400


def test_the_pages_follow_one_another_and_lead_back(settings: Settings) -> None:
    settings.PAGE_SIZE = 2
    for year in range(2010, 2015):
        published(str(year))
    for order in ("newest", "oldest"):
        seen: list[str] = []
        back: list[str] = []
        query = f"order={order}"
        while True:
            page = listed(query)
            seen += [str(row.position.as_of) for row in page.listed.rows]
            if not page.next_url:
                break
            query = page.next_url.partition("?")[2]
        assert seen == sorted(seen, reverse=order == "newest")
        assert len(seen) == 5
        while page.previous_url:
            page = listed(page.previous_url.partition("?")[2])
            back = [str(row.position.as_of) for row in page.listed.rows] + back
        assert back == seen[:4]


def test_a_row_is_compared_within_the_register_whatever_is_filtered() -> None:
    first = published("2020", "welcomes")
    published("2022", "dismisses", speaker=first.speaker, placement=first.placement)
    (row,) = listed("since=2022").listed.rows
    assert row.entry is not None
    assert row.entry.shift is not None
    assert row.entry.shift.outcome == "reversed"


def test_a_replaced_position_stays_in_the_list_and_says_so() -> None:
    old = published("2020", "welcomes")
    new = published("2020", "accepts", speaker=old.speaker, placement=old.placement, supersedes=old)
    rows = {row.position: row for row in listed().listed.rows}
    assert rows[old].is_replaced
    assert not rows[new].is_replaced
    assert rows[new].step.replaced == (old,)
