"""The roster of the register, the office of the day, and the phrase an article attributes to."""

import datetime

import pytest

from sources.dates import PartialDate
from statements.attributions import names_somebody, office, printed, printed_in, roster
from statements.models import Alias, Role, Speaker
from tests import factories


def phrase(text: str) -> str:
    """The phrase for the last piece between curly marks."""
    start, end = text.rindex("“") + 1, text.rindex("”")
    return printed(text, start, end)


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("“We will act,” Bopha Keo said.", "Bopha Keo"),
        ("“We will act,” she said on Monday.", "she"),
        ("“We will act,” said Bopha Keo, the mayor.", "Bopha Keo"),
        ("“We will act,” said Bopha Keo on Monday.", "Bopha Keo"),
        ("“We will act,” Bopha Keo, the mayor, told reporters.", "Bopha Keo"),
        ("“Will we act?” asked Mr. Keo.", "Mr. Keo"),
        ("“We will act”, according to the governor.", "the governor"),
        ("“We will act,” Oknha Keo later added.", "Oknha Keo"),
        ("Rain fell. The governor continued, “We will act.”", "The governor"),
        ("Asked twice, Governor Keo replied: “We will act.”", "Governor Keo"),
        ("Bopha Keo, the mayor, said: “We will act.”", "Bopha Keo"),
        ("But the mayor called it “a small act”.", "the mayor"),
        ("According to Bopha Keo, “we will act”.", "Bopha Keo"),
        ("Bopha Keo: “We will act.”", "Bopha Keo"),
        ("HANOI – Bopha Keo wrote, “We will act.”", "Bopha Keo"),
        ("“No.” The mayor went home. “We will act.”", ""),
        ("“We will act.”", ""),
        ("They met under the sign “We Act”.", ""),
    ],
)
def test_the_printed_phrase_is_found_beside_the_quotation(text: str, attribution: str) -> None:
    assert phrase(text) == attribution


def test_a_phrase_of_another_paragraph_is_not_taken() -> None:
    assert phrase("“We will act,”\n\nBopha Keo said nothing else.") == ""
    assert phrase("The mayor said:\n\nOn the wall stood “We will act” again.") == ""


def test_what_is_too_long_is_no_name() -> None:
    assert phrase("“We will act,” " + "the very " * 12 + "old mayor said.") == ""


def test_the_subject_of_a_reported_sentence_is_found() -> None:
    assert printed_in("She said 2021 saw 359 cases.") == "She"
    assert printed_in("Last year, Bopha Keo said, nothing moved.") == "Bopha Keo"
    assert printed_in("Everybody was glad of it, she added.") == "she"
    assert printed_in("Nothing of the kind.") == ""


def test_a_pronoun_names_nobody() -> None:
    assert not any(map(names_somebody, ("She", "he", "they", "", "…")))
    assert names_somebody("the premier")


# --- The roster ---


def alias(speaker: Speaker, text: str, **fields: object) -> Alias:
    return Alias.objects.create(
        **{"speaker": speaker, "text": text, "kind": "short", "auto_match": True, **fields}
    )


@pytest.mark.django_db
def test_only_names_that_match_by_themselves_are_in_the_roster() -> None:
    speaker = factories.speaker("Bopha Keo", gender="f")
    alias(speaker, "Madam Keo")
    alias(speaker, "the chief", auto_match=False)
    people = roster().people
    assert [(one.name, one.aliases, one.gender) for one in people] == [
        ("Bopha Keo", ("Madam Keo",), "f")
    ]


@pytest.mark.django_db
def test_an_alias_counts_only_in_its_time() -> None:
    speaker = factories.speaker("Bopha Keo")
    since = {"valid_from": datetime.date(2020, 1, 1), "valid_to": datetime.date(2021, 6, 30)}
    alias(speaker, "the governor", **since)

    def known(day: str | None) -> bool:
        return roster(PartialDate.parse(day) if day else None).speaker(None, "The Governor") == (
            speaker
        )

    days = ["2019-12-31", "2020-01-01", "2021", "2021-07", None]
    assert [known(day) for day in days] == [False, True, True, False, True]


@pytest.mark.django_db
def test_a_name_that_two_bear_means_nobody() -> None:
    first, second = factories.speaker("Keo Dara"), factories.speaker("Keo Dara")
    third = factories.speaker("Keo Sophea")
    alias(first, "Oknha")
    alias(third, "Oknha")
    found = roster()
    assert found.speaker("Keo Dara", "") is None
    assert found.speaker(None, "Oknha") is None
    assert found.speaker("Keo Sophea", "") == third
    assert second.pk != first.pk


@pytest.mark.django_db
def test_who_was_merged_into_another_is_not_in_the_roster() -> None:
    kept = factories.speaker("Bopha Keo")
    factories.speaker("Bopha Keo", merged_into=kept)
    assert roster().speaker("Bopha Keo", "") == kept


# --- The office of the day ---


DAY = PartialDate.parse("2022-08-12")


def role(title: str, **fields: object) -> Role:
    return Role(speaker=Speaker(name="Bopha Keo"), title=title, **fields)


def test_the_office_known_to_be_held_that_day_is_proposed() -> None:
    past, now = role("Mayor", start="2010", end="2015"), role("Governor", start="2020")
    assert office([past, now], DAY, "") == now
    assert office([past], DAY, "") is None


def test_of_two_offices_the_one_that_the_article_names_is_proposed() -> None:
    both = [role("Governor, Takeo", start="2020"), role("Chair, Rowing Club", start="2020")]
    assert office(both, DAY, "The governor said so.") == both[0]
    assert office(both, DAY, "She said so.") is None
    assert office(both, DAY, "The governor, who is chair of a club,") is None


def test_without_a_whole_day_no_office_is_proposed() -> None:
    now = role("Governor", start="2020")
    assert office([now], PartialDate.parse("2022"), "") is None
    assert office([now], None, "") is None
