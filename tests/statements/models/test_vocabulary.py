import pytest

from statements.models import Function, Page, Stance
from tests import factories

pytestmark = pytest.mark.django_db


def test_every_function_and_stance_is_defined_in_words() -> None:
    for model in (Function, Stance):
        definitions = model.objects.values_list("definition", flat=True)
        assert all(definition.endswith(".") for definition in definitions)


def test_what_third_parties_do_has_functions_of_its_own() -> None:
    codes = set(Function.objects.values_list("code", flat=True))
    assert {"allegation", "ranking-event", "commitment", "rebuttal"} <= codes


def test_a_topic_has_its_address() -> None:
    assert factories.topic(slug="prevention").get_absolute_url() == "/topics/prevention/"


def test_a_page_is_known_by_its_title() -> None:
    assert str(Page(slug="about", title="About us")) == "About us"
