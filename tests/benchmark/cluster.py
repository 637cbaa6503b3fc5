"""A PostgreSQL cluster with a database for each corpus, kept between runs."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from tests.benchmark.places import HOME

DATA = HOME / "pg"
# As a machine of its own would be set. `shared_buffers` is a third of the memory: of 24 GiB that
# is what a million statements need.
SETTINGS = {
    "listen_addresses": "''",
    "work_mem": "64MB",
    "maintenance_work_mem": "512MB",
    "random_page_cost": "1.1",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "30min",
    "synchronous_commit": "off",
    "jit": "off",
}


@dataclass(frozen=True)
class Cluster:
    """A running server, reached through a socket in `directory`."""

    directory: str
    version: str

    def url(self, name: str) -> str:
        """What Django connects to the database `name` with."""
        return f"postgresql://postgres@/{name}?host={self.directory}"

    def make(self, name: str) -> None:
        """Make the database `name` where there is none."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not known.fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def drop(self, name: str) -> None:
        """Drop the database `name` if there is one."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


@contextmanager
def running() -> Iterator[Cluster]:
    """Start the cluster, made if it is the first time; stop it at the end."""
    # The path stays short because a socket's full name may not exceed 107 bytes.
    directory = tempfile.mkdtemp(prefix="pg.", dir="/tmp")
    try:
        _prepare(Path(directory))
        _control("start", "-w", "-l", f"{directory}/log", "-o", _options(directory))
        try:
            yield Cluster(directory, _version(directory))
        finally:
            _control("stop", "-w", "-m", "fast")
    finally:
        shutil.rmtree(directory)


def _prepare(directory: Path) -> None:
    if _is_root():
        shutil.chown(directory, "postgres")
    if (DATA / "PG_VERSION").exists():
        return
    DATA.mkdir(parents=True, exist_ok=True)
    if _is_root():
        shutil.chown(DATA, "postgres")
    how = ["-U", "postgres", "-A", "trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    _as_owner("initdb", "-D", str(DATA), *how)


def _options(directory: str) -> str:
    third = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 3 // 2**20
    settings = SETTINGS | {"shared_buffers": f"{third}MB"}
    return f"-k {directory} " + " ".join(f"-c {name}={value}" for name, value in settings.items())


def _version(directory: str) -> str:
    with psycopg.connect(f"postgresql://postgres@/postgres?host={directory}") as connection:
        shown = connection.execute("SHOW server_version").fetchone()
    return str(shown[0]).split()[0] if shown else ""


def _control(*arguments: str) -> None:
    _as_owner("pg_ctl", "-D", str(DATA), *arguments)


def _as_owner(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL, which refuses to be root."""
    drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    command = [*(drop if _is_root() else []), str(_programs() / program), *arguments]
    subprocess.run(command, cwd="/", check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _programs() -> Path:
    """Debian's own directory, not PATH: another program may be called initdb."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name)
    )
    if not found:
        raise SystemExit("PostgreSQL is missing. Please run: sudo apt-get install postgresql")
    return found[-1]


def _is_root() -> bool:
    return os.geteuid() == 0
