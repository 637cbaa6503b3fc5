"""What is compared, and what cannot be."""

import pytest
from django.http import QueryDict

from statements import workflow
from statements.models import Speaker
from statements.positions.comparing import Comparison, Period
from tests import factories
from tests.kept import kept
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def compare(query: str) -> Comparison:
    return Comparison(QueryDict(query))


def refused(query: str) -> list[str]:
    asked = compare(query)
    assert asked.http_status == 400
    assert not asked.columns
    return [name for name, _text in asked.errors]


@pytest.fixture(autouse=True)
@kept
def _people() -> None:
    for slug in ("ann", "bo", "cy", "di", "ed"):
        published("2014", "welcomes", speaker=factories.speaker(slug.title(), slug=slug))
    factories.published(organisation=factories.organisation("Body", slug="body"))


class TestPeriods:
    def test_a_period_goes_from_the_first_day_to_the_last(self) -> None:
        period = Period.parse("2010-06..2015")
        assert (str(period.since), str(period.until)) == ("2010-06", "2015")
        assert str(period) == "June 2010 – 2015"

    @pytest.mark.parametrize(
        "text",
        ["2010", "2010..", "..2015", "2010...2015", "2015..2010", "a..b", "2010..2011..2012"],
    )
    def test_what_is_no_period_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="period"):
            Period.parse(text)
        assert refused(f"speaker=ann&period=2010..2015&period={text}") == ["period"]


class TestColumns:
    def test_two_to_four_are_compared_people_and_bodies(self) -> None:
        names = [
            str(column.claimant) for column in compare("organisation=body&speaker=ann").columns
        ]
        assert names == ["Ann", "Body"]
        assert len(compare("speaker=ann&speaker=bo&speaker=cy&speaker=di").columns) == 4

    @pytest.mark.parametrize(
        ("query", "name"),
        [("speaker=ann", "speaker"), ("organisation=body", "organisation"), ("topic=x", "speaker"),
         ("speaker=ann&speaker=ann", "speaker"), ("period=2010..2012&period=2013..2014", "speaker"),
         ("speaker=ann&speaker=bo&speaker=cy&speaker=di&speaker=ed", "speaker"),
         ("speaker=ann&period=2010..2015", "period"),
         ("speaker=ann&speaker=bo&period=2010..2015&period=2016..2017", "period"),
         ("speaker=ann" + "&period=2010..2015" * 5, "period"),
         ("speaker=ann&speaker=nobody", "speaker"), ("speaker=ann&speaker=bo&topic=x", "topic"),
         ("speaker=ann&speaker=bo&ranking=x", "ranking"),
         ("speaker=ann&period=2010..2012&period=2013..2014&since=2010", "since")],
    )  # fmt: skip
    def test_what_cannot_be_compared_is_refused_by_name(self, query: str, name: str) -> None:
        assert refused(query) == [name]

    def test_one_person_under_two_names_is_one(self) -> None:
        ann = Speaker.objects.get(slug="ann")
        ann.slug = "anna"
        ann.save()
        assert refused("speaker=ann&speaker=anna") == ["speaker"]
        columns = compare("speaker=ann&speaker=anna&speaker=bo").columns
        assert [str(column.claimant) for column in columns] == ["Ann", "Bo"]

    def test_nothing_asked_is_no_error(self) -> None:
        for query in ("", "speaker=&period=&period=&topic="):
            asked = compare(query)
            assert (asked.http_status, asked.columns) == (200, [])

    def test_periods_part_what_one_person_said(self) -> None:
        ann = compare("speaker=ann&speaker=bo").columns[0].claimant
        factories.published(speaker=ann, said_on="2020")
        first, second = compare("speaker=ann&period=2010..2015&period=2016..2024").columns
        assert (first.count, second.count) == (1, 1)
        assert second.newest[0].said_on == "2020"

    def test_overlapping_periods_are_told(self) -> None:
        assert compare("speaker=ann&period=2010..2015&period=2015..2024").overlapping
        assert not compare("speaker=ann&period=2010..2015&period=2016..2024").overlapping

    def test_a_topic_narrows_all_columns(self) -> None:
        topic = factories.topic(slug="law")
        ann = compare("speaker=ann&speaker=bo").columns[0].claimant
        factories.published("On law.", speaker=ann, topics=[topic])
        counts = [one.count for one in compare("speaker=ann&speaker=bo&topic=law").columns]
        assert counts == [1, 0]

    def test_what_narrows_all_columns_is_told_in_words(self) -> None:
        factories.published(topics=[factories.topic("Law", slug="law")])
        told = compare("speaker=ann&speaker=bo&topic=law&topic=none&since=2010&q=words").limits
        assert sorted(told) == [
            ("Search", "words"), ("Since", "2010"), ("Topic", "Law"), ("Topic", "No topic"),
        ]  # fmt: skip
        assert compare("speaker=ann&period=2010..2012&period=2013..2015").limits == []

    def test_positions_come_with_their_shifts_the_newest_first(self) -> None:
        held = published("2014", "welcomes", speaker=factories.speaker(slug="fa"))
        published("2016", "dismisses", speaker=held.speaker, placement=held.placement)
        (column, other) = compare("speaker=fa&speaker=ann").columns
        assert [str(entry.step.as_of) for entry in column.entries] == ["2016", "2014"]
        assert column.outcomes == [("reversed", 1)]
        assert other.outcomes == []

    def test_another_ones_position_on_the_same_words_is_not_in_the_column(self) -> None:
        held = published("2014", "welcomes", speaker=factories.speaker(slug="fa"))
        bodys = published("2015", organisation=factories.organisation(slug="other"))
        bodys.evidence_rows.create(statement=held.evidence_rows.get().statement)
        (column, _other) = compare("speaker=fa&speaker=ann").columns
        assert [entry.step.positions for entry in column.entries] == [(held,)]

    def test_figures_are_counted(self) -> None:
        draft = factories.draft(speaker=factories.speaker(slug="fa"))
        factories.figure(draft)
        workflow.publish(record=draft, by=None)
        assert [one.figures for one in compare("speaker=fa&speaker=ann").columns] == [1, 0]
