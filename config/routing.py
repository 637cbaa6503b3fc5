"""Which server a query goes to where there are several."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS

from statements import reading


class ReadWhereChosen:
    """Reads from the server that was chosen for the request, writes to the one for writing."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return reading.alias()

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True  # all servers hold the same records

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS
