from sources.reading.wordlists import listed, numbered


def test_words_of_a_text_make_a_set() -> None:
    assert listed(" a b\n  b ") == {"a", "b"}


def test_words_are_numbered_in_order() -> None:
    assert numbered("twenty thirty", 20, 10) == {"twenty": 20, "thirty": 30}
