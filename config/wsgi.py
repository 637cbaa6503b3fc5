import os

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application


class Utf8Request(WSGIRequest):
    """Read as UTF-8, whatever encoding it claims: `charset=hex` breaks Django before any guard."""

    @property
    def encoding(self) -> None:
        return None

    @encoding.setter
    def encoding(self, claimed: str) -> None:
        pass


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
application.request_class = Utf8Request
