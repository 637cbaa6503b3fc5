import hashlib
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from sources.models import Capture, Source
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_same_page_under_another_address_is_refused_beside_the_field() -> None:
    known = factories.source("Lauds", url="https://www.post.example/a")
    again = Source(outlet=known.outlet, url="http://post.example/a/?utm_source=x")
    with pytest.raises(ValidationError) as caught:
        again.full_clean()
    assert "Lauds" in caught.value.message_dict["url"][0]


def test_the_database_refuses_it_too() -> None:
    factories.source(url="https://www.post.example/a")
    with pytest.raises(IntegrityError):
        factories.source(url="http://post.example/a/")


def test_many_sources_may_have_no_address() -> None:
    factories.source(url="")
    assert factories.source(url="").canonical_url is None


def test_an_address_that_is_none_is_the_fields_business() -> None:
    source = Source(outlet=factories.outlet(), url="http://[")
    with pytest.raises(ValidationError) as caught:
        source.full_clean()
    assert list(caught.value.message_dict) == ["url"]


def test_a_source_without_title_is_named_by_its_outlet() -> None:
    source = factories.source(title=" ")
    assert source.slug == source.outlet.slug


def test_an_archive_date_needs_the_archives_address() -> None:
    source = factories.source()
    source.archived_on = timezone.localdate()
    with pytest.raises(ValidationError, match="archive's address"):
        source.full_clean()


def test_a_capture_carries_the_digest_of_its_text() -> None:
    capture = factories.capture(factories.source(), "“We will act,” she said.")
    assert capture.sha256 == hashlib.sha256("“We will act,” she said.".encode()).hexdigest()


def test_the_same_text_is_captured_once() -> None:
    source = factories.source()
    factories.capture(source, "text")
    with pytest.raises(IntegrityError):
        factories.capture(source, "text")


def test_a_body_cannot_end_before_it_starts() -> None:
    capture = Capture(
        source=factories.source(), captured_at=timezone.now(), text="x", body_start=5, body_end=2
    )
    with pytest.raises(ValidationError, match="cannot end before it starts"):
        capture.full_clean()


@pytest.mark.parametrize(
    "change",
    [{"text": "Forged."}, {"method": Capture.Method.FETCHED}, {"captured_at": timezone.now()}],
    ids=lambda change: next(iter(change)),
)
def test_what_was_captured_never_changes(change: dict[str, Any]) -> None:
    capture = factories.capture(factories.source(), "As printed.")
    for name, value in change.items():
        setattr(capture, name, value)
    with pytest.raises(ValidationError, match="never changes"):
        capture.save()
    capture.refresh_from_db()
    assert capture.text == "As printed."


def test_a_capture_never_moves_to_another_source() -> None:
    capture = factories.capture(factories.source(), "As printed.")
    capture.source = factories.source()
    with pytest.raises(ValidationError, match="never changes"):
        capture.save()


def test_the_body_of_a_capture_can_be_corrected() -> None:
    capture = factories.capture(factories.source(), "LOGO As printed.")
    assert (capture.body_start, capture.body_stop) == (0, 16)
    capture.body_start, capture.body_end = 5, 15
    capture.save()
    capture.refresh_from_db()
    assert (capture.body_start, capture.body_stop) == (5, 15)
