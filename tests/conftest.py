"""What every test stands on: plain static files without `collectstatic`, quick passwords."""

from pathlib import Path

import pytest
from django.conf import settings as project
from pytest_django.fixtures import Settings


def pytest_configure() -> None:
    """A fresh clone has collected nothing yet, and WhiteNoise warns of a missing directory."""
    Path(project.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _quick_and_plain(settings: Settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # Argon2 is slow by design; the real setting is looked at by tests/test_security.py.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STATIC_ROOT = settings.BASE_DIR / "static"
