"""Indexes on what a history points to, which nobody asks by."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import ForeignKey


def drop_indexes_of_histories(app: str, apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """Drop them where there are any: a register made since never had them.

    By hand and not by `AlterField`, which on SQLite would copy every history, minutes where it is
    large. The earlier migrations name these fields as they are without an index.
    """
    models = [one for one in apps.get_models() if one._meta.app_label == app]
    for model in (one for one in models if one.__name__.startswith("Historical")):
        for name in _names(schema, model._meta.db_table, _without_index(model)):
            schema.execute(f"DROP INDEX {schema.quote_name(name)}")


def _without_index(model: Any) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        links = isinstance(field, ForeignKey) or field.name == "id"
        if links and not (field.db_index or field.primary_key):
            yield field.column


def _names(schema: BaseDatabaseSchemaEditor, table: str, columns: Iterable[str]) -> Iterator[str]:
    with schema.connection.cursor() as cursor:
        known = schema.connection.introspection.get_constraints(cursor, table)
    for column in columns:
        for name, told in known.items():
            if told["index"] and told["columns"] == [column]:
                yield name
