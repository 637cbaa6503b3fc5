"""The queue of names that mean nobody, and making one of them an alias."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from statements import drafting, resolving
from statements.models import Alias, Proposal, Speaker
from tests import factories
from tests.statements import article
from tests.statements.article import ASKED, PHRASE, WASTE

pytestmark = pytest.mark.django_db


@pytest.fixture
def other() -> Speaker:
    """Who is meant by the phrase of the two articles whose proposals wait."""
    _minister, other = article.speakers()
    drafting.record(article=article.proposed(article.captured()))
    later = factories.source(published_on="2024-06-01")
    drafting.record(article=article.proposed(article.captured(source=later)))
    return other


def resolve(speaker: Speaker, **fields: object) -> int:
    return resolving.resolve(
        **{"phrase": PHRASE, "speaker": speaker, "kind": "honorific", "by": None, **fields}  # type: ignore[arg-type]
    )


def meant(words: str) -> set[str]:
    """The speakers of the stored proposals with these words."""
    kept = Proposal.objects.select_related("capture", "speaker")
    return {
        str(one.speaker)
        for one in kept
        if one.capture and one.capture.text[one.start_offset : one.end_offset] == words
    }


def test_what_waits_is_grouped_by_the_printed_phrase(other: Speaker) -> None:
    (group,) = resolving.waiting()
    assert (group.phrase, group.count, len(group.sources)) == (PHRASE, 2, 2)
    assert resolving.nameless() == 2  # only "he"


def test_a_few_sources_stand_for_many(other: Speaker) -> None:
    for _ in range(4):
        drafting.record(article=article.proposed(article.captured()))
    (group,) = resolving.waiting()
    assert (group.count, len(group.sources)) == (6, resolving.EXAMPLES)


def test_an_alias_resolves_all_that_wait_for_it(other: Speaker) -> None:
    assert resolve(other, auto_match=True) >= 2
    assert meant(WASTE) == {str(other)}
    assert not resolving.waiting()
    alias = Alias.objects.get(text=PHRASE)
    assert (alias.speaker, alias.kind, alias.auto_match) == (other, "honorific", True)


def test_reading_again_resolves_what_follows_from_the_name(other: Speaker) -> None:
    assert resolve(other, auto_match=True) == 4
    assert meant(ASKED) == {str(other)}
    assert resolving.nameless() == 0


def test_an_alias_that_does_not_match_by_itself_resolves_only_what_waits(other: Speaker) -> None:
    resolve(other)
    assert meant(WASTE) == {str(other)}
    drafting.record(article=article.proposed(article.captured()))
    assert meant(WASTE) == {str(other), "None"}


def test_an_alias_resolves_only_what_lies_in_its_time(other: Speaker) -> None:
    resolve(other, valid_to=datetime.date(2024, 4, 1), auto_match=True)
    (group,) = resolving.waiting()
    assert group.count == 1
    assert str(group.sources[0].published_on) == "2024-06-01"


def test_decided_proposals_are_left_alone(other: Speaker) -> None:
    Proposal.objects.unresolved().filter(source__published_on="2024-06-01").update(
        state="dismissed", decided_at="2024-06-02T00:00Z"
    )
    resolve(other, auto_match=True)
    assert Proposal.objects.filter(state="dismissed", speaker=None).count() == 2


def test_an_alias_that_the_speaker_has_already_is_used(other: Speaker) -> None:
    kept = Alias.objects.create(speaker=other, text=PHRASE, kind="short")
    assert resolve(other) >= 2
    assert Alias.objects.get(text=PHRASE) == kept


@pytest.mark.parametrize("phrase", ["Somebody else", "he", "", "…"])
def test_a_phrase_for_which_nothing_waits_makes_no_alias(other: Speaker, phrase: str) -> None:
    with pytest.raises(ValidationError, match="Nothing waits"):
        resolve(other, phrase=phrase)
    assert not Alias.objects.exists()


def test_an_alias_that_is_refused_resolves_nothing(other: Speaker) -> None:
    late, early = datetime.date(2024, 4, 1), datetime.date(2020, 4, 1)
    with pytest.raises(ValidationError, match="cannot be after"):
        resolve(other, valid_from=late, valid_to=early)
    assert meant(WASTE) == {"None"}
    assert not Alias.objects.exists()


def test_the_search_learns_the_alias_of_a_public_speaker(other: Speaker) -> None:
    public = factories.published(speaker=other)
    resolve(other)
    assert "vireak" in str(public.search_entry.__dict__).lower()


def test_who_named_the_speaker_is_in_the_history(other: Speaker) -> None:
    person = factories.staff("Editor")
    resolve(other, by=person)
    assert Alias.objects.get(text=PHRASE).history.get().history_user == person
