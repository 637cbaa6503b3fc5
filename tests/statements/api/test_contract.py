"""The API does what its description says, whatever is asked: tried by schemathesis."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS

from statements.api.documentation import schema_in
from tests import register
from tests.register import Register

UNPACKED = {"Accept-Encoding": "identity"}


def names_what_it_refuses(context: Any, response: Any, case: Any) -> None:
    """A 400 names parameters that were given, and nothing else."""
    if response.status_code == 400:
        errors = response.json()["errors"]
        assert errors, "a refusal without a reason"
        assert set(errors) <= set(case.query or {}), f"names what was not asked: {set(errors)}"


def sets_no_cookie(context: Any, response: Any, case: Any) -> None:
    assert "set-cookie" not in response.headers
    assert response.headers["access-control-allow-origin"] == ["*"]
    assert "access-control-allow-credentials" not in response.headers


def described() -> Any:
    schema = schemathesis.openapi.from_dict(schema_in("en"))
    schema.app = get_wsgi_application()
    return schema


api: Any = described()
few = settings(  # beside the hundreds that are made of the description's limits and examples
    max_examples=4, derandomize=True, deadline=None, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture
def filled(db: None) -> Iterator[Register]:
    """A register with one of everything, on a connection that the end of a request leaves open."""
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield register.make()
    for signal in ends:
        signal.connect(close_old_connections)


@api.parametrize()  # type: ignore[untyped-decorator]
@few
def test_nothing_is_found(filled: Register, case: Any) -> None:
    case.call_and_validate(
        headers=UNPACKED, additional_checks=[names_what_it_refuses, sets_no_cookie]
    )


def test_every_check_is_on() -> None:
    own = api.config.checks
    assert own.positive_data_acceptance.expected_statuses[0] == "2xx"  # it is our file
    assert all(own.get_by_name(name=name).enabled for name in CHECKS.get_all_names())
