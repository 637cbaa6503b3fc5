"""The database, and its copies for reading, as the environment names them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

KEPT_OPEN = 60  # seconds for which a connection serves one request after the other
SQLITE = "django.db.backends.sqlite3"
# Compiling a query, as PostgreSQL does where it expects many rows, takes longer than any of ours.
# And what `statements.prepared` asks for is planned once, for whichever numbers are handed over.
PLANNED = {
    "options": "-c jit=off -c plan_cache_mode=force_generic_plan",
    "prepare_threshold": 1,  # from the second time on
}


def databases(url: str, replica_urls: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Django's `DATABASES`: "default", which is written to, and "replica1", "replica2", …

    Raises ImproperlyConfigured for replicas of what cannot have any.
    """
    primary = database(url)
    replicas = [replica(one) for one in replica_urls]
    if any(one["ENGINE"] == SQLITE for one in (primary, *replicas)) and replicas:
        raise ImproperlyConfigured("DATABASE_REPLICA_URLS is for PostgreSQL only.")
    if replicas:
        impatient(primary)
    return {"default": primary, **{f"replica{n}": one for n, one in enumerate(replicas, 1)}}


def database(url: str) -> dict[str, Any]:
    """The settings of one database. The directory of an SQLite file is made."""
    found = Env.db_url_config(url)
    found["CONN_MAX_AGE"] = KEPT_OPEN
    if found["ENGINE"] == SQLITE:
        Path(found["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",  # a writer waits its turn instead of failing midway
            "timeout": 20,
            # Of a large file the upper pages of its trees are kept: 16 MB, eight times the usual.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;"
            ),
        }
    else:
        found["CONN_HEALTH_CHECKS"] = True
        found["OPTIONS"] = {**PLANNED, **found.get("OPTIONS", {})}
    return found


def replica(url: str) -> dict[str, Any]:
    """The settings of a copy for reading. That it is well is looked after by `config.replicas`."""
    found = impatient(database(url))
    return found | {"CONN_HEALTH_CHECKS": False, "TEST": {"MIRROR": "default"}}


def impatient(found: dict[str, Any]) -> dict[str, Any]:
    """The same, to be given up soon when it does not answer: another server can."""
    patience = {"connect_timeout": 2, "tcp_user_timeout": 5_000}  # seconds; milliseconds
    found["OPTIONS"] = {**patience, **found.get("OPTIONS", {})}
    return found
