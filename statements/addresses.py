"""Addresses of lists: a path and the query that goes with it, in one canonical form."""

from functools import lru_cache

from django.http import QueryDict
from django.urls import get_script_prefix, reverse

from statements.models import Organisation, Speaker, Topic

KnownBySlug = Speaker | Organisation | Topic


def address(path: str, data: QueryDict, **changes: str) -> str:
    """The path with these parameters, some changed; an empty value takes a parameter out.

    The place in the list is left out, so that a changed selection is seen from its beginning.
    """
    kept = data.copy()
    for name in ("after", "before"):
        kept.pop(name, None)
    for name, value in changes.items():
        kept.setlist(name, [value])
    return canonical(path, kept)


def twin(path: str, extension: str) -> str:
    """The path of the same list as data: `/speakers/hun-manet.csv` for `/speakers/hun-manet/`."""
    return f"{path.rstrip('/')}.{extension}"


def canonical(path: str, data: QueryDict) -> str:
    """The path with these parameters, the empty ones aside."""
    query = without_empty(data).urlencode(safe="/:")
    return f"{path}?{query}" if query else path


def without_empty(data: QueryDict) -> QueryDict:
    """A copy without the empty parameters that every GET form sends."""
    kept = data.copy()
    for name, values in data.lists():
        filled = [value for value in values if value]
        kept.setlist(name, filled) if filled else kept.pop(name)
    return kept


def path_to(name: str, *args: str) -> str:
    """What `reverse` gives, remembered: a page has a hundred links, mostly the same ones."""
    return _path_to(name, args, get_script_prefix())


def path_of(record: KnownBySlug) -> str:
    """The path of a record that says no more than its slug; remembered too."""
    return _path_of(type(record), record.slug, get_script_prefix())


@lru_cache(maxsize=10_000)
def _path_to(name: str, args: tuple[str, ...], _prefix: str) -> str:
    return reverse(name, args=args)


@lru_cache(maxsize=10_000)
def _path_of(model: type[KnownBySlug], slug: str, _prefix: str) -> str:
    return model(slug=slug).get_absolute_url()
