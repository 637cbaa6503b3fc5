import pytest
from django.test import Client

from statements import workflow
from statements.models import Speaker
from statements.renames import named
from tests import factories

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
