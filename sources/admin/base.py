"""What every editorial form of the admin shares: who may change what, and one way to save it.

The rules of publication belong to the workflow, which an app above this one sets as
`RecordAdmin.workflow`; it refuses by raising ValidationError with sentences for an editor.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, Protocol

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, OperationalError, models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources.admin.fields import RecordFields
from sources.admin.history import HistoryAdmin
from sources.admin.lists import SafeListAdmin, is_key
from sources.admin.locks import Row, lock
from sources.publication import Publishable, Status

NOT_SAVED = (ValidationError, IntegrityError, DataError, OperationalError, OverflowError)
PART_OF_PUBLISHED = _("This is in review, published or withdrawn, and not yours to change.")
#: What a form may ask for besides the record itself, in the words of `Workflow.edited`.
ACCOUNT = {"version": "version", "correction_note": "note", "correction_kind": "kind"}


class Workflow(Protocol):
    """The door through which a record changes its state."""

    def publish(self, *, record: Publishable, by: Any) -> object: ...

    def edited(
        self,
        *,
        record: models.Model,
        by: Any,
        version: int | None = None,
        note: str = "",
        kind: str = "",
    ) -> object: ...

    def captured(self, *, capture: Any, by: Any) -> object: ...


def may_change(user: Any, record: models.Model | None) -> bool:
    """Whether the state of the record lets this person change it.

    Drafts are open, what is in review is for those who may submit or publish, what is published
    for those who may publish, what is withdrawn for nobody.
    """
    if not isinstance(record, Publishable):
        return True
    match record.status:
        case Status.DRAFT:
            return True
        case Status.IN_REVIEW:
            return may_submit(user, type(record)) or may_publish(user, type(record))
        case Status.PUBLISHED:
            return may_publish(user, type(record))
    return False


def may_publish(user: Any, model: type[models.Model]) -> bool:
    return bool(user.has_perm(f"{model._meta.app_label}.publish_{model._meta.model_name}"))


def may_submit(user: Any, model: type[models.Model]) -> bool:
    return bool(user.has_perm(f"{model._meta.app_label}.submit_{model._meta.model_name}"))


def is_draft(record: models.Model | None) -> bool:
    return not isinstance(record, Publishable) or record.status == Status.DRAFT


class RecordForm(forms.ModelForm):
    """Knows who fills it in, and why its saving was refused a moment ago."""

    user: ClassVar[Any] = None
    refusals: ClassVar[ValidationError | None] = None
    #: Fields naming the record that this one is a part of: changing a part changes the whole.
    part_of: ClassVar[Iterable[str]] = ()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for name in self.part_of:
            if not may_change(self.user, self.cleaned_data.get(name)):
                self.add_error(name, PART_OF_PUBLISHED)
        if self.refusals:
            self.add_error(None, self.refusals)
        return cleaned

    def account(self) -> dict[str, Any]:
        """What the editor says of the change itself, where the form asks for it."""
        given = {name: self.cleaned_data.get(asked) for asked, name in ACCOUNT.items()}
        return {name: value for name, value in given.items() if value}


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
            stored = self.model._base_manager.filter(pk=object_id).first()
            self._lock_wholes(request, stored)
            lock([(self.model, int(object_id))])
        return super().get_object(request, object_id, from_field)

    def _lock_wholes(self, request: HttpRequest, stored: Any = None) -> None:
        """Wholes before their parts, as the form of the whole goes about it."""
        wholes = self.wholes(stored) if stored is not None else []
        rows = [(type(one), one.pk) for one in wholes if one is not None]
        lock([*rows, *self.posted_wholes(request)])

    def posted_wholes(self, request: HttpRequest) -> list[Row]:
        """The records that the one sent is to be a part of."""
        sent = {name: request.POST.get(name, "") for name in getattr(self.form, "part_of", ())}
        fields: dict[str, Any] = {name: self.opts.get_field(name) for name in sent}
        return [(fields[n].related_model, int(key)) for n, key in sent.items() if is_key(key)]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address fills in; moments cannot be read from it."""
        moments = {f.name for f in self.opts.fields if isinstance(f, models.DateTimeField)}
        filled = super().get_changeform_initial_data(request)
        return {name: value for name, value in filled.items() if name not in moments}

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.user, form.refusals = request.user, getattr(request, "refusals", None)
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
            return self._changeform_in_turn(request, object_id, form_url, extra_context)
        except NOT_SAVED as error:
            if request.method != "POST":
                raise
            refused = error if isinstance(error, ValidationError) else reasons(error)
            request.refusals = ValidationError(refused)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _changeform_in_turn(
        self, request: HttpRequest, object_id: str | None, *others: Any
    ) -> HttpResponse:
        if request.method != "POST":
            return super().changeform_view(request, object_id, *others)
        with transaction.atomic():
            if object_id is None:
                self._lock_wholes(request)
            return super().changeform_view(request, object_id, *others)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        account = form.account() if isinstance(form, RecordForm) else {}
        self.workflow.edited(record=fresh(form.instance), by=request.user, **account)
        account.pop("version", None)  # was that of the record itself
        for whole in filter(None, self.wholes(form.instance)):
            self.workflow.edited(record=fresh(whole), by=request.user, **account)

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
    if isinstance(error, OperationalError):
        return [gettext("Somebody else is saving the same at this moment. Try again.")]
    return [gettext("A number, a date or a text is larger than what can be kept.")]
