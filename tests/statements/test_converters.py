import re

import pytest

from statements.converters import ExtensionConverter, NumberConverter


@pytest.mark.parametrize(
    ("text", "fits"),
    [("17", True), ("9" * 18, True), ("9" * 19, False), ("-1", False), ("", False)],
)
def test_a_number_has_as_many_digits_as_both_engines_hold(text: str, fits: bool) -> None:
    assert bool(re.fullmatch(NumberConverter.regex, text)) is fits


def test_an_extension_is_a_data_format() -> None:
    for name in ("csv", "json", "jsonl", "atom"):
        assert re.fullmatch(ExtensionConverter.regex, name)
    assert not re.fullmatch(ExtensionConverter.regex, "xlsx")
