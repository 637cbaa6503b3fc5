"""Records found by the slug in their address. A slug once used leads to the record for ever."""

from collections.abc import Callable
from functools import cache, partial, wraps
from typing import Any, TypeVar, cast

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from statements import slugs
from statements.addresses import canonical
from statements.loaded import Loaded

Record = TypeVar("Record", bound=Model)
View = Callable[..., Any]


def by_slug(
    model: type[Record],
    name: str = "slug",
    field: str = "slug",
    among: Callable[[], QuerySet[Any]] | None = None,
) -> Callable[[View], View]:
    """Hands a view the published record that its slug names, after those it was handed before.

    `name` is what the address calls the slug, `field` what the model does, `among` gives the
    records that have a page where not all published ones do. An earlier slug of the record
    redirects to the same page under the present one; any other is a 404.
    """

    found = among or partial(slugs.shown, model)

    @cache
    def today() -> Loaded[Any]:
        return Loaded(found(), field, one=True)

    def decorator(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *records: Any, **given: Any) -> Any:
            slug = given.pop(name)
            record = slugs.bearer(found(), slug, field, today())
            if record is None:
                raise Http404
            if getattr(record, field) != slug:
                return moved(request, **{name: getattr(record, field)})
            return view(request, *records, record, **given)

        return wrapped

    return decorator


def named(model: type[Record], slug: str) -> Record:
    """The published record with this slug, or that had it once. Raises Http404."""
    record = slugs.bearer(slugs.shown(model), slug)
    if record is None:
        raise Http404
    return cast("Record", record)


def moved(request: HttpRequest, **present: str) -> HttpResponse:
    """For ever to the same page, under what is `present` in its address, with the same query."""
    match = request.resolver_match
    assert match is not None  # noqa: S101  # a view is asked by its address
    captured: dict[str, Any] = match.captured_kwargs  # type: ignore[attr-defined]
    path = reverse(match.view_name, kwargs={**captured, **present})
    return redirect(canonical(path, request.GET), permanent=True)
