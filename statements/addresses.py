"""Addresses of lists: a path and the query that goes with it, in one canonical form."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from django.http import QueryDict
from django.urls import get_script_prefix, reverse

from sources.models import Outlet, Source
from statements.models import Organisation, Speaker, Topic

KnownBySlug = Speaker | Organisation | Topic


def address(path: str, data: QueryDict, **changes: str) -> str:
    """The path with these parameters, some changed; an empty value takes a parameter out.

    The place in the list is left out, so that a changed selection is seen from its beginning.
    """
    kept = {name: values for name, values in data.lists() if name not in {"after", "before"}}
    return with_query(path, (kept | {name: [one] for name, one in changes.items()}).items())


def twin(path: str, extension: str) -> str:
    """The path of the same list as data: `/speakers/hun-manet.csv` for `/speakers/hun-manet/`."""
    return f"{path.rstrip('/')}.{extension}"


def canonical(path: str, data: QueryDict) -> str:
    """The path with these parameters, the empty ones aside."""
    return with_query(path, data.lists())


def with_query(path: str, given: Iterable[tuple[str, list[str]]]) -> str:
    """The path with these parameters and the values of each, the empty ones aside."""
    pairs = ((_quoted(name), value) for name, values in given for value in values if value)
    query = "&".join([f"{name}={_quoted(value)}" for name, value in pairs])
    return f"{path}?{query}" if query else path


def _quoted(text: str) -> str:
    return text if text.isascii() and text.isalnum() else quote(text, safe="/:")


def without_empty(data: QueryDict) -> QueryDict:
    """A copy without the empty parameters that every GET form sends."""
    kept = QueryDict(mutable=True)
    for name, values in data.lists():
        if filled := [value for value in values if value]:
            kept.setlist(name, filled)
    return kept


class Paths:
    """Paths under the prefix at which the site stands now, asked for once for a whole list."""

    def __init__(self) -> None:
        self.prefix = get_script_prefix()

    def to(self, name: str, *args: str) -> str:
        """What `reverse` gives, remembered: a page has a hundred links, mostly the same ones."""
        return _path_to(name, args, self.prefix)

    def to_statement(self, pk: int, slug: str) -> str:
        """The path of a statement's page."""
        start, end = _around_statement(self.prefix)
        return f"{start}{pk}/{slug}{end}"

    def to_source(self, pk: str, title: str, outlet: str) -> str:
        """The path of a source's page, by its title and the slug of its outlet; remembered."""
        return _source_path(pk, title, outlet, self.prefix)


def path_to(name: str, *args: str) -> str:
    """What `reverse` gives, remembered."""
    return Paths().to(name, *args)


def statement_path(pk: int, slug: str) -> str:
    """The path of a statement's page."""
    return Paths().to_statement(pk, slug)


def around_statement() -> tuple[str, str]:
    """What stands before the number and behind the slug in the path of a statement's page."""
    return _around_statement(get_script_prefix())


def path_of(record: KnownBySlug) -> str:
    """The path of a record that says no more than its slug; remembered too."""
    return _path_of(type(record), record.slug, get_script_prefix())


@lru_cache(maxsize=10_000)
def _path_to(name: str, args: tuple[str, ...], _prefix: str) -> str:
    return reverse(name, args=args)


@lru_cache(maxsize=10_000)
def _path_of(model: type[KnownBySlug], slug: str, _prefix: str) -> str:
    return model(slug=slug).get_absolute_url()


@lru_cache(maxsize=10_000)
def _source_path(pk: str, title: str, outlet: str, _prefix: str) -> str:
    source = Source(pk=pk, title=title, outlet=Outlet(slug=outlet))
    return str(source.get_absolute_url())  # type: ignore[attr-defined]


@lru_cache(maxsize=100)
def _around_statement(_prefix: str) -> tuple[str, str]:
    start, _sign, end = reverse("statement_detail", args=[0, "slug"]).partition("0/slug")
    return start, end
