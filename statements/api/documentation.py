"""The schema of the API, and the same for readers, as a page made from it."""

import functools
import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request
from rest_framework.response import Response

from statements.api.views import ReadOnly

Schema = dict[str, Any]


@functools.cache
def schema_in(language: str) -> Schema:
    """The schema with its descriptions in this, the active, language."""
    generator: Any = SchemaGenerator
    return json.loads(json.dumps(generator().get_schema(public=True), default=str))


def described() -> Schema:
    """The schema in the active language."""
    return schema_in(get_language() or "")


class Description(ReadOnly):
    """The description of the API for programs, as OpenAPI 3.1."""

    schema = None

    def get(self, request: Request) -> Response:
        return Response(described())


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """The description of the API for readers."""
    found = described()
    context = {"groups": groups(found), "citation": columns(found, "Citation")}
    return render(request, "statements/api.html", context)


def groups(found: Schema) -> list[Schema]:
    """The operations by what they are about, each kind of record with its columns."""
    grouped: dict[str, Schema] = {}
    for path, methods in found["paths"].items():
        operation = methods["get"]
        name = operation["tags"][0]
        group = grouped.setdefault(name, {"name": name, "operations": []})
        group["operations"].append({**operation, "path": path, "example": example(operation)})
        if "{" in path:
            ok = operation["responses"]["200"]["content"]["application/json"]
            component = ok["schema"]["$ref"].rpartition("/")[2]
            group["columns"] = columns(found, component)
            group["expanded"] = expanded(found, component)
    return list(grouped.values())


def example(operation: Schema) -> str:
    """An answer as it comes, with its lines set out."""
    ok = operation["responses"]["200"]["content"]["application/json"]
    return json.dumps(ok["example"], ensure_ascii=False, indent=2)


def columns(found: Schema, component: str) -> list[Schema]:
    """The columns of a kind of record, each with its type in words."""
    properties = found["components"]["schemas"][component]["properties"]
    return [
        {"name": name, "type": type_in_words(told), "help": told["description"]}
        for name, told in properties.items()
        if name != "expanded"
    ]


def expanded(found: Schema, component: str) -> list[Schema]:
    """What can be given along with a kind of record."""
    properties = found["components"]["schemas"][component]["properties"]
    related = properties.get("expanded", {"properties": {}})["properties"]
    return [{"name": name, "help": told["description"]} for name, told in related.items()]


def type_in_words(told: Schema) -> str:
    """The type of a column as programs call it: “string or null”, “array of integer”."""
    types = told["type"] if isinstance(told["type"], list) else [told["type"]]
    words = " or ".join(types)
    if "items" in told:
        words = words.replace("array", f"array of {type_in_words(told['items'])}")
    return words
