"""The demo register, compared with what was read in its sources.

The expectations stand here as data of their own, so that a slip in a data file shows.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.db.models import Max

from sources.dates import PartialDate
from sources.models import Capture, Country, Outlet, Source
from sources.publication import Publishable, Status
from sources.vocabulary import DateBasis
from statements.demo import loading
from statements.figures.checks import findings, for_checks
from statements.figures.selection import loaded
from statements.figures.series import series
from statements.models import (
    Alias,
    Edition,
    Event,
    Evidence,
    Figure,
    FigureNote,
    Level,
    Organisation,
    Page,
    Placement,
    Position,
    Relation,
    Role,
    SearchEntry,
    Speaker,
    Statement,
    Topic,
)
from statements.relations.corroboration import Count, corroboration
from statements.search.analyser import tokens
from tests import demo

POST = "https://www.phnompenhpost.com/national/interior-ministry-lauds-anti-trafficking-work"
FRESH = "https://en.freshnewsasia.com/index.php/en/localnews/56063-2024-12-12-05-39-32.html"
SPEAKERS = (
    "chou-bun-eng hun-manet hun-sen khieu-kanharith khieu-sopheak neth-pheaktra pen-bona"
    " phay-siphan sak-setha sar-kheng sar-sokha sok-reaksmey touch-sokhak w-patrick-murphy"
    " yim-virak"
)
ORGANISATIONS = (
    "council-of-ministers cpp ministry-of-foreign-affairs moi national-police ncct rgsu"
    " us-state-department"
)
OUTLETS = (
    "akp camboja-news cambodia-daily cnv fresh-news ggbnews kamnotra khmer-times phnom-penh-post"
    " rfa urdupoint vod voa-khmer xinhua"
)
TOPICS = (
    "child-protection international-cooperation labour-exploitation national-policy"
    " official-complicity online-scams prevention prosecution reputation-misinformation"
    " sexual-exploitation tip-ranking victim-protection"
)
TIERS = {  # from 2001 on, W for the Watch List
    "KH": "23223WW2W222WWW222WWW3333",
    "LA": "222W23222W222WWWW3W2222W3",
    "MM": "33333333333WWWW3W33333333",
    "MY": "32222W3W3WWWW3WW2WWW33W22",
    "TH": "222W22222WWWW33WW222W2222",
    "VN": "222W22222WW2222222WWW3W2",
}
RELEASED = {
    2001: None,
    2002: "2002-06-05",
    2003: "2003-06",
    2004: None,
    2005: "2005-06-03",
    2006: "2006-06-05",
    2007: "2007-06-12",
    2008: "2008-06-05",
    2009: "2009-06-16",
    2010: "2010-06-14",
    2011: "2011-06-27",
    2012: "2012-06",
    2013: "2013-06-20",
    2014: "2014-06-20",
    2015: "2015-07-27",
    2016: "2016-06-30",
    2017: "2017-06-27",
    2018: "2018-06-28",
    2019: "2019-06-20",
    2020: "2020-06-25",
    2021: "2021-07-02",
    2022: "2022-07-19",
    2023: "2023-06-15",
    2024: "2024-06-24",
    2025: "2025-09-29",
}
QUOTATIONS = {  # the words, by source and paragraph
    (POST, "paragraph 3"): (
        "We are dedicated to combating human trafficking and are employing every means possible to "
        "tackle human trafficking in Cambodia and any other activities related to the practice,"
    ),
    (POST, "paragraph 8"): (
        "We are not silent in our work of tackling human trafficking. We suffer when perpetrators "
        "conduct these activities on Cambodian soil, and do our best to protect people from "
        "falling victim to these crimes,"
    ),
    (POST, "paragraph 9"): (
        "We do not deny the assessment downgrade, but we do not accept it. It cannot be denied, as "
        "it has been spread all over the world. We must also come up with every means to respond "
        "to it. Although we accept that we do not have the resources to combat all kinds of "
        "crimes, we must make it a priority. We want Cambodia to be safe and peaceful for everyone,"
    ),
    (FRESH, "paragraph 5"): (
        "In this new era, we face both real and fake information, which has significantly damaged "
        "our reputation. Some international assessments of Cambodia’s efforts to combat human "
        "trafficking have been inaccurate and unfair,"
    ),
    (FRESH, "paragraph 6"): (
        "We do not deny that we have problems. Cambodia has never denied the existence of human "
        "trafficking or other security issues. That is why we continue to strengthen law "
        "enforcement measures and enhance international cooperation, demonstrating our clear "
        "commitment."
    ),
}
FIGURES = {  # value: number of figures of that value, by claimant
    "chou-bun-eng": {359: 2, 155: 2, 1577: 2, 538: 2},
    "ncct": {
        104: 2,
        134: 2,
        4: 1,
        290: 1,
        241: 1,
        92: 1,
        159: 1,
        129: 1,
        109: 1,
        78: 1,
        97: 1,
        79: 1,
        269: 1,
        122: 1,
        87: 1,
    },
}
POSITIONS = {
    ("sar-kheng", 2002, "dismisses"),
    ("hun-sen", 2005, "dismisses"),
    ("khieu-kanharith", 2007, "rejects-as-unjust"),
    ("khieu-sopheak", 2007, "accepts"),
    ("sar-kheng", 2008, "welcomes"),
    ("chou-bun-eng", 2010, "welcomes"),
    ("ministry-of-foreign-affairs", 2013, "rejects"),
    ("sok-reaksmey", 2014, "defends-efforts"),
    ("yim-virak", 2019, "disputes-as-unfair"),
    ("chou-bun-eng", 2020, "disputes-as-unfair"),
    ("chou-bun-eng", 2021, "disputes-as-inaccurate"),
    ("chou-bun-eng", 2022, "rejects"),
    ("chou-bun-eng", 2022, "rejects-as-unjust"),  # in July and in August
    ("sar-kheng", 2022, "disputes-as-unfair"),
    ("sar-kheng", 2022, "dismisses"),
    ("sar-kheng", 2022, "neither-supports-nor-denies"),
    ("hun-sen", 2022, "defends-efforts"),
    ("touch-sokhak", 2024, "rejects-as-political"),
    ("sar-sokha", 2024, "disputes-as-unfair"),
    ("hun-manet", 2024, "disputes-as-unfair"),
}


@pytest.fixture(scope="module", autouse=True)
def register(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Load the register once for the tests of this module, none of which changes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.load()
        yield
        transaction.set_rollback(True)


def statement(url: str, locator: str, **more: Any) -> Statement:
    return Statement.objects.get(citations__source__url=url, citations__locator=locator, **more)


def of_article(url: str) -> Any:
    return Statement.objects.filter(citations__source__url=url)


def figure(url: str, value: int, **more: Any) -> Figure:
    return Figure.objects.get(statement__citations__source__url=url, value=value, **more)


def named_by(text: str) -> set[str]:
    """Slugs of the speakers whom the printed name alone is enough to recognise."""
    folded = " ".join(tokens(text))
    aliases = Alias.objects.filter(folded=folded, auto_match=True)
    by_name = {s.slug for s in Speaker.objects.all() if " ".join(tokens(s.name)) == folded}
    return by_name | set(aliases.values_list("speaker__slug", flat=True))


def all_texts() -> str:
    return "\n".join(path.read_text("utf-8") for path in loading.FILES.glob("*.json"))


def everything() -> dict[str, list[Any]]:
    """Every row of every table, histories and logins included."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_models()
    }


def slugs(model: Any) -> list[str]:
    return sorted(model.objects.published().values_list("slug", flat=True))


class TestTheRegisterHolds:
    def test_fifteen_speakers(self) -> None:
        assert slugs(Speaker) == SPEAKERS.split()
        assert len(slugs(Speaker)) == 15

    def test_eight_organisations(self) -> None:
        assert slugs(Organisation) == ORGANISATIONS.split()

    def test_the_outlets(self) -> None:
        assert slugs(Outlet) == sorted(OUTLETS.split())

    def test_twelve_topics(self) -> None:
        assert slugs(Topic) == TOPICS.split()
        assert len(slugs(Topic)) == 12

    def test_fifty_five_statements(self) -> None:
        assert Statement.objects.published().count() == 55
        assert of_article(POST).count() == 12
        assert of_article(FRESH).count() == 16

    def test_a_search_entry_for_each_statement(self) -> None:
        assert SearchEntry.objects.count() == 55

    def test_a_source_for_each_address(self) -> None:
        assert Source.objects.exclude(url="").count() == 31
        assert Source.objects.filter(url="").count() == 2

    @pytest.mark.parametrize("iso2", TIERS)
    def test_the_tiers_of_a_country_year_by_year(self, iso2: str) -> None:
        placements = Placement.objects.published().filter(country__iso2=iso2)
        found = dict(placements.values_list("edition__year", "level__code"))
        assert found == dict(enumerate((code.replace("W", "2WL") for code in TIERS[iso2]), 2001))

    def test_a_placement_for_each_country_and_year_but_one(self) -> None:
        placements = Placement.objects.published()
        assert placements.count() == 6 * 25 - 1
        assert not placements.filter(country__iso2="VN", edition__year=2025).exists()
        assert set(placements.filter(confidence="low").values_list("country", "edition__year")) == {
            (Country.objects.get(iso2="TH").pk, 2019),
            (Country.objects.get(iso2="VN").pk, 2020),
        }

    def test_evidence_for_each_placement(self) -> None:
        assert not Placement.objects.filter(evidence="").exists()

    def test_the_releases_as_far_as_they_are_known(self) -> None:
        released = {e.year: e.released_on and str(e.released_on) for e in Edition.objects.all()}
        assert released == RELEASED

    def test_the_positions(self) -> None:
        found = [
            ((p.speaker or p.organisation).slug, p.placement.edition.year, p.stance.code)  # type: ignore[union-attr]
            for p in Position.objects.published()
        ]
        assert set(found) == POSITIONS
        assert len(found) == len(POSITIONS) + 1

    def test_the_figures_with_their_claimants(self) -> None:
        found: dict[str, Counter[int]] = {name: Counter() for name in FIGURES}
        for each in Figure.objects.published():
            found[(each.speaker or each.organisation).slug][int(each.value)] += 1  # type: ignore[union-attr]
        assert found == FIGURES

    def test_the_texts_of_the_front_page_and_of_about(self) -> None:
        assert set(Page.objects.values_list("slug", flat=True)) == {"about", "front"}

    def test_the_names_of_statement_makers_in_khmer(self) -> None:
        assert Speaker.objects.get(slug="chou-bun-eng").name_local == "ជូ ប៊ុនអេង"
        assert Speaker.objects.get(slug="hun-manet").name_local == "ហ៊ុន ម៉ាណែត"

    def test_the_committee_and_the_ministry_as_claimants(self) -> None:
        found = Counter(Statement.objects.values_list("organisation__slug", flat=True))
        assert found == {None: 52, "ncct": 2, "ministry-of-foreign-affairs": 1}


class TestEveryRecord:
    def test_is_published(self) -> None:
        models = [m for m in apps.get_models() if issubclass(m, Publishable)]
        unpublished = [
            r for m in models for r in m._default_manager.exclude(status=Status.PUBLISHED)
        ]
        assert len(models) == 12
        assert unpublished == []

    @pytest.mark.parametrize("kind", loading.KINDS.values(), ids=loading.KINDS)
    def test_passes_validation(self, kind: loading.Kind) -> None:
        for model in [kind.model, *(part.model for part in kind.parts.values())]:
            records = list(model._default_manager.all())
            assert records
            for record in records:
                record.full_clean()

    def test_with_an_office_shows_one_that_was_held_that_day(self) -> None:
        for each in Statement.objects.exclude(role=None).select_related("role"):
            assert each.role
            assert each.said_on
            assert each.role.known_on(each.said_on.earliest), each

    def test_by_a_speaker_names_the_office(self) -> None:
        assert not Statement.objects.filter(speaker__isnull=False, role=None).exists()


class TestWords:
    def test_of_the_five_quotations_are_as_printed(self) -> None:
        found = {
            (s.citations.get().source.url, s.citations.get().locator): s.text
            for s in Statement.objects.filter(kind="quotation")
        }
        assert found == QUOTATIONS

    def test_stand_only_in_quotations(self) -> None:
        others = Statement.objects.exclude(kind="quotation")
        assert others.count() == 50
        assert not others.exclude(text="").exists()
        assert not others.exclude(original_text="").exists()
        assert not others.filter(summary="").exists()

    def test_of_a_citation_are_not_copied(self) -> None:
        assert not Statement.objects.exclude(citations__excerpt="").exists()

    def test_are_kept_in_captures_of_excerpts_only(self) -> None:
        assert Capture.objects.count() == 2
        for capture in Capture.objects.all():
            quoted = [
                f"“{text}”" for (url, _), text in QUOTATIONS.items() if url == capture.source.url
            ]
            assert capture.extent == Capture.Extent.EXCERPTS
            assert capture.text.split("\n") == quoted

    def test_of_quotations_are_cited_from_their_capture(self) -> None:
        for each in Statement.objects.filter(kind="quotation"):
            citation = each.citations.get()
            assert citation.capture
            assert each.text in citation.capture.text
            assert citation.verification == "exact"


class TestOneRemarkInSeveralOutlets:
    def of(self, summary: str) -> Count:
        return corroboration(Statement.objects.get(summary__startswith=summary)).count

    def test_the_speech_stands_in_three_articles_of_two_outlets(self) -> None:
        speech = statement(FRESH, "paragraph 5")
        found = corroboration(speech)
        assert (found.count.sources, found.count.outlets, found.count.independent) == (3, 2, 2)
        assert [row.is_summary for row in found.wordings] == [False, True, True]

    def test_the_press_conference_is_told_by_three_outlets(self) -> None:
        record = corroboration(Statement.objects.get(summary__startswith="Claims a record number"))
        assert {row.citation.source.outlet.slug for row in record.wordings} == {
            "phnom-penh-post", "urdupoint",
        }  # fmt: skip
        assert record.count_around.independent == 3

    def test_who_cites_another_is_not_another_voice(self) -> None:
        count = self.of("Says that the government cannot deny the downgrade")
        assert (count.outlets, count.independent) == (2, 1)

    def test_every_relation_was_confirmed_through_the_one_door(self) -> None:
        assert Relation.objects.count() == Relation.objects.published().count() == 3


class TestASecondRun:
    def test_changes_nothing(self) -> None:
        before = everything()
        call_command("load_demo", verbosity=0)
        assert everything() == before

    def test_leaves_what_an_editor_has_changed(self) -> None:
        with transaction.atomic():
            Speaker.objects.filter(slug="hun-manet").update(
                slug="samdech-thipadei", name="H. Manet"
            )
            Statement.objects.filter(kind="quotation").update(text="Other words.")
            Alias.objects.filter(text="Bun Eng").delete()
            before = everything()
            call_command("load_demo", verbosity=0)
            assert everything() == before
            transaction.set_rollback(True)


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
