"""Events, with the number of statements that were made there."""

import pytest

from tests import factories
from tests.statements.admin.conftest import LogIn, url

pytestmark = pytest.mark.django_db


def test_the_list_tells_when_it_was_and_leads_to_its_statements(log_in: LogIn) -> None:
    event = factories.event("Opening", held_on="2014-06")
    factories.draft(event=event)
    page = log_in("Contributor").get(url("statements_event_changelist")).content.decode()
    assert "June 2014" in page
    assert f'statement/?event__id__exact={event.pk}">1</a>' in page
