"""The columns of the public data as JSON Schema. What they are is told in `statements.exports`."""

from collections.abc import Iterable, Sequence
from typing import Any

from statements.api.expansions import Citations, Expansion
from statements.exports.examples import EXAMPLES, Maybe, plain
from statements.exports.kinds import Kind
from statements.exports.statements import CITED

Schema = dict[str, Any]
NAMES = {bool: "boolean", int: "integer", str: "string"}
FORMATS = {"url": "uri"}


def component(kind: Kind) -> str:
    """The name of the schema of a kind of record: "Statement" for the statements."""
    return kind.name.removesuffix("s").capitalize()


def reference(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def type_of(example: Any) -> Schema:
    """The schema of values such as this one."""
    match example:
        case Maybe():
            known = type_of(example.of() if example.value is None else example.value)
            return {**known, "type": [known["type"], "null"]}
        case list():
            return {"type": "array", "items": type_of(example[0])}
    return {"type": NAMES[type(example)]}


def column(name: str, help_text: object, example: Any) -> Schema:
    """The schema of a column."""
    known = type_of(example)
    told = "date-time" if name.endswith("_at") else FORMATS.get(name)
    form = {"format": told} if told else {}
    return {**known, **form, "description": str(help_text), "examples": [plain(example)]}


def record(kind: Kind, expansions: Sequence[Expansion | Citations]) -> Schema:
    """The schema of a record: all its columns, and what may be expanded."""
    examples = EXAMPLES[kind.name]
    columns = {one.name: column(one.name, one.help, examples[one.name]) for one in kind.fields("")}
    schema: Schema = {
        "type": "object",
        "description": str(kind.label),
        "properties": {**columns},
        "required": list(columns),
    }
    if expansions:
        schema["properties"]["expanded"] = expanded(expansions)
    return schema


def expanded(expansions: Iterable[Expansion | Citations]) -> Schema:
    """The schema of what is given along with a record when it is asked for."""
    return {
        "type": "object",
        "description": "The records asked for by “expand”, each under its name.",
        "properties": {one.name: related(one) for one in expansions},
    }


def related(expansion: Expansion | Citations) -> Schema:
    """The schema of what one expansion gives: a record or null, or a list of records."""
    one = reference(component(expansion.kind) if isinstance(expansion, Expansion) else "Citation")
    told = {"description": str(expansion.help)}
    if expansion.many:
        return {"type": "array", "items": one, **told}
    return {"anyOf": [one, {"type": "null"}], **told}


def citation() -> Schema:
    """The schema of a citation: the columns that statements have of each, side by side."""
    examples = EXAMPLES["statements"]
    columns = {
        name: column(name, field.help, examples[field.name][0]) for name, field in CITED.items()
    }
    return {
        "type": "object",
        "description": "A place in a source that a statement rests on.",
        "properties": columns,
        "required": list(columns),
    }


def page(kind: Kind) -> Schema:
    """The schema of a page of records."""
    return {
        "type": "object",
        "description": f"A page of records: {kind.label}.",
        "properties": {
            "count": {
                "type": "integer", "minimum": 0, "examples": [1],
                "description": "How many records the selection holds in all.",
            },
            "next": {
                "type": ["string", "null"], "format": "uri", "examples": [None],
                "description": "Address of the page that follows; null on the last one.",
            },
            "results": {
                "type": "array", "items": reference(component(kind)),
                "description": "The records of this page, in the order of the selection.",
                "examples": [[plain(EXAMPLES[kind.name])]],
            },
        },
        "required": ["count", "next", "results"],
    }  # fmt: skip


def errors() -> Schema:
    """The schema of every refusal."""
    return {
        "type": "object",
        "description": "What is wrong, under the name of each parameter that it concerns.",
        "properties": {
            "errors": {
                "type": "object",
                "description": "Sentences by parameter; what concerns none stands under no name.",
                "additionalProperties": {"type": "array", "items": {"type": "string"}},
                "examples": [{"since": ["Write a date as 2022-08-12, 2022-08 or 2022."]}],
            }
        },
        "required": ["errors"],
    }
