"""Words that differ are marked, and whatever they are, they are escaped."""

from sources.admin.words import marked, marked_changes


def test_what_is_left_out_and_put_in_is_marked() -> None:
    shown = marked_changes("We will act soon.", "We will not act soon.")
    assert shown == "We will <ins>not</ins> act soon."


def test_equal_texts_have_nothing_to_show() -> None:
    assert marked_changes("We will act.", "We  will\nact.") == ""


def test_words_are_escaped() -> None:
    assert marked_changes("a <b>", "a <i>") == "a <del>&lt;b&gt;</del> <ins>&lt;i&gt;</ins>"


def test_pieces_with_their_own_blanks_are_put_together_as_they_are() -> None:
    assert marked([("equal", "យើង"), ("delete", "មិន"), ("insert", "នឹង")]) == (
        "យើង<del>មិន</del><ins>នឹង</ins>"
    )
