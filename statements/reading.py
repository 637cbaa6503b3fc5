"""From which database the public pages of the present request are read.

The register may be kept on several servers: one that is written to, and copies of it. Who answers
a request chooses one of them before anything is read; whatever reads asks here.
"""

from contextvars import ContextVar

from django.db import DEFAULT_DB_ALIAS

_chosen: ContextVar[str] = ContextVar("chosen", default=DEFAULT_DB_ALIAS)


def alias() -> str:
    """The name, in `DATABASES`, of the server to read from."""
    return _chosen.get()


def choose(name: str) -> None:
    """Read from this server until another one is chosen, be it while an answer is being sent."""
    _chosen.set(name)
