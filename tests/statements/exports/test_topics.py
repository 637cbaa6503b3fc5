import pytest

from statements.exports.fields import row
from statements.exports.topics import TOPICS, entry
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_topic_is_told_with_the_number_of_its_statements() -> None:
    topic = factories.topic("Prevention", slug="prevention", description="Before <it> happens.")
    factories.published(topics=[topic])
    factories.draft(topics=[topic])
    data = row(TOPICS.fields(""), TOPICS.records().get())
    assert (data["slug"], data["name"], data["statements"]) == ("prevention", "Prevention", 1)
    assert entry(topic).html == "Before &lt;it&gt; happens."
