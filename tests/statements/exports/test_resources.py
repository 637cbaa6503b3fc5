import pytest
from django.http import Http404
from django.test import RequestFactory

from statements.exports.resources import RESOURCES, Renamed, collection
from tests import factories, register

pytestmark = pytest.mark.django_db
ASKED = RequestFactory().get("/")


def test_every_resource_is_the_list_of_a_page() -> None:
    assert RESOURCES.keys() <= register.pattern_names()


def test_an_unknown_list_is_not_found() -> None:
    with pytest.raises(Http404):
        collection("nowhere", ASKED)


def test_a_page_of_its_own_names_the_record() -> None:
    public = register.make()
    wanted = collection("speaker_detail", ASKED, slug=public.speaker.slug)
    assert wanted.title == public.speaker.name
    assert wanted.stem == f"speaker-{public.speaker.slug}"
    assert list(wanted.ids()) == [public.statement.pk]


def test_what_rests_on_a_source_is_in_the_order_of_its_page() -> None:
    source = factories.source()
    new, old = (factories.published(cite=source, said_on=year) for year in ("2022", "2014"))
    wanted = collection("source_detail", ASKED, pk=source.pk, slug=source.slug)
    assert list(wanted.ids()) == [old.pk, new.pk]


def test_a_draft_is_not_found_and_a_former_slug_leads_on() -> None:
    with pytest.raises(Http404):
        collection("speaker_detail", ASKED, slug=factories.speaker().slug)
    speaker = factories.published().speaker
    assert speaker
    before, speaker.slug = speaker.slug, "present"
    speaker.save()
    with pytest.raises(Renamed) as moved:
        collection("speaker_detail", ASKED, slug=before)
    assert moved.value.path == "/speakers/present/"
    source = factories.published().citations.get().source
    with pytest.raises(Renamed):
        collection("source_detail", ASKED, pk=source.pk, slug="x")


def test_a_country_in_a_ranking_stands_under_its_present_name() -> None:
    public = register.make()
    ranking, country = public.ranking, public.placement.country
    wanted = collection("ranking_country", ASKED, slug=ranking.slug, country=country.slug)
    assert list(wanted.ids()) == [public.placement.pk]
    assert wanted.title == f"{ranking}: {country}"
    before, country.slug = country.slug, "kampuchea"
    country.save()
    with pytest.raises(Renamed) as moved:
        collection("ranking_country", ASKED, slug=ranking.slug, country=before)
    assert moved.value.path == f"/rankings/{ranking.slug}/kampuchea/"
