"""Records found by the slug in their address. A slug once used leads to the record for ever."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from sources.publication import Publishable

Record = TypeVar("Record", bound=Publishable)


def by_slug(
    model: type[Record],
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Hands a view the published record that its slug names, as its second argument.

    An earlier slug of the record redirects to the present one; any other is a 404.
    """

    def decorator(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def wrapped(request: HttpRequest, slug: str, **more: Any) -> HttpResponse:
            record = named(model, slug)
            if record.slug != slug:  # type: ignore[attr-defined]
                return redirect(record.get_absolute_url(), permanent=True)  # type: ignore[attr-defined]
            return view(request, record, **more)

        return wrapped

    return decorator


def named(model: type[Record], slug: str) -> Record:
    """The published record with this slug, or that had it once. Raises Http404."""
    published = model.objects.published()  # type: ignore[attr-defined]
    earlier = model.history.filter(slug=slug).order_by("-history_id")  # type: ignore[attr-defined]
    found: Record | None = (
        published.filter(slug=slug).first() or published.filter(pk__in=earlier.values("id")).first()
    )
    if found is None:
        raise Http404
    return found
