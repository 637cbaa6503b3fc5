import pytest
from pytest_django.fixtures import Settings

from statements.citing.names import Name, name_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_home(settings: Settings) -> None:
    settings.HOME_COUNTRY = "KH"


@pytest.mark.parametrize(
    ("name", "sort_name", "country", "expected"),
    [
        ("Chou Bun Eng", "Chou Bun Eng", "KH", ("Chou", "Bun Eng")),
        ("Hun Manet", "", "KH", ("Hun", "Manet")),
        ("Bun Eng Chou", "Chou Bun Eng", "KH", ("Chou", "Bun Eng")),
        ("Jan van der Berg", "van der Berg Jan", "NL", ("van der Berg", "Jan")),
        ("Antony Blinken", "Blinken, Antony", "US", ("Blinken", "Antony")),
        ("Antony Blinken", "", "US", ("", "")),
        ("Sihanouk", "", "KH", ("", "")),
    ],
)
def test_the_sort_name_says_which_part_is_the_family_name(
    name: str, sort_name: str, country: str, expected: tuple[str, str]
) -> None:
    speaker = factories.speaker(
        name, sort_name=sort_name, country=factories.country(country, country)
    )
    assert name_of(speaker) == Name(name, *expected)


def test_an_organisation_has_one_name() -> None:
    assert name_of(factories.organisation("Ministry of Interior")).inverted == (
        "Ministry of Interior"
    )


def test_names_are_inverted_and_shortened_only_where_the_parts_are_known() -> None:
    known, unknown = Name("Chou Bun Eng", "Chou", "Bun Eng"), Name("Antony Blinken")
    assert (known.inverted, known.initials) == ("Chou, Bun Eng", "Chou, B. E.")
    assert unknown.inverted == unknown.initials == "Antony Blinken"


@pytest.mark.parametrize(
    ("name", "tagged"),
    [
        (Name("Chou Bun Eng", "Chou", "Bun Eng"), "Chou, Bun Eng"),
        (Name("Jan van der Berg", "van der Berg", "Jan"), "van der Berg, Jan"),
        (Name("Jan Peter van der Berg", "van der Berg", "Jan Peter"), "van der Berg, Jan Peter;"),
        (Name("Antony Blinken"), "Antony Blinken,"),
        (Name("National Committee for Counter Trafficking"),
         "National Committee for Counter Trafficking,"),
        (Name("Ministry of Social Affairs, Veterans and Youth"),
         "Ministry of Social Affairs, Veterans and Youth,;"),
    ],
)  # fmt: skip
def test_a_tag_keeps_programs_from_making_two_of_one(name: Name, tagged: str) -> None:
    assert name.tagged == tagged
