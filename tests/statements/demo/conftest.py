"""The demo register, for tests that look at it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests import demo


@pytest.fixture(scope="module")
def register(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Load the register once for the tests of this module, none of which changes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.load()
        yield
        transaction.set_rollback(True)
