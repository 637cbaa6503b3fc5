"""Logged-in editors, and the forms as a browser would send them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories

LogIn = Callable[..., Client]


@pytest.fixture
def log_in() -> LogIn:
    """Give the browser of somebody in these groups, or of a superuser."""

    def browser(*groups: str, **fields: Any) -> Client:
        client = Client()
        person = factories.staff(*groups, **fields)
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return browser


def url(name: str, *args: Any) -> str:
    return reverse(f"admin:{name}", args=args)


def errors(response: Any) -> str:
    return " ".join(str(message) for message in response.context["errors"])


def rows(prefix: str, *entered: dict[str, Any], kept: int = 0) -> dict[str, Any]:
    """A formset as it is sent: its counters and its rows, the first `kept` of them stored ones."""
    counters = {f"{prefix}-TOTAL_FORMS": len(entered), f"{prefix}-INITIAL_FORMS": kept}
    values = {
        f"{prefix}-{number}-{name}": value
        for number, row in enumerate(entered)
        for name, value in row.items()
    }
    return counters | values


def statement_form(
    *,
    citations: list[dict[str, Any]] | None = None,
    positions: list[dict[str, Any]] | None = None,
    figures: list[dict[str, Any]] | None = None,
    kept: tuple[int, int, int] = (0, 0, 0),
    **fields: Any,
) -> dict[str, Any]:
    """The whole screen; `kept` says how many rows of each kind are stored already."""
    entered = {
        "kind": "quotation",
        "language": "en",
        "text": "We will act.",
        "said_on": "2022-08-12",
        "date_basis": "stated",
        **fields,
    }
    return (
        entered
        | rows("citations", *(citations or []), kept=kept[0])
        | rows("evidence_rows", *(positions or []), kept=kept[1])
        | rows("figures", *(figures or []), kept=kept[2])
    )


def speaker_form(**fields: Any) -> dict[str, Any]:
    entered = {"name": "Chou Bun Eng", "slug": "chou-bun-eng", "confidence": "high", **fields}
    return entered | rows("aliases") | rows("roles")
