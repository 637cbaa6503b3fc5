"""Statements from a file: first what it would change, then the button that does it.

Between the two nothing is kept on the server: the page carries the file itself, signed for one
person and one hour, and what it said is made again and compared before anything is written.
"""

import json
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sources.admin.base import reasons
from statements.importing.report import Report, State
from statements.importing.running import Import, run
from statements.importing.table import FileError, decoded, is_json

LARGEST = 2_000_000  # bytes of a file
MOST_ROWS = 1_000
MOST_SHOWN = 200  # rows with their differences on the page
SALT, HOUR = "statements.import", 3600
HERE = "admin:statements_statement_import"
TEMPLATE = "admin/statements/statement/import.html"
REFUSED = (FileError, OperationalError)


class ImportForm(forms.Form):
    """A file, and a word on it for readers."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV as it was taken away or made in a spreadsheet, or JSON Lines."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,.jsonl,.ndjson"}),
    )
    note = forms.CharField(
        label=_("What did you correct, and why?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text=_(
            "Readers will see it with every published statement that changes and has no note in a "
            "column “note” of its own."
        ),
    )

    def clean_file(self) -> dict[str, Any]:
        """The text of the file, and whether it is JSON Lines."""
        sent = self.cleaned_data["file"]
        if sent.size > LARGEST:
            raise ValidationError(_("This is more than 2 MB. Import it in parts."))
        try:
            return {"text": decoded(sent.read()), "is_json": is_json(sent.name)}
        except FileError as error:
            raise ValidationError(str(error)) from error


class ImportPage(admin.ModelAdmin):
    """The page `import/` of the statements."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="statements_statement_import"), *super().get_urls()]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """The form; with a file, what it would change; with the button, the change itself."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        if request.method != "POST":
            return self._form(request, ImportForm())
        carried = request.POST.get("carried")
        return self._keep(request, carried) if carried else self._look(request)

    def _look(self, request: HttpRequest) -> HttpResponse:
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._form(request, form)
        wanted = {**form.cleaned_data["file"], "note": form.cleaned_data["note"].strip()}
        try:
            return self._told(request, wanted, _run(request, wanted))
        except REFUSED as error:
            form.add_error("file", _sentence(error))
            return self._form(request, form)

    def _keep(self, request: HttpRequest, carried: str) -> HttpResponse:
        wanted = _carried(request, carried)
        if wanted is None:
            self.message_user(request, gettext("Choose the file again."), messages.WARNING)
            return redirect(HERE)
        expected = wanted.pop("expected")
        try:
            report = _run(request, wanted, expected)
        except REFUSED as error:
            self.message_user(request, _sentence(error), messages.ERROR)
            return redirect(HERE)
        if report.is_kept:
            said = ngettext("%d row was imported.", "%d rows were imported.", report.rows)
            self.message_user(request, said % report.rows, messages.SUCCESS)
            return redirect("admin:statements_statement_changelist")
        changed = gettext("The register has changed meanwhile. Look at the rows again.")
        self.message_user(request, changed, messages.WARNING)
        return self._told(request, wanted, report)

    def _told(self, request: HttpRequest, wanted: dict[str, Any], report: Report) -> HttpResponse:
        told = {**wanted, "by": request.user.pk, "expected": report.fingerprint}
        carried = signing.dumps(json.dumps(told), salt=SALT, compress=True)
        states = [(one.label, report.counts[one.value]) for one in State]
        return self._form(
            request, ImportForm(), report=report, carried=carried, states=states,
            shown=report.outcomes[:MOST_SHOWN], left=max(0, report.rows - MOST_SHOWN),
        )  # fmt: skip

    def _form(self, request: HttpRequest, form: ImportForm, **told: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Import statements"), "opts": self.opts, "form": form, **told,
        }  # fmt: skip
        return TemplateResponse(request, TEMPLATE, context)


def _run(request: Any, wanted: dict[str, Any], expected: str = "") -> Report:
    """What the file does; kept only where it is what was `expected`. Raises REFUSED."""
    brought = Import(**wanted, by=request.user, most_rows=MOST_ROWS)
    return run(brought, commit=bool(expected), expected=expected)


def _carried(request: HttpRequest, carried: str) -> dict[str, Any] | None:
    """What a page carried from this person, less than an hour ago; None for anything else."""
    try:
        told = json.loads(signing.loads(carried, salt=SALT, max_age=HOUR))
    except signing.BadSignature:
        return None
    return told if told.pop("by") == request.user.pk else None


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, FileError) else " ".join(reasons(error))
