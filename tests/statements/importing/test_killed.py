"""An import that is killed half-way leaves nothing behind, and the next one completes.

It is a real process on a copy of the test database, killed after it has told of written rows.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from statements.management.commands.import_statements import STEP
from tests.statements.database_copy import copied  # noqa: F401  # a fixture
from tests.statements.importing.brought import file

ROWS = STEP + 40  # which take longer than the signal
# The copy is made before a test is inside its transaction.
pytestmark = [pytest.mark.usefixtures("copied"), pytest.mark.django_db]


@pytest.fixture
def environment(request: pytest.FixtureRequest) -> dict[str, str]:
    """What a process needs to work on the copy."""
    name = str(request.getfixturevalue("copied")["NAME"])
    parts = urlsplit(settings.DATABASE_URL)
    served = urlunsplit(parts._replace(path=f"/{name}"))
    url = f"sqlite:///{name}" if connection.vendor == "sqlite" else served
    return {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings"}


def answered(environment: dict[str, str], *words: str) -> str:
    """What a process prints that must succeed."""
    done = subprocess.run(  # noqa: S603  # our own programs
        [sys.executable, *words], cwd=settings.BASE_DIR, env=environment, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def asked(environment: dict[str, str], code: str) -> str:
    begin = "import django; django.setup(); from statements.models import *; "
    return answered(environment, "-c", begin + code)


def stored(copy: dict[str, Any]) -> list[tuple[str, ...]]:
    """The states of all statements in the copy, as a connection of its own finds them."""
    served = connection.copy()
    served.settings_dict["NAME"] = copy["NAME"]
    try:
        with served.cursor() as cursor:
            cursor.execute("SELECT status FROM statements_statement")
            return cursor.fetchall()
    finally:
        served.close()


def test_a_killed_import_leaves_nothing_and_the_next_completes(
    tmp_path: Path, environment: dict[str, str], request: pytest.FixtureRequest
) -> None:
    asked(environment, "Organisation.objects.create(name='Ministry', slug='ministry')")
    path = tmp_path / "statements.csv"
    row: dict[str, Any] = {"organisation": "ministry", "kind": "written"}
    path.write_text(
        file(*({**row, "said_on": 1000 + n, "text": f"Promise {n}."} for n in range(ROWS)))
    )
    command = ["manage.py", "import_statements", str(path), "--commit"]
    with subprocess.Popen(  # noqa: S603
        [sys.executable, *command], cwd=settings.BASE_DIR, env=environment,
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
    ) as killed:  # fmt: skip
        assert killed.stderr is not None
        assert str(STEP) in killed.stderr.readline().decode()  # so many rows are written
        killed.send_signal(signal.SIGKILL)
    assert killed.returncode == -signal.SIGKILL
    assert stored(request.getfixturevalue("copied")) == []
    assert f"{ROWS} new, 0 changed, 0 unchanged" in answered(environment, *command)
    assert stored(request.getfixturevalue("copied")) == [("draft",)] * ROWS
    assert f"0 new, 0 changed, {ROWS} unchanged" in answered(environment, *command)
