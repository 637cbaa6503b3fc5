"""How the values that readers may see stand in an address, and what they are called."""

from typing import Any

from sources.models import Country, Outlet
from sources.publication import Publishable, Status
from statements.models import Event, Function, Organisation, Ranking, Speaker, Stance, Topic

#: By the key of a value, its text in an address and its name.
Names = dict[str, tuple[str, str]]
#: Of each facet whose values are records: the model, and what of it is shown.
RECORDS: dict[str, tuple[Any, str, str]] = {
    "speaker": (Speaker, "slug", "name"),
    "organisation": (Organisation, "slug", "name"),
    "topic": (Topic, "slug", "name"),
    "outlet": (Outlet, "slug", "name"),
    "event": (Event, "slug", "name"),
    "country": (Country, "iso2", "name"),
    "function": (Function, "code", "label"),
    "stance": (Stance, "code", "label"),
    "ranking": (Ranking, "slug", "name"),
}
#: Shown with what is public of them, whatever their own state.
ALWAYS = {Ranking}


class Named(dict[str, Names]):
    """The names of all records that a facet may show, by facet; read when first asked for."""

    def __init__(self, using: str) -> None:
        super().__init__()
        self.using = using

    def __missing__(self, facet: str) -> Names:
        self[facet] = found = _names(*RECORDS[facet], self.using)
        return found


def _names(model: Any, value: str, label: str, using: str) -> Names:
    rows = model._default_manager.using(using).order_by()
    if issubclass(model, Publishable) and model not in ALWAYS:
        rows = rows.filter(status=Status.PUBLISHED)
    return {str(pk): (one, name) for pk, one, name in rows.values_list("pk", value, label)}
