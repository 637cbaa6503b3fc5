import pytest
from django.db import IntegrityError

from sources.models import Outlet
from sources.publication import Status
from tests import factories

pytestmark = pytest.mark.django_db


def test_only_published_records_are_published() -> None:
    factories.outlet("Draft Daily")
    shown = factories.published().citations.get().source.outlet
    assert list(Outlet.objects.published()) == [shown]


def test_a_record_begins_as_a_draft() -> None:
    outlet = factories.outlet()
    assert outlet.status == Status.DRAFT
    assert not outlet.is_published


def test_the_database_refuses_a_publication_without_its_moment() -> None:
    outlet = factories.outlet()
    with pytest.raises(IntegrityError):
        Outlet.objects.filter(pk=outlet.pk).update(status=Status.PUBLISHED)
