"""What every test stands on: plain static files without `collectstatic`, quick passwords."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.db import transaction


def pytest_configure() -> None:
    """A fresh clone has collected nothing yet, and WhiteNoise warns of a missing directory."""
    Path(project.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    project.STATIC_ROOT = project.BASE_DIR / "static"
    project.STORAGES = {
        **project.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # Argon2 is slow by design; the real setting is looked at by tests/test_security.py.
    project.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """The migrations make models by the thousand: they are let go all at once."""
    gc.disable()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    gc.enable()
    gc.collect()


def pytest_collection_finish() -> None:
    """All that is loaded by now stays: looking through it for garbage takes a tenth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module")
def shared(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Room for records that the tests of a module share.

    Each test works in a transaction within this one, so what it does to them is undone. Objects
    that stand for them are not: hand each test a copy of its own.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
