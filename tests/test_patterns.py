"""Regular expressions mean the same on every Python that we support, Debian 12's 3.11.2 too."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.test_architecture import modules

# Before 3.11.5 a group that is repeated possessively matches what it should not, or nothing at all
# (python/cpython#106052). One character or set may be.
POSSESSIVE = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def texts() -> Iterator[tuple[str, str]]:
    """Every text in the code with the file it stands in, those between the braces of others too."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path, node.value


def test_no_group_is_repeated_possessively() -> None:
    assert [(path, text) for path, text in texts() if POSSESSIVE.search(text)] == []


@pytest.mark.parametrize("pattern", ["(?:ab?c)*+", "(a)++", "(a)?+", "(a){2,}+", "(?>a)"])
def test_such_a_group_is_recognised(pattern: str) -> None:
    assert POSSESSIVE.search(pattern)


@pytest.mark.parametrize("pattern", ["[a-z]++", "a*+", "(?:ab)+", "(a)*", r"\d{2}+"])
def test_what_is_harmless_is_not(pattern: str) -> None:
    assert not POSSESSIVE.search(pattern)
