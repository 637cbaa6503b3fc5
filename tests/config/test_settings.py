"""Production starts only when it is told what it needs, and then holds every safeguard."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test.utils import override_script_prefix

from sources.models import Outlet, Source

ROOT = Path(__file__).parents[2]
PRODUCTION = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "a-key-of-the-tests-that-is-long-enough-and-of-varied-letters-0123456789",
    "ALLOWED_HOSTS": "register.example",
    "DATABASE_URL": "sqlite://:memory:",
}
PRINT_SETTINGS = """
import json, sys
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}))
"""


def run(*command: str, without: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs Python with production's environment, changed as told."""
    given = {**PRODUCTION, **environment, "DJANGO_SETTINGS_MODULE": "config.settings"}
    given |= {"PATH": os.environ["PATH"], "PYTHONWARNINGS": "default"}
    given.pop(without, None)
    return subprocess.run(  # noqa: S603  # our own command
        [sys.executable, *command], env=given, cwd=ROOT, capture_output=True, text=True, check=False
    )


def in_production(*names: str, **environment: str) -> dict[str, object]:
    """The values of settings as production has them."""
    values: dict[str, object] = json.loads(run("-c", PRINT_SETTINGS, *names, **environment).stdout)
    return values


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_does_not_start_without(missing: str) -> None:
    done = run("manage.py", "check", without=missing)
    assert done.returncode != 0
    assert f"Set {missing}" in done.stderr


def test_the_check_for_deployment_is_clean() -> None:
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_production_has_every_safeguard() -> None:
    demanded = {
        "DEBUG": False,
        "PRODUCTION": True,
        "ALLOWED_HOSTS": ["register.example"],
        "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_SECURE": True,
        "CSRF_COOKIE_SAMESITE": "Lax",
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 365 * 24 * 3600,
        "SECURE_PROXY_SSL_HEADER": None,
        "SILENCED_SYSTEM_CHECKS": [],
    }
    assert in_production(*demanded) == demanded


def test_a_proxy_is_believed_only_where_there_is_one() -> None:
    behind = in_production("SECURE_PROXY_SSL_HEADER", BEHIND_PROXY="1")
    assert behind["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_another_register_needs_no_change_of_code() -> None:
    other = {
        "SITE_NAME": "Registro",
        "HOME_COUNTRY": "PE",
        "TIME_ZONE": "America/Lima",
        "LOCAL_LANGUAGE": "qu",
    }
    assert in_production(*other, **other) == other


def test_sqlite_waits_its_turn_and_keeps_what_it_says() -> None:
    databases = in_production("DATABASES")["DATABASES"]
    options = databases["default"]["OPTIONS"]  # type: ignore[index]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]
    assert "cache_size=-16000" in options["init_command"]


def test_copies_for_reading_are_named_by_the_environment() -> None:
    found = in_production(
        "DATABASES", "DATABASE_ROUTERS", "DATABASE_REPLICA_LAG",
        DATABASE_URL="postgresql://a@primary/r",
        DATABASE_REPLICA_URLS="postgresql://a@one/r,postgresql://a@two/r",
    )  # fmt: skip
    assert sorted(found["DATABASES"]) == ["default", "replica1", "replica2"]  # type: ignore[call-overload]
    assert found["DATABASE_ROUTERS"] == ["config.routing.ReadWhereChosen"]
    assert found["DATABASE_REPLICA_LAG"] == 10


def test_what_a_304_needs_stands_before_what_it_does_not() -> None:
    order = settings.MIDDLEWARE
    tells = order.index("config.caching.Revalidate")
    assert order.index("config.failover.ReadFromHealthy") < tells
    assert order.index("django.middleware.security.SecurityMiddleware") < tells
    for name in ("csp.middleware.CSPMiddleware", "config.compressing.Compress",
                 "django.contrib.sessions.middleware.SessionMiddleware"):  # fmt: skip
        assert tells < order.index(name)


def test_the_guard_against_bad_input_stands_behind_what_sets_headers() -> None:
    order = settings.MIDDLEWARE
    guard = order.index("config.middleware.RefuseUnreadableInput")
    assert order.index("csp.middleware.CSPMiddleware") < guard
    assert order.index("django.middleware.clickjacking.XFrameOptionsMiddleware") < guard
    assert guard < order.index("django.middleware.common.CommonMiddleware")


def test_pages_of_sources_and_outlets_lie_below_the_place_of_the_site() -> None:
    outlet = Outlet(slug="fresh-news")
    with override_script_prefix("/register/"):
        for record in (outlet, Source(pk=7, title="A denial", outlet=outlet)):
            assert resolve_url(record).startswith("/register/")
