from django.test import RequestFactory

from statements.exports.pages import envelope, next_page, origin
from statements.exports.selections import Part

ASKED = RequestFactory().get("/statements.json", {"since": "2022", "after": "x"})


def test_the_next_page_has_the_same_selection_at_another_place() -> None:
    following = next_page(ASKED, Part([1], ("after", "y")))
    assert following == "http://testserver/statements.json?since=2022&after=y"
    assert next_page(ASKED, Part([1])) is None
    assert origin(ASKED) == "http://testserver"


def test_a_body_names_the_count_first() -> None:
    assert list(envelope(1, None, [])) == ["count", "next", "results"]
