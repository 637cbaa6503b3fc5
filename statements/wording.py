"""Words of the program in the language in force, looked up once for each language.

Django looks a message up in all its catalogues each time, and a list names the same dozen of them
hundreds of times. To be imported as `_`, so that the messages are found by `makemessages`.
"""

import datetime
from functools import lru_cache

from django.db.models import TextChoices
from django.utils import translation
from django.utils.dateformat import format as formatted

from sources.dates import PartialDate


def wording(message: str) -> str:
    """What gettext gives."""
    return _wording(message, translation.get_language())


def label(choices: type[TextChoices], value: str) -> str:
    """What a choice is called; an unknown one by its value."""
    return Words().label(choices, value)


def day_in_words(day: str) -> str:
    """A partial date as readers read it, such as 12 August 2022; "" for none."""
    return Words().day(day)


def dated(day: datetime.date, style: str) -> str:
    """A day in one of Django's formats, such as "j F Y"."""
    return _dated(day, style, translation.get_language())


class Words:
    """Words in the language that is in force now, which it costs more to ask for than to use."""

    def __init__(self) -> None:
        self.language = translation.get_language()

    def label(self, choices: type[TextChoices], value: str) -> str:
        """What a choice is called; an unknown one by its value."""
        return _labels(choices, self.language).get(value, value)

    def day(self, day: str) -> str:
        """A partial date as readers read it; "" for none."""
        return _day_in_words(day, self.language) if day else ""

    def month(self, month: str) -> str:
        """Such as "August" for 2022-08; "" for none."""
        return _month_in_words(month[5:], self.language) if month else ""


@lru_cache(maxsize=1_000)
def _wording(message: str, _language: str | None) -> str:
    return translation.gettext(message)


@lru_cache(maxsize=500)
def _labels(choices: type[TextChoices], _language: str | None) -> dict[str, str]:
    return {value: str(text) for value, text in choices.choices}


@lru_cache(maxsize=20_000)
def _day_in_words(day: str, _language: str | None) -> str:
    return PartialDate.parse(day).words()


@lru_cache(maxsize=5_000)
def _dated(day: datetime.date, style: str, _language: str | None) -> str:
    return formatted(day, style)


@lru_cache(maxsize=500)
def _month_in_words(month: str, _language: str | None) -> str:
    return formatted(datetime.date(2000, int(month), 1), "F")
