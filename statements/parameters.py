"""Values of query parameters, as they stand in an address and as a reader reads them."""

from typing import Any

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from sources.dates import PartialDate
from statements.filters import NO_TOPIC
from statements.models import Citation, Statement


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
            return str(Statement.Kind(value).label)
        case "verification":
            return str(Citation.Verification(value).label)
        case "language":
            return language_name(value)
        case "topic" if value is None:
            return _("No topic")
    return value.words() if isinstance(value, PartialDate) else str(value)


def language_name(code: str) -> str:
    """The name of a language in the active language; its code where Django knows no name."""
    try:
        return str(_(get_language_info(code)["name"]))
    except KeyError:
        return code
