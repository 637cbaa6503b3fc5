"""Addresses of lists: a path and the query that goes with it, in one canonical form."""

from django.http import QueryDict


def address(path: str, data: QueryDict, **changes: str) -> str:
    """The path with these parameters, some changed; an empty value takes a parameter out.

    Empty parameters, which every GET form sends, are left out, and so is the place in the list.
    """
    kept = data.copy()
    for name in ("after", "before"):
        kept.pop(name, None)
    for name, value in changes.items():
        kept.setlist(name, [value])
    for name, values in list(kept.lists()):
        kept.setlist(name, [value for value in values if value])
    query = kept.urlencode(safe="/:")
    return f"{path}?{query}" if query else path
