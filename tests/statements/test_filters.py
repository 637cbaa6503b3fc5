"""What a query string selects. Every parameter of the timeline has its sentence here."""

import pytest
from django.http import QueryDict

from statements import workflow
from statements.filters import StatementFilter
from statements.models import Function, Statement
from statements.paging import Order
from tests import factories
from tests.kept import kept

pytestmark = pytest.mark.django_db


def selected(query: str) -> set[Statement]:
    chosen = StatementFilter(QueryDict(query))
    assert chosen.is_valid(), chosen.errors
    return set(chosen.qs)


def errors(query: str) -> dict[str, list[str]]:
    chosen = StatementFilter(QueryDict(query))
    assert not chosen.is_valid()
    assert not chosen.qs.exists()
    return {name: list(texts) for name, texts in chosen.errors.items()}


class TestByClaimant:
    def test_any_of_several_speakers(self) -> None:
        ann, bo, _cy = (
            factories.published(speaker=factories.speaker(slug=slug))
            for slug in ("ann", "bo", "cy")
        )
        assert selected("speaker=ann") == {ann}
        assert selected("speaker=ann&speaker=bo") == {ann, bo}

    def test_an_organisation(self) -> None:
        factories.published()
        report = factories.published(organisation=factories.organisation(slug="ncct"))
        assert selected("organisation=ncct") == {report}

    def test_the_country_of_speaker_or_organisation(self) -> None:
        laos = factories.country("LA", "Laos")
        first = factories.published(speaker=factories.speaker(country=laos))
        second = factories.published(organisation=factories.organisation(country=laos))
        home = factories.published()
        assert selected("country=LA") == {first, second}
        assert selected("country=LA&country=KH") == {first, second, home}


class TestByWhatItIsAbout:
    def test_any_of_several_topics_without_doubles(self) -> None:
        one, two = factories.topic(slug="one"), factories.topic(slug="two")
        both = factories.published(topics=[one, two])
        second = factories.published(topics=[two])
        factories.published()
        chosen = StatementFilter(QueryDict("topic=one&topic=two"))
        assert sorted(row.pk for row in chosen.qs) == [both.pk, second.pk]

    def test_no_topic_is_a_value_of_its_own(self) -> None:
        topic = factories.topic(slug="one")
        with_topic, without = factories.published(topics=[topic]), factories.published()
        assert selected("topic=none") == {without}
        assert selected("topic=none&topic=one") == {with_topic, without}

    def test_what_it_does(self) -> None:
        claim, both = factories.published(), factories.published()
        claim.functions.set(Function.objects.filter(code="claim"))
        both.functions.set(Function.objects.filter(code__in=["claim", "rebuttal"]))
        assert selected("function=rebuttal") == {both}
        assert selected("function=claim&function=rebuttal") == {claim, both}

    def test_kind_language_and_event(self) -> None:
        event = factories.event(slug="day")
        speech = factories.published(event=event)
        khmer = factories.published("ជួញដូរ", language="km", kind="written")
        assert selected("event=day") == {speech}
        assert selected("language=km") == {khmer}
        assert selected("kind=written") == {khmer}
        assert selected("kind=written&kind=quotation") == {speech, khmer}


@kept
def of_two_years() -> dict[int, Statement]:
    """Statements with a position on the ranking of a year, by the year; and one without."""
    ranking, made = factories.ranking(slug="tip"), {}
    for year, stance in ((2021, "welcomes"), (2022, "rejects-as-unjust")):
        statement = factories.draft()
        placement = factories.placement(ranking, year=year)
        factories.position(statement, stance, placement=placement)
        made[year] = workflow.publish(record=statement, by=None)
    factories.published()
    return made


class TestByPosition:
    @pytest.fixture(autouse=True)
    def positions(self) -> None:
        self.statements = of_two_years()

    def test_ranking_edition_and_stance(self) -> None:
        assert selected("ranking=tip") == set(self.statements.values())
        assert selected("edition=2022") == {self.statements[2022]}
        assert selected("stance=welcomes") == {self.statements[2021]}

    def test_they_speak_of_one_and_the_same_position(self) -> None:
        both = self.statements[2021]
        placement = factories.placement(factories.ranking(slug="other"), year=2022)
        position = factories.position(both, "dismisses", placement=placement)
        workflow.publish(record=position, by=None)
        assert selected("edition=2022&stance=welcomes") == set()
        assert selected("edition=2022&stance=dismisses") == {both}

    def test_draft_positions_select_nothing(self) -> None:
        factories.position(factories.published(), "accepts")
        assert selected("stance=accepts") == set()


@kept
def of_five_days() -> None:
    for day in ("2005-06-08", "2022", "2022-08", "2022-08-12", "2024"):
        factories.published(said_on=day)


class TestByDate:
    @pytest.mark.parametrize(
        ("query", "days"),
        [
            ("since=2022", {"2022", "2022-08", "2022-08-12", "2024"}),
            ("since=2022-08-13", {"2022", "2022-08", "2024"}),
            ("since=2022-09", {"2022", "2024"}),
            ("until=2022-08-01", {"2005-06-08", "2022", "2022-08"}),
            ("until=2022-07-31", {"2005-06-08", "2022"}),
            ("since=2022-08-12&until=2022-08-12", {"2022", "2022-08", "2022-08-12"}),
        ],
    )
    def test_a_period_finds_what_may_fall_within_it(self, query: str, days: set[str]) -> None:
        of_five_days()
        assert {str(row.said_on) for row in selected(query)} == days


class TestByOutlet:
    def test_any_source_of_the_outlet_counts_once(self) -> None:
        post = factories.outlet(slug="post")
        statement = factories.published(cite=factories.source(outlet=post))
        statement.citations.create(source=factories.source(outlet=post))
        factories.published()
        chosen = StatementFilter(QueryDict("outlet=post"))
        assert [row.pk for row in chosen.qs] == [statement.pk]


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("query", "name"),
        [
            ("speaker=nobody", "speaker"),
            ("topic=tip-ranking&topic=%2F", "topic"),
            ("country=Cambodia", "country"),
            ("edition=20222", "edition"),
            ("edition=²022", "edition"),
            ("kind=poem", "kind"),
            ("language=English", "language"),
            ("since=June+2022", "since"),
            ("until=2022-02-30", "until"),
            ("since=2023&until=2022", "until"),
            ("order=random", "order"),
            ("order=relevance", "order"),
            ("after=yesterday", "after"),
            ("after=2022-01-01_2022-01-01_1&before=2022-01-01_2022-01-01_1", "before"),
            ("q=%21%21", "q"),
            ("since=2020&since=2021", "since"),
            ("q=a&q=b", "q"),
        ],
    )
    def test_the_parameter_is_named_and_nothing_is_selected(self, query: str, name: str) -> None:
        factories.published()
        assert list(errors(query)) == [name]

    def test_a_draft_speaker_is_as_unknown_as_any(self) -> None:
        factories.speaker(slug="secret")
        known, unknown = errors("speaker=secret"), errors("speaker=nobody")
        assert known["speaker"][0].replace("secret", "nobody") == unknown["speaker"][0]

    def test_empty_parameters_are_what_every_form_sends(self) -> None:
        statement = factories.published()
        assert selected("q=&speaker=&since=&until=&order=&topic=") == {statement}

    def test_parameters_of_others_are_let_be(self) -> None:
        statement = factories.published()
        assert selected("utm_source=newsletter") == {statement}


def test_only_published_statements_are_selected() -> None:
    factories.draft()
    shown = factories.published()
    workflow.withdraw(record=factories.published(), by=None, reason="Misattributed.")
    assert selected("") == {shown}


def test_one_parameter_can_be_left_out() -> None:
    ann = factories.published(speaker=factories.speaker(slug="ann"))
    bo = factories.published(speaker=factories.speaker(slug="bo"), language="km")
    chosen = StatementFilter(QueryDict("speaker=ann&language=en"))
    assert set(chosen.selection(without="speaker")) == {ann}
    assert set(chosen.selection(without="language")) == {ann}
    assert set(StatementFilter(QueryDict("speaker=ann")).selection(without="speaker")) == {ann, bo}


def test_newest_is_the_order_unless_another_is_asked_for() -> None:
    assert StatementFilter(QueryDict("")).chosen_order == Order.NEWEST
    assert StatementFilter(QueryDict("order=oldest")).chosen_order == Order.OLDEST
