"""Records chosen by typing their name into a box with suggestions, which works without scripts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models import Speaker

UNKNOWN = _("Nothing in the register has this name. Choose one of the list.")


def labelled(records: Iterable[Any]) -> dict[str, Any]:
    """Records by their names; those that share one are told apart by what addresses them."""
    listed = list(records)
    shared = Counter(str(one).casefold() for one in listed)
    return {
        f"{one} ({one.slug})" if shared[str(one).casefold()] > 1 else str(one): one
        for one in listed
    }


def chosen(labels: Mapping[str, Any], entered: str) -> Any:
    """The record of this label, however its case was typed. Raises ValidationError."""
    found = labels.get(entered)
    if found is None:
        folded = entered.casefold()
        found = next((one for label, one in labels.items() if label.casefold() == folded), None)
    if found is None:
        raise ValidationError(UNKNOWN, code="unknown")
    return found


def speakers() -> models.QuerySet[Speaker]:
    return Speaker.objects.filter(merged_into=None)
