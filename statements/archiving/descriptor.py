"""`datapackage.json`, by which programs know what the files hold (Frictionless Data Package)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _

from sources.models import Outlet
from statements.archiving.package import Member
from statements.archiving.tables import Table
from statements.exports.kinds import moment

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
JSON_LINES = "_json_lines"  # behind the name of a table


def descriptor(*, tables: Iterable[Table], base: str, made: Any) -> str:
    """The descriptor of these tables, as they stood at the moment `made`."""
    found = list(tables)
    told = {
        "$schema": PROFILE,
        "profile": "data-package",
        "name": slugify(settings.SITE_NAME) or "register",
        "title": settings.SITE_NAME,
        "description": settings.SITE_TAGLINE,
        "homepage": base,
        "version": made.strftime("%Y.%m.%d"),
        "created": moment(made),
        "licenses": [licence()],
        "sources": list(sources(base)),
        "resources": [one for table in found for one in (_csv(table), _json_lines(table))],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def licence() -> dict[str, str]:
    """The licence of the data; what is quoted stays its authors' own."""
    return dict(settings.DATA_LICENCE)


def sources(base: str) -> Iterable[Mapping[str, str]]:
    """The register, and the outlets in which the words were found."""
    yield {"title": settings.SITE_NAME, "path": base}
    outlets = Outlet.objects.published().order_by("name")
    for name, page in outlets.values_list("name", "home_page"):
        yield {"title": name, "path": page} if page else {"title": name}


def _csv(table: Table) -> dict[str, Any]:
    return {
        **_file(table.name, table, table.csv),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": _schema(table, [column.in_csv for column in table.columns]),
    }


def _json_lines(table: Table) -> dict[str, Any]:
    return {
        **_file(f"{table.name}{JSON_LINES}", table, table.json_lines),
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "schema": _schema(table, [column.in_json for column in table.columns]),
    }


def _file(name: str, table: Table, member: Member) -> dict[str, Any]:
    return {
        "name": name,
        "title": table.title,
        "path": member.path,
        "encoding": "utf-8",
        "bytes": member.length,
        "hash": f"sha256:{member.sha256}",
        "rows": table.count,
    }


def _schema(table: Table, types: Sequence[str]) -> dict[str, Any]:
    columns = zip(table.columns, types, strict=True)
    return {
        "fields": [
            {"name": column.name, "type": kind, "description": column.help}
            for column, kind in columns
        ],
        "primaryKey": ["id"],
        "missingValues": [""],
    }


def in_words(tables: Iterable[Table]) -> list[str]:
    """A line for each table: its files and how many records they hold."""
    return [
        _("%(csv)s, %(json)s: %(title)s, %(count)d")
        % {
            "csv": one.csv.path, "json": one.json_lines.path, "title": one.title,
            "count": one.count,
        }
        for one in tables
    ]  # fmt: skip
