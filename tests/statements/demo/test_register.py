"""The demo register, compared with what was read in its sources.

The expectations stand here as data of their own, so that a slip in a data file shows.
"""

from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction

from sources.models import Capture, Country, Outlet, Source
from sources.publication import Publishable, Status
from statements.demo import loading
from statements.models import (
    Alias,
    Edition,
    Figure,
    Organisation,
    Page,
    Placement,
    Position,
    Relation,
    SearchEntry,
    Speaker,
    Statement,
    Topic,
)
from statements.relations.corroboration import Count, corroboration
from tests.statements.demo.expected import (
    FIGURES,
    ORGANISATIONS,
    OUTLETS,
    POSITIONS,
    QUOTATIONS,
    RELEASED,
    SPEAKERS,
    TIERS,
    TOPICS,
)
from tests.statements.demo.reading import FRESH, POST, of_article, statement

pytestmark = pytest.mark.usefixtures("register")


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
