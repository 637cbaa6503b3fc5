"""Closed lists that records of every app choose from."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

validate_language = RegexValidator(
    r"^[a-z]{2,3}(-[A-Za-z]{2,8})?\Z",
    _("Give a language code such as “en” or “km”."),
)


class Confidence(models.TextChoices):
    """How sure the editors are, after what was seen."""

    HIGH = "high", _("High: a primary source, or two that agree")
    MEDIUM = "medium", _("Medium: one secondary source, or a clear inference")
    LOW = "low", _("Low: a weak inference")
    UNVERIFIED = "unverified", _("Unverified: sources conflict, or none was found")


class DateBasis(models.TextChoices):
    """Where a date comes from."""

    STATED = "stated", _("Stated in the source")
    INFERRED = "inferred", _("Inferred by the editors")
    PUBLICATION = "publication", _("Date of publication")
