import pytest

from statements.templatetags.source_items import source_items
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_source_is_named_with_its_outlet_its_day_and_its_kind() -> None:
    outlet = factories.outlet("The Post")
    source = factories.source("A <report>", outlet=outlet, published_on="2022-08")
    html = source_items([source]).html
    path = source.get_absolute_url()  # type: ignore[attr-defined]
    assert html.startswith(f'<li><a href="{path}">A &lt;report&gt;</a><br>')
    assert '<span class="meta">The Post, August 2022 · Article</span></li>' in html


def test_without_a_title_its_address_stands_for_it() -> None:
    source = factories.source(url=f"https://post.example/{'a' * 100}")
    source.title = ""
    assert f">https://post.example/{'a' * 68}…</a>" in source_items([source]).html
    source.url = ""
    assert ">Untitled</a>" in source_items([source]).html


def test_statements_are_counted_where_their_number_is_known() -> None:
    source = factories.source()
    assert "count" not in source_items([source]).html
    source.n = 1  # type: ignore[attr-defined]
    assert '<span class="count">1 statement</span>' in source_items([source]).html
    source.n = 0  # type: ignore[attr-defined]
    assert ">0 statements<" in source_items([source]).html
