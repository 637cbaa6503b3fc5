"""What the first article makes easy to get wrong, and the register has right."""

from datetime import date

import pytest

from sources.models import Source
from sources.vocabulary import DateBasis
from statements.models import (
    Edition,
    Event,
    Figure,
    Level,
    Position,
    Role,
    Speaker,
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


class TestTrapsOfTheFirstArticle:
    def test_no_year_is_printed(self) -> None:
        for each in of_article(POST):
            assert str(each.said_on) == "2022-08-12"
            assert each.date_basis == DateBasis.INFERRED
            assert "year" in each.date_note
            assert each.weekday_as_printed == ""
        assert Source.objects.get(url=POST).published_on is None

    def test_the_sidebar_is_a_year_younger(self) -> None:
        assert not Statement.objects.filter(
            speaker__slug="hun-manet", said_on_earliest__lt=date(2023, 8, 22)
        ).exists()
        of_statements = Figure.objects.filter(statement__isnull=False)
        assert not of_statements.filter(value__in=[204, 202, 2, 46, 51, 78]).exists()
        premiers = [
            role.speaker.slug
            for role in Role.objects.filter(title="Prime Minister")
            if role.known_on(date(2022, 8, 12))
        ]
        assert premiers == ["hun-sen"]

    def test_bun_honn_is_not_bun_eng(self) -> None:
        assert named_by("Bun Honn") == set()
        assert named_by("Bun") == set()
        assert named_by("Bun Eng") == {"chou-bun-eng"}
        assert "Honn" not in all_texts()

    def test_a_quotation_mark_is_never_closed(self) -> None:
        quoted = of_article(POST).filter(kind="quotation")
        assert quoted.count() == 3
        assert not quoted.filter(text__contains="TIP").exists()
        assert not quoted.filter(text__contains="Bun Eng").exists()

    def test_the_caption_repeats_a_sentence(self) -> None:
        words = [each.words for each in Statement.objects.all()]
        assert len(set(words)) == len(words)
        assert not of_article(POST).filter(citations__locator="paragraph 2").exists()

    def test_the_speaker_of_the_lead_is_anonymous(self) -> None:
        lead = of_article(POST).get(attributed_as="A senior Ministry of Interior official")
        assert lead.speaker
        assert lead.speaker.slug == "chou-bun-eng"
        assert named_by("A senior Ministry of Interior official") == set()

    def test_only_the_title_at_the_committee_is_printed(self) -> None:
        printed = set(of_article(POST).values_list("role_as_printed", flat=True))
        assert printed == {
            "permanent vice-chair of the National Committee for Counter Trafficking of Cambodia",
            "senior Ministry of Interior official",
        }
        assert set(of_article(POST).values_list("role__organisation__slug", flat=True)) == {"ncct"}
        assert Role.objects.get(
            speaker__slug="chou-bun-eng", title="Secretary of State, Ministry of Interior"
        ).known_on(date(2022, 8, 12))

    def test_the_family_name_comes_first(self) -> None:
        assert Speaker.objects.get(slug="chou-bun-eng").sort_name == "Chou Bun Eng"
        assert Speaker.objects.get(slug="w-patrick-murphy").sort_name == "Murphy, W. Patrick"
        assert [each.slug for each in Speaker.objects.all()][:2] == ["chou-bun-eng", "hun-manet"]

    def test_538_cases_cannot_come_from_359(self) -> None:
        taken = figure(POST, 538)
        assert taken.value_as_printed == "took 538 cases to court"
        assert taken.indicator.unit == "cases"
        assert taken.unit_disputed
        assert "suspects" in taken.note
        assert taken.part_of is None

    def test_359_may_count_sexual_exploitation_too(self) -> None:
        agency = "https://www.urdupoint.com/en/miscellaneous/cambodia-committed-to-cracking-down-on-human-1546264.html"
        codes = {figure(url, 359).indicator.code for url in (POST, agency)}
        assert codes == {"trafficking-cases", "trafficking-and-sexual-exploitation-cases"}
        assert figure(FRESH, 104).indicator.code in codes - {"trafficking-cases"}
        assert figure(POST, 359).compared_with == figure(POST, 155)
        assert figure(POST, 359).comparison_as_printed == "more than double"

    def test_the_record_of_prosecutions_has_no_number(self) -> None:
        record = statement(POST, "paragraph 4", functions__code="claim")
        assert "prosecution" in record.summary
        assert not record.figures.exists()

    def test_2wl_is_the_tier_2_watch_list(self) -> None:
        assert Level.objects.get(code="2WL").label == "Tier 2 Watch List"
        report = Edition.objects.get(year=2022)
        assert str(report.released_on) == "2022-07-19"
        assert "July" not in str(report)

    def test_we_do_not_deny_but_do_not_accept(self) -> None:
        said = statement(POST, "paragraph 9")
        position = Position.objects.get(evidence_rows__statement=said)
        assert position.stance.code == "rejects-as-unjust"
        assert position.placement.edition.year == 2022
        assert said.acknowledges_problem == "partly"
        assert {f.code for f in said.functions.all()} == {
            "acknowledgement", "commitment", "position",
        }  # fmt: skip
        locators = {s.citations.get().locator for s in position.evidence.all()}  # type: ignore[attr-defined]
        assert locators == {"paragraph 7", "paragraph 9"}

    def test_the_name_of_the_press_conference_is_misprinted(self) -> None:
        held = Event.objects.get(organiser__slug="rgsu")
        assert held.name == "Press conference on the situation of human trafficking in Cambodia"
        assert str(held.held_on) == "2022-08-12"
        assert held.statements.count() == 12 + 2
        assert "the on situation" not in all_texts()
