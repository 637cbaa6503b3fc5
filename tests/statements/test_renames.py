from typing import Any

import pytest
from django.test import Client

from statements import workflow
from statements.models import Speaker
from statements.renames import named
from tests import factories, register

pytestmark = pytest.mark.django_db


def public_speaker() -> Speaker:
    return workflow.publish(record=factories.speaker(), by=None)


def test_an_earlier_slug_redirects_for_ever(client: Client) -> None:
    speaker = public_speaker()
    for slug in ("first", "second", "third"):
        speaker.slug = slug
        speaker.save()
    for slug in ("first", "second"):
        answer = client.get(f"/speakers/{slug}/")
        assert (answer.status_code, answer["Location"]) == (301, "/speakers/third/")
    assert client.get("/speakers/third/").status_code == 200


def test_a_slug_in_use_wins_over_an_earlier_one() -> None:
    renamed, present = public_speaker(), public_speaker()
    renamed.slug = "shared"
    renamed.save()
    renamed.slug = "renamed"
    renamed.save()
    present.slug = "shared"
    present.save()
    assert named(Speaker, "shared") == present


def test_a_draft_has_no_page_under_any_slug(client: Client) -> None:
    draft = factories.speaker(slug="before")
    draft.slug = "now"
    draft.save()
    assert client.get("/speakers/before/").status_code == 404
    assert client.get("/speakers/now/").status_code == 404


def renamed(record: Any, field: str = "slug") -> tuple[str, str]:
    """The earlier name and the present one."""
    before = getattr(record, field)
    setattr(record, field, f"{before}-renamed")
    record.save()
    return before, f"{before}-renamed"


PAGES = {
    "speaker_detail": "speaker",
    "organisation_detail": "organisation",
    "topic_detail": "topic",
    "outlet_detail": "outlet",
    "ranking_detail": "ranking",
    "ranking_country": "ranking",
    "ranking_country_svg": "ranking",
    "ranking_country_csv": "ranking",
}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_moves_with_its_record_and_keeps_the_query(client: Client, name: str) -> None:
    public = register.make()
    path = register.pages(public)[name]
    before, now = renamed(getattr(public, PAGES[name]))
    answer = client.get(f"{path}?q=law&page=1")
    assert answer.status_code == 301
    assert answer["Location"] == f"{path.replace(before, now, 1)}?q=law&page=1"
    assert client.get(path.replace(before, now, 1)).status_code == 200


@pytest.mark.parametrize("extension", ["csv", "json", "jsonl", "atom"])
@pytest.mark.parametrize("kind", ["speaker", "organisation", "topic", "outlet"])
def test_the_data_move_with_their_record(client: Client, kind: str, extension: str) -> None:
    before, now = renamed(getattr(register.make(), kind))
    answer = client.get(f"/{kind}s/{before}.{extension}?since=2020")
    assert (answer.status_code, answer["Location"]) == (
        301,
        f"/{kind}s/{now}.{extension}?since=2020",
    )


@pytest.mark.parametrize("extension", ["/", ".svg", ".csv"])
def test_the_page_of_a_country_moves_with_its_name(client: Client, extension: str) -> None:
    public = register.make()
    before, now = renamed(public.placement.country)
    stem = f"/rankings/{public.ranking.slug}"
    answer = client.get(f"{stem}/{before}{extension}")
    assert (answer.status_code, answer["Location"]) == (301, f"{stem}/{now}{extension}")


@pytest.mark.parametrize("extension", ["/", ".svg", ".csv"])
def test_the_page_of_an_indicator_moves_with_its_code(client: Client, extension: str) -> None:
    before, now = renamed(register.make().figure.indicator, "code")
    answer = client.get(f"/figures/{before}{extension}")
    assert (answer.status_code, answer["Location"]) == (301, f"/figures/{now}{extension}")


def test_a_statement_and_a_source_move_with_what_their_address_is_made_of(client: Client) -> None:
    public = register.make()
    pages = register.pages(public)
    _before, now = renamed(public.speaker)
    for name in ("statement_detail", "statement_history"):
        answer = client.get(f"{pages[name]}?revision=1")
        assert answer.status_code == 301
        assert now in answer["Location"]
        assert answer["Location"].endswith("?revision=1")
    public.source.title = "Another title"
    public.source.save()
    answer = client.get(pages["source_detail"])
    assert (answer.status_code, answer["Location"]) == (
        301, f"/sources/{public.source.pk}/another-title/",
    )  # fmt: skip


def test_a_merged_speaker_leads_to_the_one_who_is_left(client: Client) -> None:
    merged, kept = public_speaker(), public_speaker()
    merged.merged_into = kept
    merged.save()
    for path in (f"/speakers/{merged.slug}/", f"/speakers/{merged.slug}.csv"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (
            301, path.replace(merged.slug, kept.slug),
        )  # fmt: skip


FILTERS = {
    "speaker": ("speaker", "slug"),
    "topic": ("topic", "slug"),
    "outlet": ("outlet", "slug"),
    "ranking": ("ranking", "slug"),
    "event": ("event", "slug"),
    "organisation": ("organisation", "slug"),
}


@pytest.mark.parametrize("parameter", FILTERS)
def test_a_filter_by_an_earlier_name_gives_the_same_selection(
    client: Client, parameter: str
) -> None:
    attribute, field = FILTERS[parameter]
    before, now = renamed(getattr(register.make(), attribute), field)
    for path in ("/statements.jsonl", "/positions.csv"):
        old, new = (client.get(f"{path}?{parameter}={slug}") for slug in (before, now))
        assert old.status_code == new.status_code == 200
        assert old.getvalue() == new.getvalue()
    page = client.get(f"/statements/?{parameter}={before}")
    assert page.status_code == 200


def test_a_country_set_beside_another_by_an_earlier_name_is_found(client: Client) -> None:
    public = register.make()
    neighbour = factories.country("LA", "Laos")
    workflow.publish(
        record=factories.placement(public.ranking, year=2023, country=neighbour), by=None
    )
    before, _now = renamed(neighbour)
    path = register.pages(public)["ranking_country"]
    assert client.get(f"{path}?with={before}").status_code == 200
    assert client.get(f"{path}?with=nowhere").status_code == 400
