"""The command that makes the index anew."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from statements.models import ContentChange, SearchEntry, Statement, ValuePosting, WordPosting
from statements.postings.checking import disagreements
from tests import factories

pytestmark = pytest.mark.django_db


def reindexed(*words: str) -> str:
    out = StringIO()
    call_command("reindex", *words, stdout=out, stderr=out)
    return out.getvalue()


def newest() -> ContentChange:
    return ContentChange.objects.latest("seq")


def test_it_makes_all_anew_and_says_so() -> None:
    factories.published()
    factories.draft()
    for model in (SearchEntry, WordPosting, ValuePosting):
        model._default_manager.all().delete()
    assert "Indexed 1 statements in " in reindexed()
    assert list(disagreements()) == []
    assert newest().rebuilt


def test_it_drops_what_belongs_to_nobody() -> None:
    statement = factories.published()
    Statement.objects.filter(pk=statement.pk).update(status="draft")
    reindexed()
    assert not SearchEntry.objects.exists()
    assert not WordPosting.objects.exists()
    assert not ValuePosting.objects.exists()


def test_an_index_that_was_made_is_left_alone_where_only_a_missing_one_is_wanted() -> None:
    before = newest().seq
    assert reindexed("--missing") == ""
    assert newest().seq == before
    ContentChange.objects.all().delete()
    assert "Indexed 0 statements" in reindexed("--missing")
    assert newest().rebuilt


def test_a_check_changes_nothing_and_says_that_all_is_right() -> None:
    factories.published()
    before = newest().seq
    assert reindexed("--check") == "The index is as it should be.\n"
    assert newest().seq == before


def test_a_check_names_what_is_wrong_and_fails() -> None:
    statement = factories.published()
    SearchEntry.objects.update(tokens=" other ")
    out = StringIO()
    with pytest.raises(CommandError, match=r"wrong in [0-9]+ places"):
        call_command("reindex", "--check", stderr=out)
    assert f"Statement {statement.pk} is not indexed as it stands." in out.getvalue()
    reindexed()
    assert reindexed("--check") == "The index is as it should be.\n"
