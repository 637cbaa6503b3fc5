"""What belongs to each row of a query, read with it: every query more has to be waited for.

Where rows belong to a row, such as its topics, all of them stand in one more column.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.db.models import F, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

Several = list[list[str]]  # a list of texts for each row that belongs


class Belonging(Subquery):
    """The columns of a query with an `OuterRef` as a list for each row, in the query's order.

    To be read by `several`.
    """

    output_field = TextField()
    one_by_one = "SELECT %(each)s FROM (%(subquery)s) AS belonging"

    def __init__(self, rows: QuerySet[Any], *columns: str) -> None:
        texts = {f"told{n}": Cast(F(column), TextField()) for n, column in enumerate(columns)}
        super().__init__(rows.values(**texts))
        self.told = ", ".join(f'"{name}"' for name in texts)

    def as_sqlite(self, compiler: Any, connection: Any, **options: Any) -> Any:
        each = f"json_group_array(json_array({self.told}))"
        return self.as_sql(compiler, connection, f"({self.one_by_one})", each=each)

    def as_postgresql(self, compiler: Any, connection: Any, **options: Any) -> Any:
        each = f"ARRAY[{self.told}]"
        return self.as_sql(compiler, connection, f"ARRAY({self.one_by_one})", each=each)


def several(column: Sequence[str | Several]) -> list[Several]:
    """What was read in such a column, row by row; SQLite gives it as JSON."""
    texts = [value for value in column if isinstance(value, str)]
    given = [value for value in column if not isinstance(value, str)]
    found: list[Several] = json.loads(f"[{','.join(texts)}]") if texts else given
    return found
