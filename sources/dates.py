"""Partial dates: a day, a month or a year, as one value and as one model field.

Sources say "12 August 2022", "in June 2014" or only "in 2005". A `PartialDate` keeps exactly
that much; a `PartialDateField` stores its text and, beside it, the first and the last day it can
mean, so that the database can sort and range over dates of any precision.
"""

import calendar
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.db.models.lookups import StartsWith
from django.db.models.query_utils import DeferredAttribute
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

KHMER_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
# The years begin at 1000 so that every text has four digits and is the beginning of its bounds.
PATTERN = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SIDES = ("earliest", "latest")
HOW_TO_WRITE = _(
    "Enter a date that exists as YYYY-MM-DD, YYYY-MM or YYYY, "
    "for example 2022-08-12, 2014-06 or 2005."
)
ENDS_EARLY = _("A date cannot end before it begins.")
INCOMPLETE = _("A date needs its first and its last possible day; enter the date again.")
OUT_OF_STEP = _("The first and last possible day do not belong to the date; enter the date again.")


class Precision(models.TextChoices):
    """How much of the date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


def _bounds(known: date, precision: Precision) -> tuple[date, date]:
    """Give the first and the last day of the day, month or year that `known` lies in."""
    if precision == Precision.DAY:
        return known, known
    if precision == Precision.MONTH:
        last = calendar.monthrange(known.year, known.month)[1]
        return known.replace(day=1), known.replace(day=last)
    return date(known.year, 1, 1), date(known.year, 12, 31)


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A day, a whole month or a whole year; sorts by (latest, earliest).

    Raises ValueError when the two bounds are not those of one day, month or year from 1000 on.
    """

    earliest: date
    latest: date
    precision: Precision

    def __post_init__(self) -> None:
        bounds = (self.earliest, self.latest)
        if self.earliest.year < 1000 or bounds != _bounds(self.earliest, self.precision):
            raise ValueError(f"{bounds} are not the bounds of one {self.precision.value}")

    @classmethod
    @lru_cache(maxsize=20_000)  # every date that is read from the database comes here
    def parse(cls, text: str) -> "PartialDate":
        """Read `2022-08-12`, `2014-06` or `2005`; surrounding blanks and Khmer digits are fine.

        Raises ValueError, with a message for an editor, for anything else.
        """
        match = PATTERN.fullmatch(text.strip().translate(KHMER_DIGITS))
        try:
            if match is None:
                raise ValueError
            year, month, day = match.groups()
            known = date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise ValueError(str(HOW_TO_WRITE)) from None
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return cls(*_bounds(known, precision), precision)

    def isoformat(self) -> str:
        """Give the text that `parse` reads: `2022-08-12`, `2014-06` or `2005`."""
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return self.earliest.isoformat()[:length]

    __str__ = isoformat

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.latest, self.earliest) < (other.latest, other.earliest)

    def words(self) -> str:
        """Give "12 August 2022", "June 2014" or "2005" in the active language."""
        match self.precision:
            case Precision.DAY:
                style = pgettext("date format: a day", "j F Y")
            case Precision.MONTH:
                style = pgettext("date format: a month", "F Y")
            case _:
                style = pgettext("date format: a year", "Y")
        return format_date(self.earliest, style)

    @property
    def weekday(self) -> int | None:
        """The day of the week, Monday being 0; None unless the day is known."""
        return self.earliest.weekday() if self.precision == Precision.DAY else None

    def overlaps(self, other: "PartialDate") -> bool:
        """Tell whether some day lies in both dates."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def contains(self, day: date) -> bool:
        """Tell whether the day lies in this date."""
        return self.earliest <= day <= self.latest


def weekday_matches(value: PartialDate, weekday: str) -> bool | None:
    """Check a weekday printed in a source ("Thursday", "Thu", "Thurs.") against its date.

    Gives None when the date has no known day. Raises ValueError when `weekday` names none.
    """
    name = weekday.strip().rstrip(".").casefold().replace("weds", "wed")
    numbers = [number for number, full in enumerate(WEEKDAYS) if full.startswith(name)]
    if len(name) < 3 or len(numbers) != 1:
        raise ValueError(gettext("Enter a day of the week in English, for example Thursday."))
    return None if value.weekday is None else value.weekday == numbers[0]


def _to_partial_date(value: object) -> PartialDate | None:
    """Turn a text, a partial date or nothing into a value. Raises ValidationError."""
    if value is None or isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise ValidationError(str(HOW_TO_WRITE), code="invalid")
    if not value.strip():
        return None
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise ValidationError(str(error), code="invalid") from error


if TYPE_CHECKING:
    _Field = models.Field[PartialDate | str | Combinable | None, PartialDate | None]
    _BoundField = models.DateField[date | None, date | None]
else:  # Django's fields take no type parameters when they run
    _Field, _BoundField = models.Field, models.DateField


class PartialDateFormField(forms.Field):
    """One text box for a partial date; cleans to a `PartialDate` or None."""

    def to_python(self, value: object) -> PartialDate | None:
        return _to_partial_date(value)

    def prepare_value(self, value: object) -> object:
        return str(value) if isinstance(value, PartialDate) else value


class PartialDateBoundField(_BoundField):
    """The first or last day of the partial date beside it: a cache that nobody edits.

    Belongs to the field whose name it bears, `said_on_earliest` to `said_on`.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Follow the partial date.

        Being defined here also makes `update_or_create` save this column with the other one.
        """
        owner, side = self.name.rsplit("_", 1)
        data = model_instance.__dict__
        if owner in data:  # else deferred, and the bounds are the stored ones
            data[self.attname] = getattr(data[owner], side, None)
        return super().pre_save(model_instance, add)


class PartialDateAttribute(DeferredAttribute):
    """Parses what is assigned and sets both bounds with it.

    What cannot be parsed stays as it is, for validation to report and for saving to refuse.
    """

    def __set__(self, instance: models.Model, value: object) -> None:
        with suppress(ValidationError):
            value = _to_partial_date(value)
        instance.__dict__[self.field.attname] = value
        for side in SIDES:
            instance.__dict__[f"{self.field.attname}_{side}"] = getattr(value, side, None)


class PartialDateField(_Field):
    """A partial date in one varchar(10) column, with two date columns that it adds itself.

    `said_on` brings `said_on_earliest` and `said_on_latest`; sort and range by these. Looked up
    by equality only, because texts of unlike precision do not compare as dates. `index` asks for
    indexes on both. `QuerySet.update()` and `save(update_fields=…)` must name all three columns.

    Migrations list the two companions as fields of their own, so there `bounds` is False and the
    field adds nothing: it would add them twice.
    """

    empty_strings_allowed = False
    descriptor_class = PartialDateAttribute

    def __init__(self, *args: Any, index: bool = False, bounds: bool = True, **rest: Any) -> None:
        # Two numbers are left free for the companions, which must come before this field: a
        # model sets its fields in this order, and the last to be set decides.
        models.Field.creation_counter += len(SIDES)
        super().__init__(*args, **{**rest, "max_length": 10})
        self.index, self.bounds = index, bounds

    def deconstruct(self) -> Any:
        """Describe the field for a migration, where the companions stand by themselves."""
        name, path, args, options = super().deconstruct()
        del options["max_length"]
        return name, path, args, {**options, "bounds": False}

    def get_internal_type(self) -> str:
        return "CharField"

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        """Add the companions that are not there yet, then this field."""
        present = {field.name for field in cls._meta.local_fields}
        for number, side in enumerate(SIDES):
            if not self.bounds or f"{name}_{side}" in present:
                continue
            new = PartialDateBoundField(null=True, blank=True, editable=False, db_index=self.index)
            new.creation_counter = self.creation_counter - len(SIDES) + number
            cls.add_to_class(f"{name}_{side}", new)
        super().contribute_to_class(cls, name, private_only)

    def get_lookup(self, lookup_name: str) -> Any:
        return super().get_lookup(lookup_name) if lookup_name in {"exact", "in", "isnull"} else None

    def to_python(self, value: object) -> PartialDate | None:
        return _to_partial_date(value)

    def from_db_value(self, value: str | None, *rest: object) -> PartialDate | None:
        return None if value is None else PartialDate.parse(value)

    def get_prep_value(self, value: object) -> Any:
        """Give the text to store or to compare with; NULL for blank. Raises ValidationError."""
        parsed = _to_partial_date(super().get_prep_value(value))
        return None if parsed is None else parsed.isoformat()

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj))

    def formfield(self, **options: Any) -> Any:
        """Make one text box that says how a date is written."""
        help_text = self.help_text or _("YYYY-MM-DD, YYYY-MM or YYYY")
        options = {"form_class": PartialDateFormField, "help_text": help_text, **options}
        return super().formfield(**options)


def partial_date_constraints(*names: str) -> list[models.CheckConstraint]:
    """Give the database's rules for the partial date fields of these names."""
    return [constraint for name in names for constraint in _constraints(name)]


def _constraints(name: str) -> list[models.CheckConstraint]:
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    nothing = Q(**{f"{column}__isnull": True for column in (name, earliest, latest)})
    everything = Q(**{f"{column}__isnull": False for column in (name, earliest, latest)})
    # A bound, as text, begins with the text: 2014-06-30 with 2014-06.
    day = models.CharField(max_length=10)
    in_step = Q(*(StartsWith(Cast(bound, day), F(name)) for bound in (earliest, latest)))
    rules = [
        ("ordered", Q(**{f"{earliest}__lte": F(latest)}), ENDS_EARLY),
        ("complete", nothing | everything, INCOMPLETE),
        ("in_step", in_step, OUT_OF_STEP),
    ]
    return [
        models.CheckConstraint(
            name=f"%(app_label)s_%(class)s_{name}_{rule}",
            condition=condition,
            violation_error_message=message,
        )
        for rule, condition, message in rules
    ]
