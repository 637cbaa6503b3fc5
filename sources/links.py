"""Web addresses: a field that takes only http and https, and the form that equal ones share."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.core.validators import URLValidator
from django.db import models
from django.forms import Field

TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src")
DEFAULT_PORTS = ("80", "443")


def canonical_url(url: str) -> str:
    """The address with all that does not change what it leads to taken off.

    Scheme http and https are one, `www.` and default ports go, tracking parameters, fragment and
    the last slash go; the remaining parameters keep their order.
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    port = parts.netloc.rpartition(":")[2]  # parts.port raises for one that cannot be
    if port.isdigit() and port not in DEFAULT_PORTS:
        host = f"{host}:{port}"
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(TRACKING)
    ]
    return urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(kept), ""))


class LinkField(models.URLField):
    """A web address that a reader can safely be sent to."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 1000)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Field | None:
        return super().formfield(**{"assume_scheme": "https", **kwargs})
