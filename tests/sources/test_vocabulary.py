import pytest
from django.core.exceptions import ValidationError

from sources.vocabulary import validate_language


@pytest.mark.parametrize("code", ["en", "km", "zh-Hant", "kmr"])
def test_language_codes_pass(code: str) -> None:
    validate_language(code)


@pytest.mark.parametrize("code", ["", "e", "english", "EN", "en_GB", "en-", "km\n"])
def test_other_words_do_not(code: str) -> None:
    with pytest.raises(ValidationError):
        validate_language(code)
