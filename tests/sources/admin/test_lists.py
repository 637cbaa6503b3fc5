"""What can be a key, and what a search takes."""

import pytest
from django import forms
from django.contrib import admin
from django.test import RequestFactory

from sources.admin.lists import RecordSelect, RecordsField, is_key
from sources.models import Outlet, Source
from tests import factories


@pytest.mark.parametrize("value", [1, "7", "9" * 18])
def test_a_number_that_fits_is_a_key(value: object) -> None:
    assert is_key(value)


@pytest.mark.parametrize("value", ["", "abc", "-1", "1.0", "9" * 19, "1\0", "១", "²", None])
def test_anything_else_is_none(value: object) -> None:
    assert not is_key(value)


@pytest.mark.django_db
def test_a_search_takes_eight_words_and_no_more() -> None:
    factories.outlet("a b c d e f g h")
    request, editor = RequestFactory().get("/"), admin.site.get_model_admin(Outlet)
    found = editor.get_search_results(request, Outlet.objects.all(), "a b c d e f g h zzz")[0]
    assert found.count() == 1
    assert editor.get_search_results(request, Outlet.objects.all(), "zzz")[0].count() == 0


@pytest.mark.django_db
def test_a_choice_that_is_no_key_is_not_shown_again() -> None:
    widget = RecordSelect(Source._meta.get_field("outlet"), admin.site)
    widget.choices = forms.ModelChoiceField(Outlet.objects.all()).choices
    outlet = factories.outlet("Fresh News")
    assert "Fresh News" in widget.render("outlet", outlet.pk)
    assert "selected" not in widget.render("outlet", "abc")


@pytest.mark.django_db
def test_several_choices_are_refused_when_one_is_no_key() -> None:
    outlet, field = factories.outlet(), RecordsField(Outlet.objects.all())
    assert list(field.clean([str(outlet.pk)])) == [outlet]
    with pytest.raises(forms.ValidationError, match="is not a valid value"):
        field.clean([str(outlet.pk), "9" * 30])
