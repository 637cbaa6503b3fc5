"""One remark, many outlets: who carries it, in which words, and how many are independent."""

from typing import Any

import pytest

from sources.models import Outlet, Source
from statements import workflow
from statements.models import Citation, Relation, Statement
from statements.relations import relating
from statements.relations.corroboration import corroboration, counted, same_remark
from tests import factories

pytestmark = pytest.mark.django_db

SAME = Relation.Kind.SAME_REMARK
STATE, PRIVATE = Outlet.Ownership.STATE, Outlet.Ownership.PRIVATE


def same(one: Statement, other: Statement) -> Relation:
    return relating.relate(statement=one, target=other, kind=SAME, by=None)


def source(name: str = "", ownership: str = PRIVATE, **fields: Any) -> Source:
    outlet = factories.outlet(
        name, ownership=ownership, country=fields.pop("country", factories.country())
    )
    return workflow.publish(record=factories.source(outlet=outlet, **fields), by=None)


def public() -> list[Source]:
    """As a page reads them: with outlets and what they cite."""
    return list(Source.objects.published().select_related("outlet__country").order_by("pk"))


class TestOneRemark:
    def test_is_followed_through_a_chain_either_way_round(self) -> None:
        one, two, three = (factories.published(text) for text in ("A.", "B.", "C."))
        same(one, two)
        same(three, two)
        for each in (one, two, three):
            assert set(same_remark(each)) == {one.pk, two.pk, three.pk}

    def test_ends_where_a_link_of_the_chain_is_withdrawn(self) -> None:
        one, two, three = (factories.published(text) for text in ("A.", "B.", "C."))
        same(one, two)
        same(two, three)
        workflow.withdraw(record=two, by=None, reason="An error.")
        assert set(same_remark(one)) == {one.pk}

    def test_is_not_what_was_only_suggested_or_otherwise_related(self) -> None:
        one, two = factories.published("A."), factories.published("B.")
        Relation.objects.create(statement=one, target=two, kind=SAME)
        relating.relate(statement=one, target=two, kind="repeats", by=None)
        assert set(same_remark(one)) == {one.pk}


class TestWordings:
    def test_of_each_source_differ_word_by_word(self) -> None:
        one = factories.published("Some assessments were inaccurate and unfair,")
        two = factories.published("Some assessments were false and unfair.")
        same(one, two)
        own, other = corroboration(one).wordings
        assert own.statement == one
        assert [(part.operation, part.text) for part in other.parts or []] == [
            ("equal", "Some assessments were"), ("delete", "inaccurate"), ("insert", "false"),
            ("equal", "and"), ("delete", "unfair"), ("insert", "unfair."),
        ]  # fmt: skip

    def test_are_the_excerpt_where_a_source_has_one(self) -> None:
        one = factories.published("We act.")
        cited = factories.source(language="en")
        Citation.objects.create(statement=one, source=cited, excerpt="We do act.")
        workflow.publish(record=cited, by=None)
        wordings = corroboration(one).wordings
        assert [wording.words for wording in wordings] == ["We act.", "We do act."]

    def test_of_an_editor_or_in_another_language_are_not_compared(self) -> None:
        one = factories.published("We act.")
        told = factories.published("", summary="Says that they act.", kind="reported")
        khmer = factories.published("យើង", language="km", cite=factories.source(language="km"))
        same(one, told)
        same(one, khmer)
        _own, *others = corroboration(one).wordings
        found = [(other.is_summary, other.parts) for other in others]
        assert found == [(True, None), (False, None)]

    def test_of_a_source_that_is_no_longer_public_are_left_out(self) -> None:
        one = factories.published("We act.")
        Citation.objects.create(statement=one, source=factories.source())
        assert len(corroboration(one).wordings) == 1

    def test_are_shown_only_where_several_sources_carry_it(self) -> None:
        one = factories.published("We act.")
        assert not corroboration(one).is_shown
        same(one, factories.published("We do."))
        assert corroboration(one).is_shown

    def test_the_sources_of_the_event_are_counted_apart(self) -> None:
        event = factories.event()
        one = factories.published("We act.", event=event)
        other = factories.published("Another thing.", event=event)
        found = corroboration(one)
        assert (found.count.outlets, found.count_around.outlets) == (1, 2)
        assert found.is_shown
        workflow.withdraw(record=other, by=None, reason="An error.")
        assert not corroboration(one).is_shown


class TestIndependence:
    def test_several_sources_of_one_outlet_count_once(self) -> None:
        first = source("Fresh News")
        workflow.publish(record=factories.source(outlet=first.outlet), by=None)
        count = counted(public())
        assert (count.sources, count.outlets, count.independent) == (2, 1, 1)
        assert count.reasons == ["Fresh News counts once, with its 2 sources."]

    def test_private_outlets_count_each(self) -> None:
        source()
        source()
        count = counted(public())
        assert (count.independent, count.reasons) == (2, [])

    @pytest.mark.parametrize("ownership", ["state", "party", "foreign-government"])
    def test_outlets_of_one_state_count_once(self, ownership: str) -> None:
        source("AKP", ownership)
        source("TVK", ownership)
        count = counted(public())
        assert (count.outlets, count.independent) == (2, 1)
        assert "AKP, TVK count once" in count.reasons[0]
        assert "Cambodia" in count.reasons[0]

    def test_outlets_of_two_states_or_of_an_unknown_country_count_each(self) -> None:
        source("AKP", STATE)
        source("Xinhua", STATE, country=factories.country("CN", "China"))
        source("Nowhere", STATE, country=None)
        assert counted(public()).independent == 3

    def test_a_source_counts_with_what_it_cites(self) -> None:
        times = source("Khmer Times")
        source("GGB News").cites.add(times)
        count = counted(public())
        assert (count.outlets, count.independent) == (2, 1)
        assert "GGB News, Khmer Times count once" in count.reasons[0]

    def test_sources_that_cite_the_same_count_once(self) -> None:
        agency = source("An agency")
        for name in ("A", "B"):
            source(name).cites.add(agency)
        copies = [one for one in public() if one != agency]
        assert counted(copies).independent == 1

    def test_what_is_cited_but_not_public_is_not_told(self) -> None:
        hidden = factories.source()
        for name in ("A", "B"):
            source(name).cites.add(hidden)
        count = counted(public())
        assert (count.independent, count.reasons) == (2, [])

    def test_groups_that_touch_are_one(self) -> None:
        first, second = source("AKP", STATE), source("TVK", STATE)
        source("Copy").cites.add(first)
        source("Another copy").cites.add(second)
        assert counted(public()).independent == 1

    def test_nothing_is_nobody(self) -> None:
        count = counted([])
        assert (count.sources, count.outlets, count.independent) == (0, 0, 0)


def test_asks_the_same_number_of_questions_for_any_number(
    django_assert_num_queries: Any,
) -> None:
    one = factories.published("We act.", event=factories.event())
    for number in range(4):
        same(one, factories.published(f"We act {number}.", event=one.event))
    with django_assert_num_queries(8):
        found = corroboration(one)
        assert (found.count.independent, found.count_around.independent) == (5, 5)
