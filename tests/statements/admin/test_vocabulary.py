"""The words by which statements are described."""

import pytest

from statements import workflow
from statements.models import Function, Stance, Topic
from tests import factories
from tests.statements.admin.conftest import LogIn, url

pytestmark = pytest.mark.django_db


def test_a_word_in_use_is_not_deleted(log_in: LogIn) -> None:
    used, unused = Function.objects.all()[:2]
    factories.draft().functions.add(used)
    client = log_in("Admin")
    for word, status in ((used, 403), (unused, 302)):
        path = url("statements_function_delete", word.pk)
        assert client.post(path, {"post": "yes"}).status_code == status


def test_the_vocabulary_is_for_admins(log_in: LogIn) -> None:
    form = {"code": "boasts", "label": "Boasts", "definition": "Praises itself."}
    path = url("statements_stance_add")
    assert log_in("Reviewer").post(path, form).status_code == 403
    assert log_in("Admin").post(path, form).status_code == 302
    assert Stance.objects.filter(code="boasts").exists()


@pytest.mark.parametrize("order", ["-1", "1" + "0" * 20, "abc"])
def test_an_order_that_is_none_is_an_error_of_the_form(log_in: LogIn, order: str) -> None:
    form = {"code": "boasts", "label": "Boasts", "definition": "Praises.", "order": order}
    response = log_in("Admin").post(url("statements_stance_add"), form)
    assert b"errornote" in response.content


def test_topics_count_their_statements(log_in: LogIn) -> None:
    topic = factories.topic()
    factories.draft(topics=[topic])
    page = log_in("Contributor").get(url("statements_topic_changelist")).content.decode()
    assert f'statement/?topics__id__exact={topic.pk}">1</a>' in page


def test_a_published_topic_is_read_only_for_editors(log_in: LogIn) -> None:
    topic = workflow.publish(record=factories.topic(), by=None)
    form = {"name": "Renamed", "slug": "renamed"}
    path = url("statements_topic_change", topic.pk)
    assert log_in("Editor").post(path, form).status_code == 403
    assert log_in("Reviewer").post(path, form).status_code == 302
    assert Topic.objects.get().name == "Renamed"


def test_the_side_of_a_stance_is_shown_and_can_be_set(log_in: LogIn) -> None:
    client = log_in("Admin")
    assert (
        "Against the placement" in client.get(url("statements_stance_changelist")).content.decode()
    )
    form = {"code": "boasts", "label": "Boasts", "definition": "Praises.", "side": "for"}
    assert client.post(url("statements_stance_add"), form).status_code == 302
    assert Stance.objects.get(code="boasts").side == "for"
