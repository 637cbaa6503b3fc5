from sources.reading.roles import PERSON_NOUNS
from sources.reading.things import DISPLAYS, DOCUMENTS, GROUPS, WORKS, written


def test_nothing_is_a_thing_and_a_person() -> None:
    assert not (DOCUMENTS | GROUPS) & PERSON_NOUNS


def test_documents_and_groups_are_kept_apart() -> None:
    assert "report" in DOCUMENTS
    assert "ministry" in GROUPS
    assert not DOCUMENTS & GROUPS


def test_a_document_is_found_at_the_head_of_its_clause() -> None:
    assert written(["the", "inspector", "'s", "letter", ",", "sent", "to", "the", "mayor"])
    assert not written(["the", "mayor", "of", "the", "ministry"])


def test_what_is_read_off_a_wall_is_no_document_that_speaks_for_somebody() -> None:
    assert {"banner", "t-shirt"} <= DISPLAYS
    assert {"book", "campaign"} <= WORKS
    assert not (DISPLAYS | WORKS) & PERSON_NOUNS
