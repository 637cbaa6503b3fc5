"""Views that are imported when they are first asked for.

What the API is made with takes a fifth of a second and many megabytes, and a worker that shows
pages needs none of it.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string


class Later:
    """A view by the path of its class, with what `as_view` is given, or of its function."""

    csrf_exempt = True  # nothing is changed by it

    def __init__(self, path: str, **settings: object) -> None:
        self.path = path
        self.settings = settings

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.view(request, *args, **kwargs)

    @cached_property
    def view(self) -> Callable[..., HttpResponse]:
        """The view itself."""
        found: Any = import_string(self.path)
        return found.as_view(**self.settings) if hasattr(found, "as_view") else found

    # What the description of the API asks of each of its views.

    @property
    def cls(self) -> type | None:
        return getattr(self.view, "cls", None)

    @property
    def initkwargs(self) -> dict[str, Any]:
        return getattr(self.view, "initkwargs", {})
