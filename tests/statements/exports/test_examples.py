import pytest

from statements.exports.examples import EXAMPLES, Maybe, plain
from statements.exports.kinds import Kind
from statements.exports.resources import KINDS


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.name)
def test_an_example_has_the_columns_of_its_kind_in_their_order(kind: Kind) -> None:
    assert list(EXAMPLES[kind.name]) == [field.name for field in kind.fields("")]


def test_every_kind_has_one() -> None:
    assert list(EXAMPLES) == [kind.name for kind in KINDS]


def test_an_example_is_plain_json_in_the_end() -> None:
    assert plain({"a": Maybe(None), "b": [Maybe(1), Maybe(None, int)], "c": Maybe([2])}) == {
        "a": None, "b": [1, None], "c": [2],
    }  # fmt: skip
