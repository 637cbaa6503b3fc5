import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import LedgerEntry, Speaker, Statement
from statements.sitemaps import Pages, Records, sections
from tests import factories, register

pytestmark = pytest.mark.django_db


def newest(record: Speaker | Statement) -> object:
    entries = LedgerEntry.objects.filter(model=record._meta.label_lower, record_id=record.pk)
    return entries.order_by("-number")[0].made_at


def moment_of(sitemap: Records, record: Speaker | Statement) -> object:
    return sitemap.lastmod(sitemap.items().get(pk=record.pk))


def test_every_section_tells_only_of_what_is_public() -> None:
    public = register.make()
    factories.draft()
    locations = {
        name: [part.location(item) for item in part.items()] for name, part in sections().items()
    }
    assert public.statement.get_absolute_url() in locations["statements"]
    assert public.withdrawn.get_absolute_url() not in locations["statements"]
    assert len(locations["statements"]) == Statement.objects.published().count()
    assert f"/sources/{public.source.pk}/{public.source.slug}/" in locations["sources"]
    assert all(len(found) >= 1 for found in locations.values())


def test_what_only_editors_see_does_not_change_the_moment() -> None:
    statement = factories.published()
    before = moment_of(Records(Statement), statement)
    statement.notes = "Never public."
    statement.save()
    assert moment_of(Records(Statement), statement) == before == newest(statement)


def test_a_correction_does() -> None:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    before = moment_of(Records(Statement), statement)
    statement.summary = "Promises nothing."
    statement.save()
    workflow.edited(record=statement, by=factories.staff("Reviewer"), note="A slip.")
    assert moment_of(Records(Statement), statement) == newest(statement) != before


def test_a_statement_changes_the_pages_that_show_it() -> None:
    statement = factories.published()
    assert statement.speaker
    sitemap = Records(Speaker, "speaker")
    assert moment_of(sitemap, statement.speaker) == newest(statement)
    workflow.withdraw(record=statement, by=None, reason="Misattributed.")
    assert moment_of(sitemap, statement.speaker) == newest(statement)


def test_the_newest_moment_of_all_costs_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    statement = factories.published()
    moment = newest(statement)
    with django_assert_num_queries(1):
        assert Records(Statement).get_latest_lastmod() == moment


def test_the_pages_are_all_there() -> None:
    assert reverse("statement_list") in [Pages().location(one) for one in Pages().items()]
