from django.urls import reverse

from statements.api import urls
from statements.api.resources import RESOURCES_OF_API


def test_each_resource_has_a_list_and_its_records() -> None:
    for one in RESOURCES_OF_API:
        assert reverse(f"api_{one.name}") == f"/api/v1/{one.name}/"
        assert reverse(f"api_{one.name}_record", args=[17]) == f"/api/v1/{one.name}/17/"


def test_each_address_has_a_name_of_its_own() -> None:
    names = [pattern.name for pattern in urls.urlpatterns]
    assert len(set(names)) == len(names) == 2 * len(RESOURCES_OF_API) + 3
