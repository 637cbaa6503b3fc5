"""All fields of a statement in words."""

import pytest

from statements.admin.entry import entry
from tests import factories

pytestmark = pytest.mark.django_db


def test_what_is_filled_in_is_told_in_words_and_the_rest_left_out() -> None:
    statement = factories.draft(said_on="2022-08", topics=[factories.topic("Labour")])
    factories.position(statement)
    factories.figure(statement)
    found = dict(entry(statement))
    assert found["Kind"] == "Quotation"
    assert found["Said on"] == "August 2022"
    assert found["Topics"] == "Labour"
    assert found["Words as printed"] == "We will act."
    assert "359 cases" in found["Figure"]
    assert "Position" in found
    assert "Venue" not in found
