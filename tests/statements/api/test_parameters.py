import pytest
from django.http import QueryDict

from statements.api.parameters import behind, of_list, placing, selecting
from statements.api.resources import RESOURCES_OF_API
from statements.figures.selection import FigureSelection
from statements.filters import StatementFilter

OF = {one.name: one for one in RESOURCES_OF_API}


def names(resource: str) -> list[str]:
    return [one["name"] for one in of_list(OF[resource])]


def test_every_parameter_of_the_filter_is_told_of() -> None:
    told = [one["name"] for one in [*selecting(), *placing()]]
    assert sorted(told) == sorted(StatementFilter.base_filters)


def test_each_list_has_its_own() -> None:
    assert names("statements")[-1] == "expand"
    assert {"after", "before", "order"} <= set(names("positions"))
    assert {"indicator", "behind", "q"} <= set(names("figures"))
    assert "after" not in names("figures")
    assert names("topics") == [one["name"] for one in behind()]
    assert names("placements")[:4] == ["ranking", "edition", "country", "behind"]


def test_each_is_explained_with_an_example() -> None:
    for resource in RESOURCES_OF_API:
        for one in of_list(resource):
            assert one["description"].endswith("."), one["name"]
            assert one["example"], one["name"]


def test_what_repeats_is_what_the_filter_takes_several_of() -> None:
    fields = StatementFilter.get_form_class().base_fields
    for one in selecting():
        repeats = fields[one["name"]].widget.__class__.__name__.startswith("SelectMultiple")
        assert (one["schema"]["type"] == "array") is repeats, one["name"]


@pytest.mark.django_db
def test_the_examples_can_be_read_where_they_name_no_record() -> None:
    example = {one["name"]: one["example"] for one in [*selecting(), *placing()]}
    for name in ("q", "since", "until", "order", "after", "before", "kind", "verification",
                 "language", "edition"):  # fmt: skip
        data = QueryDict(mutable=True)
        value = example[name]
        data.setlist(name, value if isinstance(value, list) else [value])
        assert FigureSelection("/", data).errors == [], name
