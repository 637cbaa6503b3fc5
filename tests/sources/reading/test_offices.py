from sources.articles import read
from sources.reading.cast import Person, make_cast
from sources.reading.names import mentions
from sources.reading.offices import offices
from sources.reading.tokens import tokenize


def held(text: str) -> list[tuple[str, str | None]]:
    cast = make_cast([Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f")])
    tokens = tokenize(text, [(0, len(text))], [])
    found = offices(tokens, mentions(tokens, cast))
    return [(one.office.noun, one.who.name if one.who else None) for one in found]


def test_an_office_stands_before_or_after_the_name() -> None:
    assert held("Works Minister Sok Dara came.") == [("minister", "Sok Dara")]
    assert held("Sok Dara, a farmer, came.") == [("farmer", "Sok Dara")]
    assert held("Sok Dara, 45, a farmer from Kampot, came.") == [("farmer", "Sok Dara")]
    assert held("The party’s spokeswoman, Lim Thida, came.") == [("spokesman", "Lim Thida")]


def test_somebody_unnamed_holds_an_office_too() -> None:
    assert held("A police officer came.") == [("officer", None)]


def test_titles_in_a_row_and_the_domain_of_one_are_all_learnt() -> None:
    assert held("Spokesperson Captain Sok Dara came.")[:2] == [
        ("captain", "Sok Dara"),
        ("spokesman", "Sok Dara"),
    ]
    assert ("minister", "Lim Thida") in held("Minister of Works Dr Lim Thida came.")
    assert ("spokesman", "Lim Thida") in held(
        "The spokesperson for the mill, Chief Lim Thida, came."
    )
    assert ("secretary", "Sok Dara") in held(
        "The Secretary of the Nurses’ Union, Dr Sok Dara, came."
    )
    assert ("widow", "Lim Thida") in held("Lim Thida — a widow of 70 — sat there.")


def test_the_title_of_the_next_name_is_not_the_office_of_the_one_before() -> None:
    assert held("After Sok Dara, Secretary Lim Thida came.") == [("secretary", "Lim Thida")]


def test_somebody_elses_owner_is_unnamed() -> None:
    assert held("Sok Dara said the mill’s owner had called.") == [("owner", None)]
    assert held("Sok Dara, the mill’s owner, called.") == [("owner", "Sok Dara")]


def test_a_noun_in_the_name_of_an_institution_is_no_office() -> None:
    assert held("Sok Dara, a Justice Department attorney, came.") == [("lawyer", "Sok Dara")]


def test_the_woman_of_the_lead_is_named_where_the_next_paragraph_begins() -> None:
    people = [Person("Lim Thida", (), "f")]

    def speaker(text: str) -> str | None:
        return (
            read(f"A woman who fell says she felt “forgotten about”.\n\n{text}", people)
            .quotes[0]
            .speaker
        )

    assert speaker("Lim Thida, 78, broke her hip.") == "Lim Thida"
    assert speaker("It rained. Lim Thida, 78, was glad.") is None
    assert speaker("The woman, 78, was found.\n\nLim Thida, 40, the crew’s leader, left.") is None
