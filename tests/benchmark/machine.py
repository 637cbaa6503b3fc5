"""What the numbers were measured on, in words that hold no name of a machine or a path."""

import os
import platform
import re
import sqlite3
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.benchmark.memory import may_lock
from tests.benchmark.places import DATASETTE


def described() -> dict[str, str]:
    """Name and words of each thing that the numbers depend on."""
    found = {
        "Date": f"{datetime.now(UTC):%Y-%m-%d}",
        "Processor": f"{_processor()}, {os.cpu_count()} cores",
        "Memory": f"{_memory()} GiB",
        "SQLite's files": "locked into memory" if may_lock() else "left to the system",
        "Busy with other work before": f"{os.getloadavg()[0]:.1f} of {os.cpu_count()} cores",
        "System": _system(),
        "Python": platform.python_version(),
        "Django": version("django"),
        "gunicorn": version("gunicorn"),
        "SQLite": sqlite3.sqlite_version,
        "Datasette": _datasette(),
        "django-filter": version("django-filter"),
    }
    return {name: words for name, words in found.items() if words}


def _processor() -> str:
    names = re.findall(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return names[0] if names else platform.machine()


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def _system() -> str:
    words = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{words}, Linux {platform.release().split('-')[0]}"


def _datasette() -> str:
    if not DATASETTE.exists():
        return ""
    command = [str(DATASETTE), "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.split()[-1]
