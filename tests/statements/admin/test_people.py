"""Speakers with their aliases and offices."""

import pytest

from statements.models import Organisation, Speaker, Statement
from statements.search import index
from statements.search.query import parse
from tests import factories
from tests.statements.admin.conftest import LogIn, rows, speaker_form, url

pytestmark = pytest.mark.django_db


def test_aliases_and_offices_are_entered_with_the_speaker(log_in: LogIn) -> None:
    alias = {"text": "Samdech", "kind": "honorific", "language": "en"}
    office = {"title": "Secretary of State", "start": "2018", "confidence": "high"}
    form = speaker_form() | rows("aliases", alias) | rows("roles", office)
    assert log_in("Contributor").post(url("statements_speaker_add"), form).status_code == 302
    made = Speaker.objects.get()
    assert made.aliases.get().text == "Samdech"
    assert made.roles.get().title == "Secretary of State"


def test_a_new_alias_of_a_published_speaker_is_found_at_once(log_in: LogIn) -> None:
    speaker = factories.speaker()
    factories.published(speaker=speaker)
    alias = {"text": "Thipadei", "kind": "honorific", "language": "en"}
    form = speaker_form(name=speaker.name, slug=speaker.slug) | rows("aliases", alias)
    path = url("statements_speaker_change", speaker.pk)
    assert log_in("Editor").post(path, form).status_code == 403
    assert log_in("Reviewer").post(path, form).status_code == 302
    assert index.matching(Statement.objects.all(), parse("thipadei")).count() == 1


def test_an_office_that_ends_before_it_starts_is_an_error(log_in: LogIn) -> None:
    office = {"title": "King", "start": "2018", "end": "2014", "confidence": "high"}
    form = speaker_form() | rows("roles", office)
    response = log_in("Contributor").post(url("statements_speaker_add"), form)
    assert b"An office cannot end before it starts." in response.content
    assert not Speaker.objects.exists()


def test_lists_count_the_statements_and_lead_to_them(log_in: LogIn) -> None:
    statement = factories.draft()
    page = log_in("Editor").get(url("statements_speaker_changelist")).content.decode()
    assert f'statement/?speaker__id__exact={statement.speaker_id}">1</a>' in page


def test_reference_records_are_for_editors(log_in: LogIn) -> None:
    form = {"name": "Ministry", "slug": "ministry", "kind": "ministry"}
    path = url("statements_organisation_add")
    assert log_in("Contributor").post(path, form).status_code == 403
    assert log_in("Editor").post(path, form).status_code == 302
    assert Organisation.objects.get().status == "draft"


def test_a_taken_slug_is_an_error_of_the_form(log_in: LogIn) -> None:
    factories.speaker(slug="chou-bun-eng")
    response = log_in("Contributor").post(url("statements_speaker_add"), speaker_form())
    assert b"already exists" in response.content
