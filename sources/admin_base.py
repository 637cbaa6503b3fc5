"""What every editorial form of the admin shares: who may change what, and one way to save it.

The rules of publication belong to the workflow, which an app above this one sets as
`RecordAdmin.workflow`; it refuses by raising ValidationError with sentences for an editor.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, Protocol

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin, InlineModelAdmin
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources.admin_history import HistoryAdmin
from sources.admin_lists import (
    RecordSelect,
    RecordSelectMultiple,
    RecordsField,
    SafeListAdmin,
    is_key,
)
from sources.publication import Publishable, Status

NOT_SAVED = (ValidationError, IntegrityError, DataError, OverflowError)
ROWS = {"text": 6, "original_text": 3, "body": 16, "summary": 3, "bio": 6}  # of text boxes; else 2
PART_OF_PUBLISHED = _("This is published or withdrawn, and not yours to change.")


class Workflow(Protocol):
    """The door through which a record changes its state."""

    def publish(self, *, record: Publishable, by: Any) -> object: ...

    def edited(self, *, record: models.Model, by: Any) -> object: ...

    def captured(self, *, capture: Any, by: Any) -> object: ...


def may_change(user: Any, record: models.Model | None) -> bool:
    """Whether the state of the record lets this person change it.

    Drafts are open, what is published is for those who may publish, what is withdrawn for nobody.
    """
    if not isinstance(record, Publishable) or record.status == Status.DRAFT:
        return True
    return record.status == Status.PUBLISHED and may_publish(user, type(record))


def may_publish(user: Any, model: type[models.Model]) -> bool:
    meta = model._meta
    return bool(user.has_perm(f"{meta.app_label}.publish_{meta.model_name}"))


def is_draft(record: models.Model | None) -> bool:
    return not isinstance(record, Publishable) or record.status == Status.DRAFT


class RecordForm(forms.ModelForm):
    """Knows who fills it in, and why its saving was refused a moment ago."""

    user: ClassVar[Any] = None
    refusals: ClassVar[list[str]] = []
    #: Fields naming the record that this one is a part of: changing a part changes the whole.
    part_of: ClassVar[Iterable[str]] = ()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for name in self.part_of:
            if not may_change(self.user, self.cleaned_data.get(name)):
                self.add_error(name, PART_OF_PUBLISHED)
        if self.refusals:
            self.add_error(None, ValidationError(list(self.refusals)))
        return cleaned


class RecordFormSet(forms.BaseInlineFormSet):
    """Rows inside a form; a row that is public is never deleted."""

    def is_marked(self, form: forms.ModelForm) -> bool:
        """Whether the box “delete” of this row is ticked."""
        return bool(self.can_delete and form.cleaned_data.get("DELETE"))

    def clean(self) -> None:
        super().clean()
        rows = [form.instance for form in self.forms if self.is_marked(form)]
        kept = [str(row) for row in rows if not is_draft(row)]
        if kept:
            raise ValidationError(
                gettext("What is published is never deleted: %s") % ", ".join(kept)
            )


class RecordFields(BaseModelAdmin):
    """Widgets that suit a register: relations are found by typing, text boxes fit their texts."""

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, models.TextField) and field:
            field.widget.attrs["rows"] = ROWS.get(db_field.name, 2)
        if db_field.is_relation and field:  # a cross beside a choice is for emptying it
            field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if self._found_by_typing(db_field):
            kwargs.setdefault("widget", RecordSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if self._found_by_typing(db_field):
            kwargs.setdefault("widget", RecordSelectMultiple(db_field, self.admin_site))
            kwargs.setdefault("form_class", RecordsField)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_field_queryset(self, db: Any, db_field: Any, request: Any) -> Any:
        """The records as their own list shows them, with what their names need."""
        if self._found_by_typing(db_field):
            return self.admin_site.get_model_admin(db_field.related_model).get_queryset(request)
        return super().get_field_queryset(db, db_field, request)

    def _found_by_typing(self, db_field: Any) -> bool:
        model = db_field.related_model
        registered = self.admin_site.is_registered(model)
        return registered and bool(self.admin_site.get_model_admin(model).search_fields)


class RecordInline(RecordFields, InlineModelAdmin):
    """Rows that are a part of the record whose form they stand in."""

    form = RecordForm
    formset = RecordFormSet
    extra = 0
    max_num = 100

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        kwargs.setdefault("absolute_max", 150)  # rows: a forged count must not build thousands
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.form.user = request.user
        return formset

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return None


class RecordAdmin(RecordFields, SafeListAdmin, HistoryAdmin):
    """A record of the register, published or not, and the parts it consists of."""

    form = RecordForm
    workflow: ClassVar[Workflow]
    list_per_page = 50
    #: Related records that the name of this one is made of.
    named_with: ClassVar[tuple[str, ...]] = ()
    #: The relation whose records the list counts, as `linked`.
    counted: ClassVar[str] = ""

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        queryset = super().get_queryset(request).select_related(*self.named_with)
        opened = getattr(request.resolver_match, "url_name", "") or ""
        meta = self.model._meta
        if self.counted and opened == f"{meta.app_label}_{meta.model_name}_changelist":
            queryset = queryset.annotate(linked=models.Count(self.counted, distinct=True))
        return queryset

    @admin.display(description=_("statements"), ordering="linked")
    def statement_count(self, obj: Any) -> Any:
        return obj.linked

    # Who may change and delete what

    def wholes(self, obj: Any) -> list[models.Model | None]:
        """The records that this one is a part of, whose state is its own too."""
        return [getattr(obj, name) for name in getattr(self.form, "part_of", ())]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None or not super().has_change_permission(request, obj):
            return super().has_change_permission(request, obj)
        return all(may_change(request.user, one) for one in (obj, *self.wholes(obj)))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None or not super().has_delete_permission(request, obj):
            return super().has_delete_permission(request, obj)
        return all(is_draft(one) for one in (obj, *self.wholes(obj)))

    # Saving

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """The record, locked while a form is saved: nobody publishes it between read and write."""
        if request.method == "POST" and is_key(object_id):
            list(self.model._base_manager.select_for_update().filter(pk=object_id).values("pk"))
        return super().get_object(request, object_id, from_field)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address fills in; moments cannot be read from it."""
        moments = {f.name for f in self.opts.fields if isinstance(f, models.DateTimeField)}
        filled = super().get_changeform_initial_data(request)
        return {name: value for name, value in filled.items() if name not in moments}

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.user, form.refusals = request.user, getattr(request, "refusals", [])
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form; what is refused while it is saved is undone whole and said above it."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except NOT_SAVED as error:
            if request.method != "POST":
                raise
            request.refusals = reasons(error)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for record in (form.instance, *self.wholes(form.instance)):
            if record is not None:
                self.workflow.edited(record=fresh(record), by=request.user)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """The public page, of what has one: drafts and withdrawn records have none to show."""
        shown = isinstance(obj, Publishable) and obj.is_published
        return obj.get_absolute_url() if shown and hasattr(obj, "get_absolute_url") else None


def fresh(record: models.Model) -> Any:
    """The record as the database holds it now, so that nothing stale is written back."""
    return type(record)._default_manager.get(pk=record.pk)


def reasons(error: Exception) -> list[str]:
    """The sentences for an editor of an error that kept something from being saved."""
    if isinstance(error, ValidationError):
        return list(error.messages)
    if isinstance(error, IntegrityError):
        return [gettext("This contradicts a record that was saved meanwhile. Look, and try again.")]
    return [gettext("A number, a date or a text is larger than what can be kept.")]
