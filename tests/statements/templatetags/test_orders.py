import pytest
from django.test import RequestFactory

from statements.templatetags.orders import orders
from statements.timeline import Timeline

pytestmark = pytest.mark.django_db


def shown(query: str) -> str:
    return orders(Timeline(RequestFactory().get(f"/statements/{query}"))).html


def test_the_order_that_holds_is_no_link() -> None:
    assert shown("") == (
        '<strong>Newest first</strong> · <a href="/statements/?order=oldest">Oldest first</a>'
    )


def test_a_change_of_order_keeps_the_selection() -> None:
    assert 'href="/statements/?kind=quotation&amp;order=oldest"' in shown("?kind=quotation")
