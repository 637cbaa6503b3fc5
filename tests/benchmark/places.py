"""Where the benchmark keeps what it makes, and the environment its programs start with."""

import os
import secrets
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOME = ROOT / "var" / "bench"
LOGS = HOME / "log"
RESULTS = HOME / "results.json"
DATASETTE = HOME / "venv" / "bin" / "datasette"
DOCS = ROOT / "docs"
WORKERS = 2
SECRET_KEY = secrets.token_urlsafe(64)  # of this run


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


def environment(database_url: str, **more: str) -> dict[str, str]:
    """What a program sees: as in production behind a proxy, and nothing of the caller's."""
    return {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": os.environ.get("HOME", "/"),
        "ENVIRONMENT": "production",
        "SECRET_KEY": SECRET_KEY,
        "ALLOWED_HOSTS": "127.0.0.1",
        "BEHIND_PROXY": "1",
        "WEB_CONCURRENCY": str(WORKERS),
        "DATABASE_URL": database_url,
        **more,
    }
