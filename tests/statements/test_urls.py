import pytest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from statements import urls
from statements.exports.resources import RESOURCES


@pytest.mark.parametrize("pattern", urls.urlpatterns, ids=lambda pattern: pattern.name)
def test_each_address_is_named_after_its_view(pattern: object) -> None:
    name, view = pattern.name, pattern.callback  # type: ignore[attr-defined]
    assert view.__module__.startswith("statements.views.")
    twin = name.removesuffix("_data") in RESOURCES and view.__name__ == "download"
    assert twin or name in {view.__name__, "statement_number"}


def test_a_number_that_no_database_holds_is_no_address() -> None:
    assert resolve("/s/999999999999999999/").kwargs == {"pk": 999999999999999999}
    for number in ("1" * 19, "-1", "٣", "x"):
        with pytest.raises(Resolver404):
            resolve(f"/s/{number}/")
    with pytest.raises(NoReverseMatch):
        reverse("statement_short", args=[10**20])
