from django.http import QueryDict
from django.test.utils import override_script_prefix
from django.urls import reverse

from sources.models import Outlet, Source
from statements.addresses import Paths, address, canonical, path_of, path_to, statement_path, twin
from statements.models import Organisation, Speaker, Topic


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


def test_a_remembered_path_is_that_of_the_route() -> None:
    for _ in range(2):
        assert path_to("topic_detail", "law") == "/topics/law/"
        assert path_to("statement_list") == "/statements/"


def test_a_record_stands_where_its_slug_says() -> None:
    for _ in range(2):
        assert path_of(Speaker(slug="hun-manet")) == "/speakers/hun-manet/"
        assert path_of(Topic(slug="hun-manet")) == "/topics/hun-manet/"
        assert path_of(Organisation(slug="ncct")) == "/organisations/ncct/"


def test_paths_lie_below_the_place_of_the_site() -> None:
    speaker = Speaker(slug="hun-manet")
    plain = path_of(speaker), path_to("about")
    with override_script_prefix("/record/"):
        assert (path_of(speaker), path_to("about")) == tuple(f"/record{path}" for path in plain)


def test_the_path_of_a_statement_is_that_of_the_route() -> None:
    for _ in range(2):
        assert statement_path(7, "ann-2022") == reverse("statement_detail", args=[7, "ann-2022"])
    with override_script_prefix("/register/"):
        assert statement_path(7, "ann-2022").startswith("/register/")


def test_a_changed_place_stands_at_the_end() -> None:
    asked = QueryDict("after=2022-01-01_2022-01-01_3&q=a&topic=b%26&speaker=")
    assert address("/s/", asked, after="x y") == "/s/?q=a&topic=b%26&after=x%20y"


def test_the_path_of_a_source_is_its_own_below_the_place_of_the_site() -> None:
    own = Source(pk=7, title="A denial", outlet=Outlet(slug="a-b"))
    for prefix in ("/", "/register/", "/"):
        with override_script_prefix(prefix):
            path = Paths().to_source("7", "A denial", "a-b")
            assert path == own.get_absolute_url()  # type: ignore[attr-defined]
            assert path.startswith(f"{prefix}sources/7/")
