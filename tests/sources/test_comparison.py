import random

from hypothesis import given
from hypothesis import strategies as st

from sources import comparison
from sources.comparison import DELETE, EQUAL, INSERT, Part, changes


def said(parts: list[Part], *operations: str) -> list[str]:
    return [part.text for part in parts if part.operation in operations]


def test_a_changed_word_is_left_out_and_put_in() -> None:
    found = changes("We do not deny it.", "We never deny it.")
    assert found == [
        Part(EQUAL, "We"), Part(DELETE, "do not"), Part(INSERT, "never"), Part(EQUAL, "deny it."),
    ]  # fmt: skip


def test_blanks_and_line_ends_are_no_change() -> None:
    assert changes("We will\r\n\r\nact.", "We  will act.") == []


def test_a_paragraph_put_in_is_found_whole() -> None:
    found = changes("One.\nThree.", "One.\nTwo is new.\nThree.")
    assert said(found, INSERT) == ["Two is new."]
    assert not said(found, DELETE)


def test_words_far_from_a_change_are_left_out() -> None:
    before = " ".join(f"w{n}" for n in range(100))
    found = changes(before, before.replace("w50 ", "new "))
    assert found[0].text.startswith("… w38")
    assert found[-1].text.endswith("w62 …")


def test_what_two_changes_have_between_them_is_cut_in_its_middle() -> None:
    before = " ".join(f"w{n}" for n in range(100))
    middle = changes(before, f"first {before} last")[1]
    assert middle.text.startswith("w0 w1")
    assert " w11 … w88 " in middle.text


def test_more_than_can_be_compared_is_shown_as_a_whole() -> None:
    rng = random.Random(1)  # noqa: S311
    before, after = (" ".join(rng.choices("ab", k=5_000)) for _ in range(2))
    found = changes(f"x {before} y", f"x {after} y")
    assert len(said(found, DELETE)) == len(said(found, INSERT)) == 1


def test_no_more_is_compared_than_the_budget_allows() -> None:
    budget = comparison._Budget()
    assert budget.covers(range(1_000), range(1_500))
    assert not budget.covers(range(1_000), range(1_000))
    assert budget.covers(range(500), range(1_000))


def test_a_long_change_is_cut_off() -> None:
    found = changes("a", "b " * 50_000)
    assert sum(len(part.text) for part in found) < comparison.MOST_SHOWN + 10


texts = st.lists(st.sampled_from(["a", "b", "c", "\n"]), max_size=11).map(" ".join)


@given(texts, texts)
def test_the_parts_give_both_texts_back(before: str, after: str) -> None:
    found = changes(before, after)
    if before.split() == after.split():
        assert found == []
    else:
        assert " ".join(said(found, EQUAL, DELETE)).split() == before.split()
        assert " ".join(said(found, EQUAL, INSERT)).split() == after.split()
