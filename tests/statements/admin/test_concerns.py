"""The health page: each count leads to a list of exactly as many records."""

from typing import Any

import pytest
from django.contrib import admin

from sources.models import Source
from statements import health, workflow
from statements.admin.concerns import ConcernFilter, filter_sources
from statements.models import Citation, Role
from tests import factories
from tests.statements.admin.conftest import LogIn, url

pytestmark = pytest.mark.django_db
HEALTH = "statements_statement_health"


def troubled(times: int) -> None:
    """So many records of every concern there is."""
    for _ in range(times):
        undated, holder = factories.draft(said_on=None), factories.speaker()
        Citation.objects.create(statement=undated, source=factories.source(), locator="1")
        differs = factories.draft("We will not act.", cite=False)
        source = factories.source()
        factories.capture(source, "“We will act.” So it ends.")
        Citation.objects.create(statement=differs, source=source)
        Citation.objects.create(statement=differs, source=source, locator="again")
        workflow.verify(record=differs, by=None)
        factories.position(differs).evidence_rows.all().delete()
        factories.figure(differs, 9, part_of=factories.figure(differs, 5))
        for _ in range(2):
            Role.objects.create(speaker=holder, title="Minister")
        cited = factories.published().citations.get().source
        workflow.captured(capture=factories.capture(cited, "All was rewritten."), by=None)


def test_each_count_is_that_of_the_list_it_leads_to(log_in: LogIn) -> None:
    troubled(2)
    client = log_in("Editor")
    shown = client.get(url(HEALTH)).context["concerns"]
    assert [one["count"] > 0 for one in shown] == [True] * len(health.CONCERNS)
    for one in shown:
        listed = client.get(one["address"]).context["cl"]
        assert listed.result_count == len(listed.result_list) == one["count"], one


def test_the_page_takes_the_same_queries_however_much_is_wrong(
    log_in: LogIn, django_assert_max_num_queries: Any
) -> None:
    client, most = log_in("Editor"), len(health.CONCERNS) + 8
    for _ in range(2):
        troubled(2)
        with django_assert_max_num_queries(most):
            client.get(url(HEALTH))


def test_a_concern_of_other_records_filters_nothing(log_in: LogIn) -> None:
    factories.draft()
    path = url("statements_statement_changelist")
    for value in ("overlapping", "nonsense", "%00"):
        answer = log_in("Editor").get(f"{path}?concern={value}")
        assert answer.status_code in {200, 302, 400}


def test_it_is_linked_from_the_first_page_and_closed_to_strangers(log_in: LogIn) -> None:
    assert url(HEALTH) in log_in("Contributor").get(url("index")).content.decode()
    assert log_in().get(url(HEALTH)).status_code == 403


def test_sources_are_given_the_filter_once() -> None:
    filter_sources()
    editor: Any = admin.site.get_model_admin(Source)
    assert list(editor.list_filter).count(ConcernFilter) == 1
