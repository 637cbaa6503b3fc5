import pytest
from pytest_django import DjangoAssertNumQueries

from statements.exports.fields import row
from statements.exports.people import SPEAKERS, entry
from statements.models import Alias
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_speaker_is_told_with_names_and_offices() -> None:
    speaker = factories.speaker("Hun Manet", notes="Never public.", born_on="1977")
    employer = factories.organisation(name="A draft office")
    speaker.roles.create(title="Prime Minister", start="2023-08-22", organisation=employer)
    Alias.objects.create(speaker=speaker, text="Samdech Thipadei", kind=Alias.Kind.HONORIFIC)
    factories.published(speaker=speaker)
    data = row(SPEAKERS.fields(""), SPEAKERS.records().get())
    assert data["aliases"] == ["Samdech Thipadei"]
    assert data["roles"] == ["Prime Minister"]
    assert data["role_organisations"] == [None]
    assert data["role_starts"] == ["2023-08-22"]
    assert (data["born_on"], data["country"], data["statements"]) == ("1977", "KH", 1)
    assert "Never public." not in str(data)
    assert entry(speaker).title == "Hun Manet"


def test_its_queries_do_not_grow_with_its_rows(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(5):
        factories.published().speaker.roles.create(title="x")  # type: ignore[union-attr]
    with django_assert_max_num_queries(4):
        assert len([row(SPEAKERS.fields(""), one) for one in SPEAKERS.records()]) == 5
