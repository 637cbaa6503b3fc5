"""PostgreSQL servers that live as long as a test: one to write to, and copies that follow it.

They listen on Unix sockets in a directory of their own and on no network port.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

QUICK = (
    "-c listen_addresses='' -c fsync=off -c shared_buffers=16MB -c wal_keep_size=64MB"
    " -c wal_retrieve_retry_interval=100ms"
)


def programs() -> Path:
    """Where the newest PostgreSQL keeps its programs."""
    found = Path("/usr/lib/postgresql").glob("*/bin")
    return max(found, key=lambda path: float(path.parent.name))


class Server:
    """One server; its directory holds its data and its socket."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def url(self, *others: "Server") -> str:
        """Its address; with others, that of whichever of them can be written to."""
        hosts = ",".join(str(one.home) for one in (self, *others))
        writable = "&target_session_attrs=read-write" if others else ""
        return f"postgresql://postgres@/postgres?host={hosts}{writable}"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs as its user; root may not."""
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        command = [*(user if os.getuid() == 0 else []), str(programs() / program), *arguments]
        done = subprocess.run(  # noqa: S603  # our own command
            command, cwd=self.home, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
        )
        assert done.returncode == 0, done.stderr.decode()

    def create(self) -> None:
        self.run("initdb", "-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync")  # fmt: skip

    def copy(self, *hosts: "Server") -> None:
        """Begin as a copy that follows whichever of these can be written to."""
        names = ",".join(str(one.home) for one in hosts)
        self.run("pg_basebackup", "-D", "data", "-R", "-X", "stream", "-c", "fast", "--no-sync",
                 "-d", f"host={names} user=postgres target_session_attrs=read-write")  # fmt: skip

    def start(self) -> None:
        self.run(
            "pg_ctl", "-D", "data", "-w", "-l", "log", "-o", f"-k {self.home} {QUICK}", "start"
        )

    def stop(self) -> None:
        self.run("pg_ctl", "-D", "data", "-w", "-m", "immediate", "stop")

    def kill(self) -> None:
        """As when the machine is gone: nothing is said to anybody."""
        number = (self.home / "data" / "postmaster.pid").read_text().split("\n", 1)[0]
        os.kill(int(number), signal.SIGKILL)

    def promote(self) -> None:
        self.run("pg_ctl", "-D", "data", "-w", "promote")

    def execute(self, *orders: str) -> None:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            for order in orders:
                connection.execute(order.encode())


@contextmanager
def servers(number: int) -> Iterator[list[Server]]:
    """Homes for this many servers, of which none runs yet; all end with the block."""
    with tempfile.TemporaryDirectory(prefix="pg.") as home:  # short: a socket's name is limited
        made = [Server(Path(home) / str(n)) for n in range(number)]
        Path(home).chmod(0o755)
        for one in made:
            one.home.mkdir()
            if os.getuid() == 0:
                shutil.chown(one.home, "postgres", "postgres")
        try:
            yield made
        finally:
            for one in made:
                if (one.home / "data" / "postmaster.pid").exists():
                    subprocess.run(  # noqa: S603  # our own command
                        [str(programs() / "pg_ctl"), "-D", "data", "-m", "immediate", "stop"],
                        cwd=one.home, user="postgres" if os.getuid() == 0 else None,
                        capture_output=True, check=False,
                    )  # fmt: skip
