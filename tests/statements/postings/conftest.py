"""What a worker knows, for the tests of what it is made of."""

import pytest

from statements.models import ValuePosting
from statements.postings import blobs
from statements.postings.standing import Standing
from tests.statements.postings.asking import fresh


@pytest.fixture
def worker() -> Standing:
    """A worker that knows the register as it is now."""
    return fresh()


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An entry for each time that a worker reads everything."""
    made: list[str] = []
    read_all = blobs.read_all

    def counted(model: type[ValuePosting], using: str) -> object:
        made.append(using)
        return read_all(model, using)

    monkeypatch.setattr(blobs, "read_all", counted)
    return made
