"""The one reader of public query parameters.

django-filter by itself ignores what it cannot parse and returns the whole table. Here such a value
is an error that names its parameter, and the selection is empty.
"""

import re
from collections.abc import Collection
from functools import cache, cached_property
from typing import Any

import django_filters
from django import forms
from django.db.models import Model, Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters.filters import QuerySetRequestMixin

from sources.dates import PartialDateFormField
from sources.models import Country, Outlet
from sources.publication import Status
from sources.vocabulary import validate_language
from statements.addresses import without_empty
from statements.models import (
    Citation,
    Event,
    Evidence,
    Function,
    Organisation,
    Position,
    Ranking,
    Speaker,
    Stance,
    Statement,
    Topic,
)
from statements.models.rankings import PositionQuerySet
from statements.models.statement import StatementQuerySet
from statements.paging import CursorField, Order
from statements.search import index
from statements.search.query import Query, QueryError, parse
from statements.slugs import AnyOfField

NO_TOPIC = "none"
POSITION_PARAMETERS = {"ranking", "edition", "stance"}  # all of them speak of one position
PAGING_PARAMETERS = ("order", "after", "before")
YEAR = re.compile("[1-9][0-9]{3}")


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


class TopicsField(AnyOfField):
    """Topics, or the value that stands for statements without any."""

    def clean(self, value: Any) -> Any:
        named = [slug for slug in value or [] if slug != NO_TOPIC]
        topics: list[Topic | None] = list(super().clean(named))
        return [*topics, None] if NO_TOPIC in (value or []) else topics


class EditionsField(forms.Field):
    """Years of editions of a ranking, such as 2022."""

    widget = forms.SelectMultiple

    def to_python(self, value: list[str] | None) -> list[int]:
        years = list(value or [])
        for year in years:
            if not YEAR.fullmatch(year):
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

    data: QueryDict

    def __init__(self, data: QueryDict, prefix: str | None = None) -> None:
        """Only with the fields of parameters that are given."""
        given = {name: one for name, one in type(self).base_fields.items() if name in data}
        self.base_fields = given  # type: ignore[misc]  # what Django copies for this form
        super().__init__(data, prefix=prefix)

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


class Only(QuerySetRequestMixin, django_filters.Filter):
    """One parameter: a form field that reads it, and how it narrows a selection."""

    def __init__(self, field_class: Any, narrow: Any, **options: Any) -> None:
        self.field_class = field_class
        self.narrow = narrow
        super().__init__(required=False, **options)

    def filter(self, qs: StatementQuerySet, value: Any) -> StatementQuerySet:
        return self.narrow(qs, value) if value else qs


class AnyOf(QuerySetRequestMixin, django_filters.Filter):
    """Keeps statements of which `path` is one of the values, without multiplying rows."""

    def __init__(self, path: str, field_class: Any = AnyOfField, **options: Any) -> None:
        self.field_class = field_class
        super().__init__(path, required=False, **options)

    def filter(self, qs: StatementQuerySet, value: Any) -> StatementQuerySet:
        return qs.filter(**{f"{self.field_name}__in": list(value)}) if value else qs


class AnyOfSeveral(AnyOf):
    """The same for what a statement has several of: looks the statements up by a subquery.

    `through` must hold of the very record that leads to the value.
    """

    def __init__(self, path: str, *args: Any, through: Q | None = None, **options: Any) -> None:
        self.through = through or Q()
        super().__init__(path, *args, **options)

    def filter(self, qs: StatementQuerySet, value: Any) -> StatementQuerySet:
        if not value:
            return qs
        wanted = Q(**{f"{self.field_name}__in": [one for one in value if one is not None]})
        if None in value:
            wanted |= Q(**{f"{self.field_name}__isnull": True})
        found = Statement.objects.filter(wanted & self.through).order_by()
        return qs.filter(pk__in=found.values("pk"))


def public(model: Any) -> Any:
    """The published records of a model, asked for anew by each request."""
    return lambda request: model.objects.published()


def by_country(qs: StatementQuerySet, countries: Any) -> StatementQuerySet:
    """Statements of claimants of these countries."""
    return qs.filter(Q(speaker__country__in=countries) | Q(organisation__country__in=countries))


class StatementFilter(django_filters.FilterSet):
    """A selection of published statements, as the public asks for it in an address.

    `is_valid()` and `errors` (by parameter) as in django-filter; `qs` is empty where the selection
    is not valid. `selection(without="topic")` leaves one parameter out, for the counts of a facet.
    """

    q = Only(QueryField, index.matching, label=_("Search"))
    speaker = AnyOf("speaker", queryset=public(Speaker), to_field_name="slug", label=_("Speaker"))
    organisation = AnyOf(
        "organisation",
        queryset=public(Organisation),
        to_field_name="slug",
        label=_("Organisation"),
    )
    topic = AnyOfSeveral(
        "topics", TopicsField, queryset=public(Topic), to_field_name="slug", label=_("Topic")
    )
    ranking = AnyOf(
        "placement__edition__ranking",
        queryset=public(Ranking),
        to_field_name="slug",
        label=_("Ranking"),
    )
    edition = AnyOf("placement__edition__year", EditionsField, label=_("Edition"))
    stance = AnyOf("stance", queryset=Stance.objects.all(), to_field_name="code", label=_("Stance"))
    country = Only(
        AnyOfField,
        by_country,
        queryset=Country.objects.all(),
        to_field_name="iso2",
        label=_("Country"),
    )
    function = AnyOfSeveral(
        "functions", queryset=Function.objects.all(), to_field_name="code", label=_("Function")
    )
    kind = AnyOf("kind", forms.MultipleChoiceField, choices=Statement.Kind.choices, label=_("Kind"))
    outlet = AnyOfSeveral(
        "citations__source__outlet",
        through=Q(citations__source__status=Status.PUBLISHED),
        queryset=public(Outlet),
        to_field_name="slug",
        label=_("Outlet"),
    )
    verification = AnyOfSeveral(
        "citations__verification",
        forms.MultipleChoiceField,
        through=Q(citations__source__status=Status.PUBLISHED),
        choices=Citation.Verification.choices,
        label=_("Verification"),
    )
    language = AnyOf("language", LanguagesField, label=_("Language"))
    event = AnyOf("event", queryset=public(Event), to_field_name="slug", label=_("Event"))
    since = Only(PartialDateFormField, StatementQuerySet.since, label=_("Since"))
    until = Only(PartialDateFormField, StatementQuerySet.until, label=_("Until"))
    order = Only(forms.ChoiceField, lambda qs, value: qs, choices=Order.choices, label=_("Order"))
    after = Only(CursorField, lambda qs, value: qs)
    before = Only(CursorField, lambda qs, value: qs)

    class Meta:
        model = Statement
        fields: list[str] = []
        form = SelectionForm

    def __init__(self, data: QueryDict, known: Collection[Model] = ()) -> None:
        """Without the copies of all filters that django-filter makes; these keep no state."""
        self.is_bound = True
        self.data = without_empty(data)
        self.request = self.form_prefix = None
        self.filters = self.base_filters
        for field in self.form.fields.values() if known else ():
            if isinstance(field, AnyOfField):
                field.know(known)

    @cached_property
    def queryset(self) -> StatementQuerySet:
        """Made only where SQL has to select."""
        return Statement.objects.published()

    @classmethod
    @cache
    def get_form_class(cls) -> type[forms.Form]:
        """The form, made once: its querysets are not evaluated, but cloned for each request."""
        fields = {name: one.field for name, one in cls.base_filters.items()}
        return type(f"{cls.__name__}Form", (cls._meta.form,), fields)

    @property
    def qs(self) -> StatementQuerySet:
        return self.selection()

    def selection(self, without: str = "") -> StatementQuerySet:
        """The statements selected, as if the parameter `without` had not been given."""
        if not self.is_valid():
            return self.queryset.none()
        qs, chosen = self.queryset.all(), self.chosen(without)
        for name in chosen.keys() - POSITION_PARAMETERS:
            qs = self.filters[name].filter(qs, chosen[name])
        if chosen.keys() & POSITION_PARAMETERS:
            evidence = Evidence.objects.filter(position__in=self.positions(without))
            qs = qs.filter(pk__in=evidence.values("statement"))
        return qs

    def positions(self, without: str = "") -> PositionQuerySet:
        """The published positions that fit ranking, edition and stance together."""
        qs, chosen = Position.objects.published(), self.chosen(without)
        for name in chosen.keys() & POSITION_PARAMETERS:
            qs = self.filters[name].filter(qs, chosen[name])
        return qs

    def chosen(self, without: str = "") -> dict[str, Any]:
        """What was asked for, by parameter and cleaned; empty where the selection is not valid."""
        if not self.is_valid():
            return {}
        cleaned = self.form.cleaned_data.items()
        return {name: value for name, value in cleaned if value and name != without}

    @property
    def query(self) -> Query | None:
        return self.chosen().get("q")

    @property
    def chosen_order(self) -> Order:
        return Order(self.chosen().get("order", Order.NEWEST))
