import pytest

from statements import listings
from tests import factories

pytestmark = pytest.mark.django_db


def test_speakers_stand_by_name_with_their_newest_office() -> None:
    speaker = factories.speaker("Zaw", sort_name="Aaa")
    for year in ("2010", "2022"):
        role = speaker.roles.create(title=f"Office of {year}")
        factories.published(speaker=speaker, role=role, said_on=year)
    factories.draft(speaker=speaker)
    other = factories.published().speaker
    first, second = listings.speakers()
    assert (first, second) == (speaker, other)
    assert first.office == "Office of 2022"  # type: ignore[attr-defined]


def test_sources_stand_newest_first_with_what_rests_on_them() -> None:
    old = factories.source(published_on="2014")
    for text in ("One.", "Two."):
        factories.published(text, cite=old)
    factories.draft(cite=old)
    new = factories.source(published_on="2022")
    statement = factories.published(cite=new)
    assert [(source.pk, source.n) for source in listings.sources()] == [(new.pk, 1), (old.pk, 2)]  # type: ignore[attr-defined]
    assert list(listings.resting_on(new)) == [statement]


def test_topics_stand_by_name() -> None:
    topics = [factories.topic(name) for name in ("B", "A")]
    factories.published(topics=topics)
    assert [topic.name for topic in listings.topics()] == ["A", "B"]
