"""The queue of the reviewers, and the page on which they compare a statement with its sources."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources.admin.base import NOT_SAVED, may_publish, may_submit, reasons
from sources.admin.lists import is_key
from sources.publication import Status
from statements.admin import conflicts, decisions, queue
from statements.admin.entry import entry
from statements.admin.passages import Checked, cited
from statements.models import Statement

PER_PAGE = 50


class DecisionForm(forms.Form):
    """What a reviewer says with a decision. Which words are needed, the workflow knows."""

    send_back_note = forms.CharField(
        label=_("What is to be done"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=_("For the author."),
    )
    let_through_reason = forms.CharField(
        label=_("Why publish it unverified"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=_("Readers will see it."),
    )


class ReviewPages(admin.ModelAdmin):
    """The pages `review/` and `<id>/review/` of the statements."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("review/", wrap(self.queue_view), name="statements_statement_queue"),
            path(
                "<path:object_id>/review/",
                wrap(self.review_view),
                name="statements_statement_review",
            ),
            *super().get_urls(),
        ]

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """Lists what waits for review, with the number of what stands out."""
        self._require_part_in_review(request)
        view = _view(request)
        found = queue.waiting(request.user, view).select_related("speaker", "organisation")
        found = found.select_related("submitted_by").prefetch_related("citations")
        context = {
            "title": gettext("Review"),
            "views": queue.counts(request.user),
            "view": view,
            "page_obj": Paginator(found, PER_PAGE).get_page(request.GET.get("p")),
        }
        return self._page(request, "queue", context)

    def review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Shows a statement beside its sources, and takes what the reviewer decides."""
        self._require_part_in_review(request)
        form = DecisionForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                return self._decided(request, object_id, form)
            except conflicts.Stale as stale:
                return self._changed_meanwhile(request, stale.statement)
            except NOT_SAVED as error:
                refused = error if isinstance(error, ValidationError) else reasons(error)
                form.add_error(None, ValidationError(refused))
        return self._review_page(request, object_id, form)

    def _decided(self, request: Any, object_id: str, form: DecisionForm) -> HttpResponse:
        decision = decisions.pressed(request.POST, decisions.OF_REVIEWERS)
        if decision is None or not is_key(request.POST.get("version", "")):
            raise ValidationError(gettext("Press one of the buttons."))
        with transaction.atomic():
            statement = self.get_object(request, unquote(object_id))
            if statement is None:
                return self._unknown(request, object_id)
            words = form.cleaned_data.get(decision.asks, "")
            decision.take(statement, request.user, words)
            self.log_change(request, statement, decision.said % (words or statement))
        self.message_user(request, decision.said % statement, messages.SUCCESS)
        return self._go_on(request)

    def _go_on(self, request: HttpRequest) -> HttpResponse:
        """To the next in the queue, as it stood when the reviewer opened the page."""
        view, following = _view(request), request.POST.get("next", "")
        left = list(queue.waiting(request.user, view).values_list("pk", flat=True))
        chosen = [pk for pk in left if str(pk) == following] or left
        return redirect(_address(chosen[0] if chosen else None, view))

    def _review_page(
        self, request: HttpRequest, object_id: str, form: DecisionForm
    ) -> HttpResponse:
        key = object_id if is_key(object_id) else None
        statement = self.get_queryset(request).filter(pk=key).first()
        if statement is None:
            return self._unknown(request, object_id)
        context = {
            "title": gettext("Review"),
            "subtitle": str(statement),
            "original": statement,
            "form": form,
            "entry": entry(statement),
            "checked": [Checked(one) for one in cited(statement)],
            "seen": conflicts.newest_entry(statement),
            **_surroundings(request, statement),
            **self._allowed(request, statement),
        }
        return self._page(request, "review", context)

    def _allowed(self, request: HttpRequest, statement: Statement) -> dict[str, bool]:
        """Which buttons there are for this person and this statement."""
        waits = statement.status == Status.IN_REVIEW
        reviews = waits and queue.may_review(request.user, statement)
        unverified = queue.is_unverified(statement)
        return {
            "may_publish": reviews and not unverified,
            "may_let_through": reviews and unverified,
            "may_send_back": waits and may_publish(request.user, Statement),
            "is_own": waits and may_publish(request.user, Statement) and not reviews,
            "may_edit": self.has_change_permission(request, statement),
        }

    def _changed_meanwhile(self, request: HttpRequest, statement: Statement) -> HttpResponse:
        """What changed since the reviewer opened the page; nothing is decided."""
        context = {
            "title": gettext("The statement was changed meanwhile"),
            "original": statement,
            "changes": conflicts.since(statement, request.POST.get("seen", "")),
            "address": _address(statement.pk, _view(request)),
        }
        return self._page(request, "changed_meanwhile", context, status=409)

    def _unknown(self, request: HttpRequest, object_id: str) -> HttpResponse:
        back: Any = self
        return back._get_obj_does_not_exist_redirect(request, self.opts, object_id)

    def _require_part_in_review(self, request: HttpRequest) -> None:
        user = request.user
        if not (may_submit(user, Statement) or may_publish(user, Statement)):
            raise PermissionDenied

    def _page(
        self, request: HttpRequest, name: str, context: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        template = f"admin/statements/statement/{name}.html"
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, template, context, status=status)


def _view(request: HttpRequest) -> str:
    asked = request.GET.get("show", "")
    return asked if asked in queue.VIEWS else ""


def _surroundings(request: HttpRequest, statement: Statement) -> dict[str, Any]:
    """Where the statement stands in the queue."""
    view = _view(request)
    around = queue.neighbours(request.user, view, statement.pk)
    return {
        "view": view,
        "following": around.next,
        "previous_address": _address(around.previous, view) if around.previous else None,
        "next_address": _address(around.next, view) if around.next else None,
        "queue_address": _address(None, view),
    }


def _address(key: int | None, view: str) -> str:
    """The review page of a statement, or the queue."""
    name = "admin:statements_statement_review" if key else "admin:statements_statement_queue"
    shown = f"?show={view}" if view else ""
    return reverse(name, args=[key] if key else []) + shown
