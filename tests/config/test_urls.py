"""The table of contents."""

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from config import urls


def test_the_public_pages_stand_at_the_root() -> None:
    assert reverse("home") == "/"
    assert reverse("statement_list") == "/statements/"


def test_the_admin_stands_under_its_own_path() -> None:
    assert reverse("admin:index") == "/admin/"


def test_the_api_stands_under_its_version() -> None:
    assert reverse("api") == "/api/v1/"


def test_what_cannot_be_read_has_a_page_of_the_site() -> None:
    assert callable(import_string(urls.handler400))
    assert settings.ROOT_URLCONF == "config.urls"
