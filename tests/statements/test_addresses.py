from django.http import QueryDict

from statements.addresses import address, canonical, twin


def test_empty_parameters_and_the_place_in_the_list_are_left_out() -> None:
    asked = QueryDict("q=&speaker=hun-manet&speaker=&after=2022-01-01_2022-01-01_3&before=x")
    assert address("/statements/", asked) == "/statements/?speaker=hun-manet"


def test_a_change_replaces_and_an_empty_one_takes_out() -> None:
    asked = QueryDict("order=oldest&topic=a&topic=b")
    assert address("/s/", asked, order="newest") == "/s/?order=newest&topic=a&topic=b"
    assert address("/s/", asked, order="", topic="") == "/s/"


def test_what_was_asked_stays_as_it_was() -> None:
    asked = QueryDict("order=oldest")
    address("/s/", asked, order="")
    assert asked.urlencode() == "order=oldest"


def test_the_canonical_form_keeps_the_place() -> None:
    asked = QueryDict("q=&after=2022-01-01_2022-01-01_3&topic=")
    assert canonical("/statements/", asked) == "/statements/?after=2022-01-01_2022-01-01_3"


def test_the_twin_of_a_page_is_its_path_with_the_format() -> None:
    assert twin("/statements/", "csv") == "/statements.csv"
    assert twin("/speakers/hun-manet/", "atom") == "/speakers/hun-manet.atom"
