"""The history of a record as a list of changes."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from sources.models import Source
from statements import workflow
from tests import factories

pytestmark = pytest.mark.django_db


def changes(source: Source) -> list[tuple[str, str, str]]:
    """Field, old and new value of the newest entry."""
    entries = list(Source.history.filter(id=source.pk))
    editor: Any = admin.site.get_model_admin(Source)
    editor.set_history_delta_changes(RequestFactory().get("/"), entries)
    return [(one["field"], one["old"], one["new"]) for one in entries[0].history_delta_changes]


def test_choices_and_dates_are_told_in_words() -> None:
    source = factories.source(published_on="2014")
    source.kind, source.published_on = "video", "2014-06"
    source.save()
    assert changes(source) == [("Kind", "Article", "Video"), ("Published on", "2014", "2014-06")]


def test_a_publication_is_told_though_no_form_makes_it() -> None:
    source = factories.source()
    workflow.publish(record=source, by=None)
    assert changes(source) == [("Status", "Draft", "Published")]


def test_single_versions_have_no_page_from_which_to_save_them() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("admin:sources_source_simple_history", args=[1, 1])
