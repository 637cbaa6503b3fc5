"""How a capture is added and changed in the admin."""

from typing import Any

from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from sources.models import Capture, Source
from tests.sources.admin.test_records import log_in

ADD = "/admin/sources/capture/add/"


TEXT = "“We will act,” the minister said."


def form(source: Source, /, **fields: Any) -> dict[str, Any]:
    return {"source": source.pk, "extent": "full", **fields}


def add(source: Source, client: Client | None = None, /, **fields: Any) -> Any:
    return (client or log_in("Contributor")).post(ADD, form(source, **fields), follow=True)


def page_of(response: Any) -> str:
    return str(response.content.decode())


def refused(response: Any, reason: str) -> bool:
    """Whether the form is shown again with this reason, and nothing was recorded."""
    page = page_of(response)
    shown = response.status_code == 200 and "errornote" in page and reason in page
    return shown and not Capture.objects.exists() and not LogEntry.objects.exists()


def change(capture: Capture) -> str:
    return reverse("admin:sources_capture_change", args=[capture.pk])
