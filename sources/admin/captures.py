"""Captures in the admin: one form that takes a text, a file or an address, and the page of each."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.exceptions import DisallowedModelAdminToField
from django.contrib.admin.helpers import AdminErrorList, AdminForm
from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources import capturing, comparison
from sources.admin.base import (
    NOT_SAVED,
    PART_OF_PUBLISHED,
    RecordAdmin,
    RecordForm,
    may_change,
    reasons,
)
from sources.admin.lists import RecordSelect
from sources.extracting import MAX_TEXT
from sources.links import LONGEST, validate_link
from sources.models import Capture, Source

WAYS = ("text", "upload", "address")


class IntakeForm(forms.Form):
    """Takes a text in one of three ways. Its `taken` is there once the form is valid.

    To clean it may take half a minute, and is to be done outside any transaction.
    """

    source = forms.ModelChoiceField(
        Source.objects.select_related("outlet"),
        label=_("Source"),
        widget=RecordSelect(Capture._meta.get_field("source"), admin.site),
    )
    text = forms.CharField(
        label=_("Paste its text"),
        required=False,
        strip=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField"}),
    )
    extent = forms.ChoiceField(
        label=_("Extent of the pasted text"),
        required=False,
        choices=Capture.Extent.choices,
        help_text=_("What is uploaded or fetched counts as the full text."),
    )
    upload = forms.FileField(
        label=_("or upload a file"),
        required=False,
        help_text=_("HTML, PDF or plain text, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ",".join(capturing.SUFFIXES)}),
    )
    address = forms.URLField(
        label=_("or fetch an address"),
        required=False,
        max_length=LONGEST,
        assume_scheme="https",
        validators=[validate_link],
        help_text=_("The site’s server fetches the page once; this may take half a minute."),
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.taken: capturing.Taken | None = None

    def clean_source(self) -> Source:
        source: Source = self.cleaned_data["source"]
        if not may_change(self.user, source):
            raise ValidationError(PART_OF_PUBLISHED)
        return source

    def clean(self) -> dict[str, Any]:
        given = [name for name in WAYS if self.cleaned_data.get(name)]
        if self.errors:
            return self.cleaned_data
        if len(given) != 1:
            raise ValidationError(
                _("Paste a text, upload a file or give an address: one of the three.")
            )
        try:
            self.taken = self._take(given[0])
        except ValidationError as error:
            self.add_error(given[0], error)
        return self.cleaned_data

    def _take(self, way: str) -> capturing.Taken:
        if way == "text":
            return capturing.from_text(self.cleaned_data["text"])
        if way == "address":
            return capturing.from_address(self.cleaned_data["address"], agent=settings.SITE_NAME)
        upload = self.cleaned_data["upload"]
        if upload.size > capturing.MAX_BYTES:
            raise ValidationError(capturing.TOO_LARGE)
        return capturing.from_file(upload.read(), upload.name)


class CaptureForm(RecordForm):
    part_of = ("source",)

    def clean(self) -> dict[str, Any] | None:
        super().clean()
        for name in ("body_start", "body_end"):
            if (self.cleaned_data.get(name) or 0) > len(self.instance.text):
                self.add_error(name, _("The text is shorter than that."))
        return self.cleaned_data


@admin.register(Capture)
class CaptureAdmin(RecordAdmin):
    """A capture is made by `IntakeForm`; later only its extent and its body are corrected."""

    form = CaptureForm
    change_form_template = "admin/sources/capture/change_form.html"
    list_display = ["source", "captured_at", "extent", "method", "short_digest"]
    list_filter = ["extent", "method"]
    list_select_related = ["source__outlet"]
    named_with = ("source__outlet",)
    date_hierarchy = "captured_at"
    search_fields = ["source__title", "source__url"]
    fields = [
        "source", ("captured_at", "method", "extent"), "sha256", ("body_start", "body_end"),
    ]  # fmt: skip

    class Media:
        css = {"all": ["admin-captures.css"]}

    @admin.display(description="SHA-256")
    def short_digest(self, obj: Capture) -> str:
        return obj.sha256[:12]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Quotations were checked against these words; what was taken whole is no excerpt."""
        chosen = obj is not None and obj.method == Capture.Method.PASTED
        fixed = ["source", "captured_at", "method", "sha256", *([] if chosen else ["extent"])]
        return [*super().get_readonly_fields(request, obj), *fixed]

    # Adding

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Takes the text, outside any transaction, then keeps it and shows what was kept."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        self._to_field(request)
        if request.method != "POST":
            initial = self.get_changeform_initial_data(request)
            return self._intake_page(request, IntakeForm(initial=initial, user=request.user))
        form = IntakeForm(request.POST, request.FILES, user=request.user)
        if form.is_valid() and form.taken:
            try:
                capture = self._keep(request, form.taken, form.cleaned_data)
                return self.response_add(request, capture)
            except NOT_SAVED as error:
                form.add_error(None, ValidationError(reasons(error)))
        return self._intake_page(request, form)

    def _keep(self, request: Any, taken: capturing.Taken, entered: dict[str, Any]) -> Capture:
        """Records the text, with all that follows from it, or raises one of `NOT_SAVED`."""
        extent = entered["extent"] or Capture.Extent.FULL
        with transaction.atomic():
            kept = capturing.keep(taken=taken, source=entered["source"], extent=extent)
            if not may_change(request.user, kept.capture.source):  # it was published meanwhile
                raise ValidationError(PART_OF_PUBLISHED)
            self.workflow.captured(capture=kept.capture, by=request.user)
            said = f"{taken.method.label}: {taken.origin}".rstrip(": ")
            self.log_addition(request, kept.capture, said)
        self._tell(request, taken, kept)
        return kept.capture

    def _tell(self, request: HttpRequest, taken: capturing.Taken, kept: capturing.Kept) -> None:
        """What the page said of itself: what was filled in, and what is another than recorded."""
        if kept.filled:
            said = gettext("Filled in from the page, please check: %s.")
            names = ", ".join(_label(name) for name in kept.filled)
            self.message_user(request, said % names, messages.WARNING)
        for name in capturing.PROPOSED:
            theirs = taken.metadata.get(name, "")
            ours = str(getattr(kept.capture.source, name) or "")
            if theirs and theirs != ours:
                said = gettext("%(name)s: the page gives “%(theirs)s”, the source “%(ours)s”.")
                words = {"name": _label(name), "theirs": theirs[:300], "ours": ours}
                self.message_user(request, said % words, messages.INFO)

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """To the page of the capture, which shows the text and what has changed in it."""
        return HttpResponseRedirect(reverse("admin:sources_capture_change", args=[obj.pk]))

    def _intake_page(self, request: HttpRequest, form: IntakeForm) -> HttpResponse:
        fields = ["source", "text", "extent", "upload", "address"]
        adminform = AdminForm(form, [(None, {"fields": fields})], {}, model_admin=self)  # type: ignore[arg-type]
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Add a capture"),
            "adminform": adminform,
            "inline_admin_formsets": [],
            "errors": AdminErrorList(form, []),  # type: ignore[arg-type]  # any form will do
            "media": self.media + adminform.media,
            "object_id": None,
            "original": None,
            "is_popup": IS_POPUP_VAR in (request.POST or request.GET),
            "to_field": self._to_field(request),
            "preserved_filters": self.get_preserved_filters(request),
        }
        return self.render_change_form(request, context, add=True)

    def _to_field(self, request: HttpRequest) -> str | None:
        """The field by which a form that opened this in a pop-up wants to know the capture."""
        name = request.POST.get(TO_FIELD_VAR, request.GET.get(TO_FIELD_VAR))
        if name and not self.to_field_allowed(request, name):
            raise DisallowedModelAdminToField
        return name

    # Looking

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        capture: Capture | None = context["original"]
        if capture is not None:
            context |= {"outline": outline(capture), **changes_since(capture)}
        return super().render_change_form(request, context, *args, **kwargs)


def _label(name: str) -> str:
    column: Any = Source._meta.get_field(name)
    return str(column.verbose_name).capitalize()


def outline(capture: Capture) -> dict[str, str]:
    """The text in three: what stands before the body, the body, and what stands after it."""
    start, end = capture.body_start, capture.body_stop
    return {
        "before": capture.text[:start],
        "body": capture.text[start:end],
        "after": capture.text[end:],
    }


def changes_since(capture: Capture) -> dict[str, Any]:
    """The capture of the same source before this one, and the words in which they differ."""
    older = capture.source.captures.filter(
        captured_at__lte=capture.captured_at, pk__lt=capture.pk
    ).first()
    if older is None:
        return {}
    return {"older": older, "changes": comparison.changes(older.text, capture.text)}


class WithCaptures(admin.ModelAdmin):
    """Shows with a source its captures, and the statements that rest on it."""

    change_form_template = "admin/sources/source/change_form.html"
    MOST_SHOWN = 200

    class Media:
        css = {"all": ["admin-captures.css"]}

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        source: Source | None = context["original"]
        if source is not None:
            context["captures"] = source.captures.defer("text")[: self.MOST_SHOWN]
            context["resting"] = self._resting(source)
            may_add = request.user.has_perm("sources.add_capture")
            context["may_capture"] = may_add and may_change(request.user, source)
        return super().render_change_form(request, context, *args, **kwargs)

    def _resting(self, source: Any) -> list[Any]:
        """Citations, by the name of their relation: an app above this one knows what they are."""
        named = ("statement__speaker", "statement__organisation")
        return list(source.citations.select_related(*named).order_by("id")[: self.MOST_SHOWN])
