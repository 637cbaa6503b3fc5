"""Who asks: anybody, or somebody who edits."""

from django.conf import settings
from django.http import HttpRequest

PROBES = frozenset({"/healthz", "/readyz"})


def is_public(request: HttpRequest) -> bool:
    """Whether the answer is the same for everybody.

    Only who logs in is given a session, so its cookie alone tells an editor; nothing is looked up.
    """
    return (
        request.method in {"GET", "HEAD"}
        and not request.path.startswith("/admin/")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )
