"""Values of query parameters, as they stand in an address and as a reader reads them."""

from functools import lru_cache
from typing import Any

from django.utils.translation import get_language, get_language_info, gettext

from sources.dates import PartialDate
from statements.filters import NO_TOPIC
from statements.models import Citation, Statement
from statements.wording import label
from statements.wording import wording as _


def several(cleaned: Any) -> list[Any]:
    """The single values of a parameter that may repeat; empty for one that may not."""
    return list(cleaned) if isinstance(cleaned, list) or hasattr(cleaned, "model") else []


def value_of(value: Any) -> str:
    """How a record, or a plain value, stands in an address."""
    if value is None:
        return NO_TOPIC
    for attribute in ("iso2", "code", "slug"):
        if hasattr(value, attribute):
            return str(getattr(value, attribute))
    return str(value)


def text_of(name: str, value: Any) -> str:
    """How a value of the parameter `name` is shown."""
    match name:
        case "kind":
            return label(Statement.Kind, value)
        case "verification":
            return label(Citation.Verification, value)
        case "language":
            return language_name(value)
        case "topic" if value is None:
            return _("No topic")
    return value.words() if isinstance(value, PartialDate) else str(value)


def language_name(code: str) -> str:
    """The name of a language in the active language; its code where Django knows no name."""
    return _language_name(code, get_language())


@lru_cache(maxsize=500)
def _language_name(code: str, _language: str | None) -> str:
    try:
        return str(gettext(get_language_info(code)["name"]))
    except KeyError:
        return code
