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
