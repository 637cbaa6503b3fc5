"""Relations are found by typing; text boxes fit their texts."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import RequestFactory

from sources.admin.lists import RecordSelect
from sources.models import Source
from tests import factories


@pytest.mark.django_db
def test_a_source_finds_its_outlet_by_typing_and_its_notes_have_a_small_box() -> None:
    editor: Any = admin.site.get_model_admin(Source)
    request: Any = RequestFactory().get("/")
    request.user = factories.staff(is_superuser=True)
    fields = editor.get_form(request)().fields
    assert isinstance(fields["outlet"].widget.widget, RecordSelect)
    assert not fields["outlet"].widget.can_delete_related
    assert fields["notes"].widget.attrs["rows"] == 2
