"""Web addresses: a field that takes only http and https, and the form that equal ones share."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.forms import Field
from django.utils.translation import gettext_lazy as _

TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src")
LONGEST = 1000  # characters
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


def validate_link(url: str) -> None:
    """Refuse what no browser could open, and what is too long once its signs are spelt out."""
    try:
        openable = urlsplit(url).port != 0 and len(canonical_url(url)) <= LONGEST
    except ValueError:
        openable = False
    if not openable:
        raise ValidationError(_("This is no address that a browser could open, or it is too long."))


class LinkField(models.URLField):
    """A web address that a reader can safely be sent to."""

    default_validators = [URLValidator(schemes=["http", "https"]), validate_link]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Field | None:
        return super().formfield(**{"assume_scheme": "https", **kwargs})
