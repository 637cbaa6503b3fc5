from sources.reading.roles import PERSON_NOUNS
from sources.reading.things import DOCUMENTS, GROUPS


def test_nothing_is_a_thing_and_a_person() -> None:
    assert not (DOCUMENTS | GROUPS) & PERSON_NOUNS


def test_documents_and_groups_are_kept_apart() -> None:
    assert "report" in DOCUMENTS
    assert "ministry" in GROUPS
    assert not DOCUMENTS & GROUPS
