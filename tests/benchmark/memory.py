"""What is measured stays in memory as long as it is.

Some systems take back what nobody read of a file for a minute, however much memory is free. Then
a page that is asked for in turn with those of other servers waits for the disk.
"""

import os
import resource
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg

# Materialised views, sequences and what has no storage of its own aside.
BUFFERED = "SELECT sum(pg_prewarm(oid::regclass)) FROM pg_class WHERE relkind IN ('r', 'i', 't')"


def may_lock() -> bool:
    """Whether this user may lock gigabytes into memory."""
    limit, _hard = resource.getrlimit(resource.RLIMIT_MEMLOCK)
    return os.geteuid() == 0 or limit == resource.RLIM_INFINITY


@contextmanager
def held(urls: Iterable[Mapping[str, str]], files: Iterable[Path] = ()) -> Iterator[None]:
    """Hold these databases, by engine, and these files in memory: in that of the servers.

    PostgreSQL reads its tables into its buffers. Files are locked, if this user may do that.
    """
    known = [(engine, url) for one in urls for engine, url in one.items()]
    for engine, url in known:
        if engine == "postgresql":
            _buffer(url)
    found = [*files, *(file_of(url) for engine, url in known if engine == "sqlite")]
    if not (found and may_lock()):
        yield
        return
    with tempfile.TemporaryDirectory() as directory:
        note = Path(directory) / "pid"
        command = ["vmtouch", "-dlwq", "-P", str(note), *map(str, found)]
        subprocess.run(command, check=True)  # noqa: S603  # files of the benchmark
        try:
            yield
        finally:
            os.kill(int(note.read_text()), signal.SIGTERM)


def file_of(url: str) -> Path:
    """The file of an SQLite database."""
    return Path(url.removeprefix("sqlite:///"))


def _buffer(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_prewarm")
        connection.execute(BUFFERED)
