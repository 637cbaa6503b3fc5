import pytest

from statements.citing.styles import FILES, citations
from statements.citing.works import Work
from tests.statements.citing.cited import selection, work


def test_each_form_is_made_once_the_plain_one_first() -> None:
    labels = [str(one.label) for one in citations(work())]
    assert labels == ["Plain", "APA", "Chicago", "Wikipedia", "BibTeX", "RIS", "CSL-JSON"]
    assert set(FILES) == {"bib", "ris", "csl.json"}


@pytest.mark.parametrize("cited", [work(), selection()])
def test_every_form_names_what_is_cited_and_where(cited: Work) -> None:
    for one in citations(cited):
        assert cited.url in one.text, one.label
        assert cited.number.split()[0] in one.text, one.label


def test_every_form_names_speaker_words_role_and_original() -> None:
    for one in citations(work()):
        for part in ("Chou", "We will act.", "Secretary of State", "The Post", "paragraph 3"):
            assert part in one.text, (one.label, part)
        assert "https://archive.example/a" in one.text, one.label
