import json

import jsonschema  # type: ignore[import-untyped]
import pytest
from django.core.serializers.json import DjangoJSONEncoder

from statements.api import schemas
from statements.api.resources import RESOURCES_OF_API
from statements.exports.examples import EXAMPLES, Maybe, plain
from statements.exports.fields import row
from statements.exports.kinds import Kind
from statements.exports.resources import KINDS
from tests import demo, register

EVERY = pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.name)


def own(kind: Kind) -> dict[str, object]:
    return schemas.record(kind, [])


def test_a_kind_has_the_name_of_one_record() -> None:
    named = [schemas.component(one) for one in KINDS]
    assert named[:4] == ["Statement", "Speaker", "Organisation", "Topic"]
    assert len(set(named)) == len(KINDS)


def test_types_follow_from_examples() -> None:
    assert schemas.type_of(1) == {"type": "integer"}
    assert schemas.type_of(True) == {"type": "boolean"}
    assert schemas.type_of(Maybe(None)) == {"type": ["string", "null"]}
    assert schemas.type_of(Maybe(None, int)) == {"type": ["integer", "null"]}
    several = {"type": "array", "items": {"type": ["string", "null"]}}
    assert schemas.type_of([Maybe("x")]) == several
    assert schemas.type_of(Maybe([1]))["type"] == ["array", "null"]


@EVERY
def test_every_column_is_explained_with_an_example(kind: Kind) -> None:
    for name, told in schemas.record(kind, [])["properties"].items():
        assert told["description"].endswith((".", "…")), name
        assert told["examples"], name


@EVERY
def test_the_example_fits(kind: Kind) -> None:
    jsonschema.validate(plain(EXAMPLES[kind.name]), own(kind))


@pytest.mark.django_db
def test_every_record_of_the_demo_fits() -> None:
    demo.load()
    register.make()
    for kind in KINDS:
        check = jsonschema.Draft202012Validator(own(kind))
        found = kind.load(kind.records().values_list("pk", flat=True))
        assert found, kind.name
        for record in found.values():
            told = DjangoJSONEncoder().encode(row(kind.fields("https://x.example"), record))
            wrong = [str(error) for error in check.iter_errors(json.loads(told))]
            assert not wrong, (kind.name, record.pk)


def test_what_may_be_expanded_leads_to_the_schema_of_its_kind() -> None:
    (statements, *_) = RESOURCES_OF_API
    told = schemas.expanded(statements.expansions)["properties"]
    assert told["topics"]["items"] == {"$ref": "#/components/schemas/Topic"}
    assert told["speaker"]["anyOf"][0] == {"$ref": "#/components/schemas/Speaker"}
    assert told["citations"]["items"] == {"$ref": "#/components/schemas/Citation"}


def test_a_citation_has_all_that_a_statement_tells_of_it() -> None:
    assert schemas.citation()["properties"].keys() == set(schemas.citation()["required"])
    assert schemas.page(KINDS[0])["required"] == ["count", "next", "results"]
    assert schemas.errors()["required"] == ["errors"]
