from pathlib import Path
from typing import Any

from django.core.management import call_command

from statements.api.documentation import schema_in
from statements.api.operations import common
from statements.api.resources import RESOURCES_OF_API


def operations() -> list[dict[str, Any]]:
    return [methods["get"] for methods in schema_in("en")["paths"].values()]


def test_the_description_is_valid_and_made_without_a_warning(tmp_path: Path) -> None:
    file = str(tmp_path / "schema.yaml")
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", file)
    assert "openapi: 3.1.0" in Path(file).read_text("utf-8")


def test_there_is_a_list_and_a_record_of_each_kind_and_nothing_to_write() -> None:
    paths = schema_in("en")["paths"]
    names = [one.name for one in RESOURCES_OF_API]
    addresses = [f"/api/v1/{name}/{end}" for name in names for end in ("", "{number}/")]
    assert sorted(paths) == sorted(addresses)
    assert all(list(methods) == ["get"] for methods in paths.values())


def test_every_operation_and_parameter_is_described_with_an_example() -> None:
    for operation in operations():
        name = operation["operationId"]
        assert operation["description"].endswith("."), name
        assert operation["summary"], name
        assert operation["responses"]["200"]["content"]["application/json"]["example"], name
        for parameter in operation["parameters"]:
            assert parameter["description"], (name, parameter["name"])
            assert "example" in parameter, (name, parameter["name"])


def test_what_each_may_answer_is_told() -> None:
    for operation in operations():
        assert set(common()) | {"200", "400"} <= set(operation["responses"])
        record = operation["operationId"].endswith("_record")
        assert ("404" in operation["responses"]) is record
    found = {one["operationId"]: one for one in operations()}
    assert "410" in found["statements_record"]["responses"]
    assert "301" in found["speakers_record"]["responses"]


def test_every_reference_leads_somewhere() -> None:
    schema = schema_in("en")
    known = {f"#/components/schemas/{name}" for name in schema["components"]["schemas"]}

    def references(part: Any) -> set[str]:
        if isinstance(part, dict):
            own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
            return own.union(*map(references, part.values()))
        return set().union(*map(references, part)) if isinstance(part, list) else set()

    assert references(schema) <= known
