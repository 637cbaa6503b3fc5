"""What every template may name: the texts that make this register this country's."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, str]:
    names = ("SITE_NAME", "SITE_TAGLINE", "LOCAL_LANGUAGE")
    return {name: getattr(settings, name) for name in names}
