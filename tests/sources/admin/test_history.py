"""The history of a record as a list of changes."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse

from sources.admin.history import changes_between
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


def test_a_text_is_told_word_by_word() -> None:
    source = factories.source(notes="Ask the author.")
    source.notes = "Ask the <author> again."
    source.save()
    entries = list(Source.history.filter(id=source.pk))
    (change,) = changes_between(entries[1], entries[0])
    assert (change["old"], change["field"]) == ("Ask the author.", "Internal notes")
    assert change["words"] == ("Ask the <del>author.</del> <ins>&lt;author&gt; again.</ins>")
    client = Client()
    client.force_login(
        factories.staff("Editor"), backend="django.contrib.auth.backends.ModelBackend"
    )
    page = client.get(reverse("admin:sources_source_history", args=[source.pk]))
    assert f'<span class="words">{change["words"]}</span>' in page.content.decode()
