"""What every test stands on: plain static files without `collectstatic`, quick passwords."""

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def _quick_and_plain(settings: Settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # Argon2 is slow by design; the real setting is looked at by tests/test_security.py.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STATIC_ROOT = settings.BASE_DIR / "static"
