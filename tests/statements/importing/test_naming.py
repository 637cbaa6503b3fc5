"""Names in a file lead to records, or to the nearest name."""

import pytest

from statements.importing.naming import Names, UnknownError, not_there, role
from statements.models import Statement
from tests import factories

pytestmark = pytest.mark.django_db


def test_records_by_slug_code_number_and_address() -> None:
    speaker, topic = factories.speaker(slug="chou-bun-eng"), factories.topic(slug="police")
    source = factories.source(url="https://news.example/doors")
    names = Names()
    assert names.record("speaker", "chou-bun-eng") == speaker
    assert names.records("topics", ["police", " police"]) == [topic]
    assert names.record("functions", "commitment").code == "commitment"
    assert names.record("sources", str(source.pk)) == source
    assert names.record("sources", "https://news.example/doors#top") == source


def test_an_earlier_name_still_leads_there() -> None:
    topic = factories.topic(slug="polis")
    topic.slug = "police"
    topic.save()
    assert Names().record("topics", "polis") == topic


def test_an_unknown_name_has_the_nearest_beside_it() -> None:
    factories.speaker(slug="chou-bun-eng")
    with pytest.raises(UnknownError, match=r"“Chou Bun-Eng” .* “chou-bun-eng”"):
        Names().record("speaker", "Chou Bun-Eng")
    assert not_there("zzz", ["police"]) == "“zzz” is not in this register."


@pytest.mark.parametrize("name", ["99", "9" * 30, "https://news.example/none", "nonsense", ""])
def test_an_unknown_source(name: str) -> None:
    with pytest.raises(UnknownError):
        Names().record("sources", name)


def test_an_office_is_of_the_speaker_and_the_day() -> None:
    speaker = factories.speaker()
    first = speaker.roles.create(title="Minister", start="2020", end="2021")
    second = speaker.roles.create(title="Minister", start="2022")
    assert role(Statement(speaker=speaker, said_on="2023"), "minister") == second
    assert role(Statement(speaker=speaker, role=first), "Minister") == first
    with pytest.raises(UnknownError, match="several"):
        role(Statement(speaker=speaker), "Minister")
    with pytest.raises(UnknownError, match="Did you mean “Minister”"):
        role(Statement(speaker=speaker), "Ministre")
    with pytest.raises(UnknownError, match="Only a speaker"):
        role(Statement(organisation=factories.organisation()), "Minister")
