"""Records by the names that are typed."""

import pytest
from django.core.exceptions import ValidationError

from statements.admin.labels import chosen, labelled, speakers
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_record_is_found_by_its_name_in_any_case() -> None:
    keo = factories.speaker("Bopha Keo")
    labels = labelled([keo, factories.organisation("River Council")])
    assert chosen(labels, "Bopha Keo") == chosen(labels, "BOPHA keo") == keo


def test_those_who_share_a_name_are_told_apart() -> None:
    first = factories.speaker("Bopha Keo", slug="bopha-keo")
    body = factories.organisation("Bopha keo", slug="bopha-keo-office")
    labels = labelled([first, body])
    assert list(labels) == ["Bopha Keo (bopha-keo)", "Bopha keo (bopha-keo-office)"]
    with pytest.raises(ValidationError):
        chosen(labels, "Bopha Keo")


def test_a_name_of_nobody_is_refused() -> None:
    with pytest.raises(ValidationError, match="Nothing in the register"):
        chosen(labelled([]), "Bopha Keo")


def test_who_was_merged_is_not_offered() -> None:
    kept = factories.speaker()
    factories.speaker(merged_into=kept)
    assert list(speakers()) == [kept]
