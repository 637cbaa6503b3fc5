"""What the lockout after failed logins remembers of an attempt."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

LONGEST_NAME = 255  # what its table holds; PostgreSQL refuses more


def attempted_name(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str | None:
    """The user name that was tried, cut to what can be remembered; None where there is none."""
    name = (credentials or request.POST).get("username")
    return name[:LONGEST_NAME] if name else None


def client_address(request: HttpRequest) -> str | None:
    """Where the attempt came from.

    Behind our own proxy that is what the proxy wrote last in `X-Forwarded-For`; what stands before
    it was written by the client and may be anything.
    """
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return str(forwarded.rpartition(",")[2].strip())
    return request.META.get("REMOTE_ADDR")
