"""Who changed what, when."""

import pytest

from sources.history import HistoricalRecords, Manager
from sources.models import Outlet
from tests import factories


@pytest.mark.django_db
def test_every_save_is_kept() -> None:
    outlet = factories.outlet("Fresh News")
    outlet.name = "Fresh News Asia"
    outlet.save()
    assert list(outlet.history.values_list("name", "history_type")) == [
        ("Fresh News Asia", "~"),
        ("Fresh News", "+"),
    ]


@pytest.mark.django_db
def test_the_history_of_a_record_is_its_own() -> None:
    first, second = factories.outlet("First"), factories.outlet("Second")
    assert [one.name for one in first.history.all()] == ["First"]
    assert [one.name for one in second.history.all()] == ["Second"]
    assert {one.name for one in Outlet.history.all()} >= {"First", "Second"}


def test_its_manager_is_made_once() -> None:
    assert type(Outlet.history) is type(Outlet.history)
    assert isinstance(Outlet.history, Manager)


def test_its_options_are_those_of_the_library() -> None:
    assert HistoricalRecords(excluded_fields=["text"]).excluded_fields == ["text"]
