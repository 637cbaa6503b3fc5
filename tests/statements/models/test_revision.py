import pytest

from tests import factories


@pytest.mark.django_db
def test_revisions_and_corrections_are_written_once() -> None:
    revision = factories.published().revisions.get()
    revision.record = {}
    with pytest.raises(TypeError):
        revision.save()
