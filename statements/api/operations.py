"""What OpenAPI tells of an operation. drf-spectacular gathers the addresses and asks for each."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ComponentRegistry, ResolvedComponent

from statements.api import parameters, schemas
from statements.api.resources import RESOURCES_OF_API, Resource
from statements.api.schemas import Schema, component, reference
from statements.exports.examples import EXAMPLES, plain


class Operation(AutoSchema):
    """The schema of a view of the API, made from its resource."""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: ComponentRegistry
    ) -> dict[str, Any] | None:
        """The operation; None for what the schema does not tell of."""
        resource: Resource = self.view.resource
        register(registry)
        return of_record(resource) if "{" in path else of_list(resource)


def register(registry: ComponentRegistry) -> None:
    """Put the schemas of all records among the components, once."""
    own = {component(one.kind): schemas.record(one.kind, one.expansions)
           for one in RESOURCES_OF_API}  # fmt: skip
    pages = {f"{component(one.kind)}Page": schemas.page(one.kind) for one in RESOURCES_OF_API}
    rest = {"Citation": schemas.citation(), "Errors": schemas.errors()}
    made: Any = ResolvedComponent
    for name, schema in {**own, **pages, **rest}.items():
        registry.register_on_missing(made(name, made.SCHEMA, schema=schema, object=name))


def of_list(resource: Resource) -> Schema:
    """The operation that gives a list."""
    example = {"count": 1, "next": None, "results": [plain(EXAMPLES[resource.name])]}
    return {
        "operationId": f"{resource.name}_list",
        "summary": _("List of %s") % str(resource.kind.label).lower(),
        "description": _("%s A page of them, in the order of the list.") % resource.help,
        "tags": [resource.name],
        "parameters": parameters.of_list(resource),
        "responses": {
            "200": answer(_("A page of records."), f"{component(resource.kind)}Page", example),
            "400": refusal(_("A parameter cannot be read; it is named.")),
            **common(),
        },
    }


def of_record(resource: Resource) -> Schema:
    """The operation that gives one record."""
    example = plain(EXAMPLES[resource.name])
    statement = resource.name == "statements"
    gone = {"410": refusal(_("The statement was withdrawn; the reason is told."))}
    speaker = resource.name == "speakers"
    moved = {"301": {"description": _("The speaker was merged into another, who is named.")}}
    return {
        "operationId": f"{resource.name}_record",
        "summary": _("One of the %s") % str(resource.kind.label).lower(),
        "description": _("%s One of them, by its number.") % resource.help,
        "tags": [resource.name],
        "parameters": [parameters.number(), *parameters.expanding(resource)],
        "responses": {
            "200": answer(_("The record."), component(resource.kind), example),
            **(moved if speaker else {}),
            "400": refusal(_("A parameter cannot be read; it is named.")),
            "404": refusal(_("There is no such record.")),
            **(gone if statement else {}),
            **common(),
        },
    }


def common() -> Schema:
    """What every address may answer."""
    return {
        "304": {"description": _("Nothing has changed since the ETag or the moment given.")},
        "405": refusal(_("It can only be read: GET, HEAD and OPTIONS.")),
        "406": refusal(_("It is given as application/json only.")),
    }


def answer(description: str, name: str, example: Any) -> Schema:
    """An answer in JSON."""
    content = {"application/json": {"schema": reference(name), "example": example}}
    return {"description": description, "content": content}


def refusal(description: str) -> Schema:
    """An answer that says what is wrong."""
    example = {"errors": {"since": [_("Write a date as 2022-08-12, 2022-08 or 2022.")]}}
    return answer(description, "Errors", example)
