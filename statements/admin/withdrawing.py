"""Taking back what is published: a page that asks for the reason, which readers will see."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources.admin.publication import PublishableAdmin
from sources.publication import Publishable
from statements.admin.door import Door


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text=_("Readers will see it, where it stood and among the corrections."),
    )


class WithdrawingAdmin(PublishableAdmin):
    """A record of which readers learn that it was withdrawn, when and why."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.withdraw_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_withdraw"
        return [path("<path:object_id>/withdraw/", view, name=name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        record = context["original"]
        if self.may_withdraw(request, record):
            context["withdraw_url"] = self.address("withdraw", record)
        return super().render_change_form(request, context, *args, **kwargs)

    def may_withdraw(self, request: HttpRequest, record: Publishable | None) -> bool:
        shown = record is not None and record.is_published
        return shown and self.has_publish_permission(request)

    def address(self, page: str, record: Publishable) -> str:
        meta = self.opts
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[record.pk])

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asks for the reason, then takes the record back."""
        with transaction.atomic():
            record = self.get_object(request, unquote(object_id))
            if record is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
            if not self.may_withdraw(request, record):
                raise PermissionDenied
            form = WithdrawalForm(request.POST or None)
            if form.is_valid() and self._withdrawn(request, record, form):
                said = gettext("It is withdrawn. Readers are told when and why.")
                self.message_user(request, said, messages.SUCCESS)
                return redirect(self.address("change", record))
        return self._withdrawal_page(request, record, form)

    def _withdrawn(self, request: HttpRequest, record: Any, form: forms.Form) -> bool:
        reason = form.cleaned_data["reason"]
        try:
            with transaction.atomic():
                Door().withdraw(record=record, by=request.user, reason=reason)
        except ValidationError as error:
            form.add_error(None, error)
            return False
        self.log_change(request, record, gettext("Withdrawn: %s") % reason)
        return True

    def _withdrawal_page(
        self, request: HttpRequest, record: Publishable, form: forms.Form
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Withdraw"),
            "subtitle": str(record),
            "opts": self.opts,
            "original": record,
            "change_url": self.address("change", record),
            "form": form,
        }
        return TemplateResponse(request, "admin/statements/withdraw.html", context)
