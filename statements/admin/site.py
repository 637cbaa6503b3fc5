"""The admin under the register's own name, its records in the order in which editors need them."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

REGISTER = ["Statement", "Speaker", "Source", "Event", "Topic", "Organisation", "Outlet"]
JUDGEMENTS = [
    "Relation", "Position", "Placement", "Edition", "Ranking", "Figure", "FigureNote", "Indicator",
]  # fmt: skip
DETAILS = ["Proposal", "Role", "Citation", "Capture", "Level", "Country", "LedgerEntry"]
METHOD = ["Page", "Stance", "Function"]
GROUPS = [
    ("register", _("Register"), REGISTER),
    ("judgements", _("Rankings and figures"), JUDGEMENTS),
    ("details", _("Details"), DETAILS),
    ("method", _("Texts and vocabulary"), METHOD),
]


def grouped(list_apps: Any, request: HttpRequest, app_label: str | None = None) -> list[Any]:
    """The records in groups for editors; what stands in none of them (people, locks) comes last."""
    apps = list_apps(request, app_label)
    if app_label:
        return list(apps)
    models = {model["object_name"]: model for app in apps for model in app["models"]}
    groups = [_group(label, name, wanted, models) for label, name, wanted in GROUPS]
    others = [app for app in apps if app["app_label"] not in {"statements", "sources"}]
    return [group for group in groups if group["models"]] + others


def _group(label: str, name: Any, wanted: list[str], models: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "app_label": label,
        "app_url": f"{reverse('admin:index')}#{label}",
        "has_module_perms": True,
        "models": [models[one] for one in wanted if one in models],
    }


admin.site.site_header = settings.SITE_NAME
admin.site.site_title = settings.SITE_NAME
admin.site.index_title = _("What would you like to enter?")
admin.site.get_app_list = partial(grouped, admin.site.get_app_list)  # type: ignore[method-assign]
