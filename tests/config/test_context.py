"""What every template may name."""

import pytest
from django.test import RequestFactory, override_settings

from config.context import site


@override_settings(SITE_NAME="Registro", LOCAL_LANGUAGE="qu")
def test_templates_know_what_makes_this_register_this_country_s() -> None:
    named = site(RequestFactory().get("/"))
    assert (named["SITE_NAME"], named["LOCAL_LANGUAGE"]) == ("Registro", "qu")


def test_templates_know_no_secret() -> None:
    with pytest.raises(KeyError):
        site(RequestFactory().get("/"))["SECRET_KEY"]
