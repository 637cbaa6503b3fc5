"""Programs that run within the application, each in a process of its own."""

import json
import subprocess
import sys
from typing import Any

from tests.benchmark.places import ROOT, environment


def manage(url: str, *arguments: str) -> None:
    """Run a command of `manage.py` on a database."""
    command = [sys.executable, "manage.py", *arguments]
    env = environment(url, ENVIRONMENT="demo")  # in production a corpus is refused
    subprocess.run(command, cwd=ROOT, env=env, check=True)  # noqa: S603  # our own


def told(url: str, program: str) -> Any:
    """What a program of the benchmark says of a database."""
    command = [sys.executable, "-m", "tests.benchmark.within", program]
    env = environment(url, DJANGO_SETTINGS_MODULE="config.settings")
    done = subprocess.run(  # noqa: S603  # our own
        command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE
    )
    return json.loads(done.stdout)
