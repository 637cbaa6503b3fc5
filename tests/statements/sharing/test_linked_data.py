from typing import Any

import pytest
from pyld import jsonld

from statements import workflow
from statements.models import Citation, Statement
from statements.sharing.linked_data import dataset, document, of_statement, person
from tests import factories, register

pytestmark = pytest.mark.django_db

BASE = "https://record.example"
SCHEMA = "https://schema.org/"


def read(node: dict[str, Any]) -> dict[str, Any]:
    """The node as a parser of linked data reads it, with a context in the place of schema.org's."""

    def loader(url: str, _options: object) -> dict[str, Any]:
        assert url == "https://schema.org"
        context = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}}}
        return {"contextUrl": None, "documentUrl": url, "document": context}

    (found,) = jsonld.expand(document(node), {"documentLoader": loader})
    return dict(found)


def value(node: dict[str, Any], name: str) -> Any:
    return node[SCHEMA + name][0].get("@value")


def test_a_quotation_with_its_speaker_and_its_source() -> None:
    public = register.make()
    node = read(of_statement(public.statement, BASE))
    assert node["@type"] == [f"{SCHEMA}Quotation"]
    assert node["@id"] == f"{BASE}/s/{public.statement.pk}/"
    assert value(node, "text") == register.TEXT
    assert value(node, "dateCreated") == "2022-08-12"
    (spoken,) = node[f"{SCHEMA}creator"]
    assert spoken["@type"] == [f"{SCHEMA}Person"]
    assert value(spoken, "jobTitle") == "Minister"
    assert node[f"{SCHEMA}spokenByCharacter"][0]["@id"] == spoken["@id"]
    (based,) = node[f"{SCHEMA}isBasedOn"]
    assert based["@type"] == [f"{SCHEMA}NewsArticle"]
    assert value(based[f"{SCHEMA}publisher"][0], "name") == public.outlet.name


def test_what_is_only_reported_is_no_quotation() -> None:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    node = of_statement(statement, BASE)
    assert (node["@type"], node["abstract"]) == ("CreativeWork", "Promises to act.")
    assert "text" not in node
    assert "spokenByCharacter" not in node


def test_nothing_that_is_not_public_is_told() -> None:
    statement: Statement = factories.published()
    statement.topics.add(factories.topic("Hidden topic"))
    Citation.objects.create(statement=statement, source=factories.source("Hidden source"))
    assert "Hidden" not in str(of_statement(statement, BASE))


def test_an_organisation_and_a_person() -> None:
    body = workflow.publish(record=factories.organisation("The Ministry", note="A note"), by=None)
    assert read(person(body, BASE))["@type"] == [f"{SCHEMA}Organization"]
    speaker = factories.speaker("A", wikidata_id="Q57788")
    assert person(speaker, BASE)["sameAs"] == "https://www.wikidata.org/wiki/Q57788"


def test_a_list_is_a_dataset_with_its_downloads() -> None:
    node = read(dataset("Statements", "/statements/", [("text/csv", "/statements.csv")], BASE))
    assert node["@type"] == [f"{SCHEMA}Dataset"]
    (download,) = node[f"{SCHEMA}distribution"]
    assert download["@type"] == [f"{SCHEMA}DataDownload"]
    assert value(download, "contentUrl") == f"{BASE}/statements.csv"
    assert 50 <= len(value(node, "description")) <= 5000


def test_several_things_are_a_graph() -> None:
    made = document({"@type": "Person"}, {"@type": "Dataset"})
    assert [one["@type"] for one in made["@graph"]] == ["Person", "Dataset"]
