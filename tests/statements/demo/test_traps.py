"""What the second article, and both, make easy to get wrong, and the register has right."""

import re
from datetime import date

import pytest
from django.db.models import Max

from sources.dates import PartialDate
from sources.models import Capture, Source
from sources.vocabulary import DateBasis
from statements.figures.checks import findings, for_checks
from statements.figures.selection import loaded
from statements.figures.series import series
from statements.models import (
    Alias,
    Event,
    Evidence,
    Figure,
    FigureNote,
    Level,
    Organisation,
    Position,
    Statement,
)
from tests.statements.demo.reading import (
    FRESH,
    POST,
    all_texts,
    figure,
    named_by,
    of_article,
    statement,
)

pytestmark = pytest.mark.usefixtures("register")


class TestTrapsOfTheSecondArticle:
    def test_12_december_is_a_thursday_in_several_years(self) -> None:
        said = of_article(FRESH).filter(speaker__slug="hun-manet")
        assert set(said.values_list("said_on", "weekday_as_printed")) == {
            (PartialDate.parse("2024-12-12"), "Thursday")
        }
        assert not Statement.objects.filter(said_on="2019-12-12").exists()

    def test_one_person_has_many_printed_names(self) -> None:
        printed = set(
            of_article(FRESH).filter(speaker__isnull=False).values_list("attributed_as", flat=True)
        )
        assert printed == {
            "Cambodian Prime Minister Hun Manet",
            "Prime Minister Hun Manet",
            "Premier Hun Manet",
            "The premier",
            "the premier",
            "Samdech Thipadei",
            "",  # where only a pronoun is printed
        }
        assert named_by("Samdech Thipadei") == named_by("Premier Hun Manet") == {"hun-manet"}
        assert named_by("the premier") == set()

    def test_samdech_alone_is_nobody(self) -> None:
        assert named_by("Samdech") == set()
        assert Alias.objects.filter(text="Samdech").count() == 3

    def test_samdech_thipadei_is_the_premier_since_his_first_day(self) -> None:
        assert Alias.objects.get(text="Samdech Thipadei").valid_from == date(2023, 8, 22)

    def test_tier_3_is_the_lowest_not_the_third_lowest(self) -> None:
        lowest = Level.objects.aggregate(Max("order"))["order__max"]
        assert Level.objects.get(code="3").order == lowest == 4
        assert Level.objects.get(code="SC").order is None
        assert "third lowest" not in all_texts().lower()

    def test_134_is_two_numbers_and_the_groups_overlap(self) -> None:
        suspects, minors = Figure.objects.filter(value=134).order_by("indicator__code").reverse()
        assert suspects.value_as_printed == "134 suspects"
        assert minors.value_as_printed == "134 were minors under the age of 18"
        assert suspects.indicator != minors.indicator
        assert minors.part_of == figure(FRESH, 241).part_of == figure(FRESH, 290)
        assert "overlap" in minors.note
        assert figure(FRESH, 4).part_of == suspects
        assert suspects.part_of is None

    def test_the_committees_series_has_years_halves_and_ten_months(self) -> None:
        code = "trafficking-and-sexual-exploitation-cases"
        (cases,) = series(loaded(Figure.objects.published().filter(indicator__code=code)))
        found = [
            (cell.span.words(), {int(point.figure.value) for point in cell.points})
            for cell in cases.cells
        ]
        assert found == [
            ("2016", {92}), ("January – October 2017", {129}), ("2017", {159}),
            ("January – October 2018", {109}), ("January – June 2019", {78}),
            ("January – June 2020", {79}), ("2020", {155}), ("January – September 2021", {269}),
            ("2021", {359}), ("January – September 2022", {122}), ("January – June 2023", {87}),
            ("January – June 2024", {104}),
        ]  # fmt: skip
        joined = {(found[one][0], found[other][0]) for one, other in cases.joins}
        assert joined == {
            ("2016", "2017"), ("2020", "2021"),
            ("January – October 2017", "January – October 2018"),
            ("January – June 2019", "January – June 2020"),
            ("January – September 2021", "January – September 2022"),
            ("January – June 2023", "January – June 2024"),
        }  # fmt: skip

    def test_the_checks_find_the_wrong_base_the_court_and_the_overlap(self) -> None:
        found = {one.rule: one for one in findings(list(for_checks(Figure.objects.all())))}
        assert {rule: int(one.figure.value) for rule, one in found.items()} == {
            "ratio": 104, "court": 538, "overlap": 290,
        }  # fmt: skip
        assert "19.54" in found[FigureNote.Rule.RATIO].words
        noted = set(FigureNote.objects.published().values_list("figure", "rule"))
        rules = (FigureNote.Rule.RATIO, FigureNote.Rule.COURT)
        assert noted == {(found[rule].figure.pk, rule) for rule in rules}

    def test_the_figures_are_a_reports_not_the_premiers(self) -> None:
        cited = of_article(FRESH).filter(organisation__slug="ncct")
        assert set(cited.values_list("citations__locator", flat=True)) == {
            "paragraph 7", "paragraph 8",
        }  # fmt: skip
        assert set(cited.values_list("kind", flat=True)) == {"written"}
        assert not Figure.objects.filter(speaker__slug="hun-manet").exists()
        assert not Figure.objects.filter(
            statement__citations__source__url=FRESH, organisation=None
        ).exists()

    def test_twelve_is_used_in_three_ways(self) -> None:
        dates = {str(each.said_on) for each in of_article(FRESH)}
        assert dates == {"2024-12-12", "2024-08"}
        assert not Figure.objects.filter(value__in=[12, 18, 3]).exists()

    def test_the_national_day_is_not_the_12th(self) -> None:
        day = Event.objects.get(slug="national-day-against-human-trafficking-2024")
        assert day.name == "National Day Against Human Trafficking"
        assert "12th" not in all_texts()

    def test_the_report_was_in_print_before_its_printed_release(self) -> None:
        for each in Statement.objects.filter(organisation__slug="ncct"):
            assert str(each.said_on) == "2024-08"
            assert each.date_basis == DateBasis.INFERRED
            assert "12 September 2024" in each.date_note
            assert "10–12 August 2024" in each.date_note

    def test_the_committee_has_a_loose_english_name(self) -> None:
        loose = "Anti-Human Trafficking Committee of the Ministry of Interior"
        assert loose in Organisation.objects.get(slug="ncct").other_names.split("\n")
        assert not Organisation.objects.filter(name=loose).exists()
        assert Organisation.objects.get(slug="ncct").parent is None

    def test_the_venue_has_two_names(self) -> None:
        day = Event.objects.get(slug="national-day-against-human-trafficking-2024")
        assert day.venue == "Diamond Island Convention and Exhibition Centre"
        assert "Diamond Convention and Exhibition Centre" in day.note

    def test_the_scare_quote_is_not_the_premiers(self) -> None:
        assert not Statement.objects.filter(text__contains="blood").exists()

    def test_the_ranking_is_not_named_in_the_speech(self) -> None:
        position = Position.objects.get(speaker__slug="hun-manet")
        assert position.target == DateBasis.INFERRED
        assert position.confidence == "medium"
        assert Evidence.objects.filter(position=position).count() == 4


class TestTrapsOfBothArticles:
    def test_four_quotations_end_in_a_comma(self) -> None:
        quoted = Statement.objects.filter(kind="quotation")
        assert quoted.filter(text__endswith=",").count() == 4
        assert quoted.filter(text__endswith=".").count() == 1

    def test_the_typography_is_kept(self) -> None:
        assert "Cambodia’s" in statement(FRESH, "paragraph 5").text
        assert not Statement.objects.filter(text__contains="'").exists()
        assert not Statement.objects.filter(text__regex="[“”•]").exists()

    def test_a_paragraph_is_a_line(self) -> None:
        for capture in Capture.objects.all():
            assert all(re.fullmatch("“.+”", line) for line in capture.text.split("\n"))

    def test_headlines_are_the_editors(self) -> None:
        titles = set(Source.objects.exclude(title="").values_list("title", flat=True))
        assert titles == {
            "Interior ministry lauds anti-trafficking work",
            "Govt Deflects, Makes Excuses at Human Trafficking Meeting",
        }
        for title in titles:
            assert all(title not in each.words for each in Statement.objects.all())

    def test_the_reporters_own_sentences_are_left_out(self) -> None:
        assert not of_article(POST).filter(citations__locator="paragraph 6").exists()
        assert not of_article(FRESH).filter(citations__locator="paragraph 3").exists()
        assert not Statement.objects.filter(organisation__slug="us-state-department").exists()
