"""The one reader of public query parameters.

django-filter by itself ignores what it cannot parse and returns the whole table. Here such a value
is an error that names its parameter, and the selection is empty.
"""

from typing import Any

import django_filters
from django import forms
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sources.dates import PartialDate, PartialDateFormField
from sources.models import Country, Outlet
from sources.publication import Status
from sources.vocabulary import validate_language
from statements.models import (
    Citation,
    Edition,
    Event,
    Evidence,
    Function,
    Organisation,
    Placement,
    Position,
    Ranking,
    Speaker,
    Stance,
    Statement,
    Topic,
)
from statements.models.statement import StatementQuerySet
from statements.paging import Cursor, Order
from statements.search import index
from statements.search.query import Query, QueryError, parse

NO_TOPIC = "none"
POSITION_PARAMETERS = ("ranking", "edition", "stance")  # all of them speak of one position
PAGING_PARAMETERS = ("order", "after", "before")


class QueryField(forms.Field):
    """Words, "phrases" and -exclusions; cleans to a `Query`, or None where nothing is asked."""

    def to_python(self, value: str | None) -> Query | None:
        try:
            query = parse(value or "")
        except QueryError as error:
            raise forms.ValidationError(str(error)) from error
        if (value or "").strip() and query.is_empty:
            raise forms.ValidationError(_("There is nothing in this to search for."))
        return None if query.is_empty else query


class CursorField(forms.Field):
    """A place in the list, as in the links to the next page."""

    def to_python(self, value: str | None) -> Cursor | None:
        try:
            return Cursor.parse(value) if value else None
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class AnyOfField(forms.ModelMultipleChoiceField):
    """Public records named by slug or code, any number of them."""

    default_error_messages = {
        "invalid_choice": _("“%(value)s” is not in this register."),
        "invalid_list": _("Give one or more names."),
    }


class TopicsField(AnyOfField):
    """Topics, or the value that stands for statements without any."""

    def clean(self, value: Any) -> list[Topic | None]:
        named = [slug for slug in value or [] if slug != NO_TOPIC]
        topics: list[Topic | None] = list(super().clean(named))
        return [*topics, None] if NO_TOPIC in (value or []) else topics


class EditionsField(forms.Field):
    """Years of editions of a ranking, such as 2022."""

    widget = forms.SelectMultiple

    def to_python(self, value: list[str] | None) -> list[int]:
        years = list(value or [])
        for year in years:
            if not (year.isascii() and year.isdigit() and len(year) == 4):
                raise forms.ValidationError(_("“%s” is not a year.") % year[:40])
        return [int(year) for year in years]


class LanguagesField(forms.Field):
    """Language codes, such as en or km."""

    widget = forms.SelectMultiple

    def to_python(self, value: list[str] | None) -> list[str]:
        for code in value or []:
            validate_language(code)
        return list(value or [])


class SelectionForm(forms.Form):
    """Checks what no single parameter can: repetitions, and values that contradict each other."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, field in self.fields.items():
            multiple = isinstance(field.widget, forms.SelectMultiple)
            if not multiple and len(self.data.getlist(name)) > 1:
                self.add_error(name, _("Give this once."))
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since.earliest > until.latest:
            self.add_error("until", _("This is before the beginning of the period."))
        if cleaned.get("order") == Order.RELEVANCE and not cleaned.get("q"):
            self.add_error("order", _("Order by relevance needs words to search for."))
        if cleaned.get("after") and cleaned.get("before"):
            self.add_error("before", _("Give either “after” or “before”."))
        return cleaned


class QueryFilter(django_filters.Filter):
    field_class = QueryField

    def filter(self, qs: StatementQuerySet, value: Query | None) -> StatementQuerySet:
        return index.matching(qs, value) if value else qs


class AnyOf(django_filters.Filter):
    """Keeps statements of which `lookup` is one of the values, without multiplying rows."""

    field_class = AnyOfField

    def __init__(self, lookup: str, **options: Any) -> None:
        super().__init__(lookup, required=False, **options)

    def filter(self, qs: StatementQuerySet, value: Any) -> StatementQuerySet:
        return qs.filter(**{f"{self.field_name}__in": list(value)}) if value else qs


class AnyOfRelated(AnyOf):
    """The same for what a statement has several of: looks the statements up by a subquery."""

    def filter(self, qs: StatementQuerySet, value: Any) -> StatementQuerySet:
        if not value:
            return qs
        return qs.filter(pk__in=related(self.field_name, list(value)))


def related(path: str, values: list[Any]) -> QuerySet[Statement, Any]:
    """Numbers of the statements with one of `values` at `path`, such as `topics`."""
    named = [value for value in values if value is not None]
    condition = Q(**{f"{path}__in": named})
    if None in values:
        condition |= Q(**{f"{path}__isnull": True})
    return Statement.objects.filter(condition).order_by().values("pk")


class Since(django_filters.Filter):
    field_class = PartialDateFormField

    def filter(self, qs: StatementQuerySet, value: PartialDate | None) -> StatementQuerySet:
        return qs.since(value) if value else qs


class Until(django_filters.Filter):
    field_class = PartialDateFormField

    def filter(self, qs: StatementQuerySet, value: PartialDate | None) -> StatementQuerySet:
        return qs.until(value) if value else qs


def public(model: Any) -> Any:
    return lambda request: model.objects.published()


class StatementFilter(django_filters.FilterSet):
    """A selection of published statements, as the public asks for it in an address.

    `is_valid()`, `errors` (by parameter) and `qs` as in django-filter, except that an invalid
    selection is empty; `selection(without=…)` leaves one parameter out, for facet counts.
    """
