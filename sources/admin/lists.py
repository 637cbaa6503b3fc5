"""Lists and choices of the admin that bear any input: Django's own answer 500 to some."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db import DataError, models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

MAX_TERM = 200  # characters of a search
MAX_WORDS = 8  # each word is looked for in every search field: more make a query no engine takes


def is_key(value: object) -> bool:
    """Whether this can be the key of a record: a number that every database can hold."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) <= 18


class RecordSelect(AutocompleteSelect):
    """One record, found by typing. What is no key was never offered, and is not shown again."""

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> Any:
        return super().optgroups(name, [one for one in value if is_key(one)], attrs)


class RecordSelectMultiple(AutocompleteSelectMultiple):
    """Several records, found by typing."""

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> Any:
        return super().optgroups(name, [one for one in value if is_key(one)], attrs)


class RecordsField(forms.ModelMultipleChoiceField):
    def clean(self, value: Any) -> Any:
        wrong = [one for one in value or () if not is_key(one)]
        if wrong:
            code = "invalid_pk_value"
            raise ValidationError(self.error_messages[code], code=code, params={"pk": wrong[0]})
        return super().clean(value)


class SafeListAdmin(admin.ModelAdmin):
    """A list whose address can hold anything: what makes no sense shows the whole list instead."""

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        words = search_term[:MAX_TERM].replace("\0", " ").split()[:MAX_WORDS]
        return super().get_search_results(request, queryset, " ".join(words))

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        try:
            return super().get_changelist_instance(request)
        except (DataError, OverflowError, ValueError) as error:
            raise IncorrectLookupParameters from error

    def response_action(
        self, request: HttpRequest, queryset: models.QuerySet[Any], *where: Any
    ) -> HttpResponse | None:
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if all(is_key(one) for one in chosen):
            return super().response_action(request, queryset, *where)
        self.message_user(request, _("That selection holds something that is no record."), "error")
        return HttpResponseRedirect(request.get_full_path())
