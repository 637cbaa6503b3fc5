import pytest
from django.core.exceptions import ValidationError

from sources.links import LinkField, canonical_url


@pytest.mark.parametrize(
    "url",
    [
        "http://www.phnompenhpost.com/national/lauds",
        "https://phnompenhpost.com/national/lauds/",
        "https://PhnomPenhPost.com:443/national/lauds#comments",
        "https://www.phnompenhpost.com/national/lauds?utm_source=x&fbclid=1",
        " https://www.phnompenhpost.com/national/lauds ",
    ],
)
def test_addresses_of_one_page_are_one(url: str) -> None:
    assert canonical_url(url) == "https://phnompenhpost.com/national/lauds"


def test_parameters_that_choose_the_page_are_kept_in_order() -> None:
    assert canonical_url("https://a.example/?b=2&a=1&utm_medium=m") == "https://a.example?b=2&a=1"


def test_a_port_of_its_own_makes_another_page() -> None:
    assert canonical_url("http://a.example:8080/x") == "https://a.example:8080/x"


def test_a_port_that_cannot_be_is_no_error_here() -> None:
    assert canonical_url("https://a.example:99999/x") == "https://a.example:99999/x"


def test_only_http_and_https_are_taken() -> None:
    field = LinkField()
    assert field.clean("https://a.example/", None) == "https://a.example/"
    for url in (
        "javascript:alert(1)",
        "ftp://a.example/",
        "data:text/html,x",
        "//a.example",
        "https://a.example:99999/",
        "https://a.example/" + "ក" * 300 + "?" + "ក" * 200,
    ):
        with pytest.raises(ValidationError):
            field.clean(url, None)


def test_a_form_takes_an_address_without_scheme_as_https() -> None:
    formfield = LinkField().formfield()
    assert formfield is not None
    assert formfield.clean("news.example/1") == "https://news.example/1"
