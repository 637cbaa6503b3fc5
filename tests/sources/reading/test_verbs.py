import pytest

from sources.reading.verbs import BETWEEN, FORMS, reporting


@pytest.mark.parametrize(
    ("word", "lemma", "shape"),
    [
        ("said", "say", "finite"),
        ("added", "add", "finite"),
        ("denies", "deny", "finite"),
        ("insisting", "insist", "gerund"),
        ("emphasising", "emphasise", "gerund"),
        ("quipped", "quip", "finite"),
        ("tweet", "tweet", "plain"),
    ],
)
def test_every_form_of_a_verb_is_known(word: str, lemma: str, shape: str) -> None:
    assert reporting(word) == (lemma, shape)


def test_other_words_report_nothing() -> None:
    assert reporting("walked") is None


def test_verbs_of_manner_double_their_last_letter_where_they_must() -> None:
    assert {"grinned", "shrugged", "beamed", "sobbing"} <= set(FORMS)


def test_adverbs_of_time_may_stand_before_the_verb() -> None:
    assert {"earlier", "long", "twice"} <= BETWEEN
