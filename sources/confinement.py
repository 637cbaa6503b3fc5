"""Work on hostile bytes, done by a child process that the system ends when it takes too much.

The parent writes the input to a file, starts a module of this project with an empty environment
and reads what it wrote. The child begins by giving up what it will not need: `confine`.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
MEMORY = 512 * 1024 * 1024  # bytes of address space
CPU = 10  # seconds of processor time
OUTPUT = 32 * 1024 * 1024  # bytes that may be written to any one file
FILES = 64  # open at once


class OverrunError(Exception):
    """The child took too long, took too much, or died."""


def run(module: str, data: bytes, *, seconds: float) -> bytes:
    """Run `python -m module` on the bytes and return what it wrote. Raises OverrunError.

    `seconds` is the longest time it may take by the clock on the wall. The child inherits no
    environment (secrets, proxies) and no open file; input and output are files, so that nothing
    waits on a pipe and the output is no longer than the child's own limit.
    """
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as taken:
        given.write(data)
        given.seek(0)
        with _started(module, given, taken) as child:
            _await(child, seconds)
        taken.seek(0)
        return taken.read(OUTPUT)


def _started(module: str, given: IO[bytes], taken: IO[bytes]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  # a module of this project, named in the code
        [sys.executable, "-B", "-s", "-X", "utf8", "-m", module],
        stdin=given,
        stdout=taken,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={},
        close_fds=True,
        start_new_session=True,
    )


def _await(child: "subprocess.Popen[bytes]", seconds: float) -> None:
    try:
        code = child.wait(seconds)
    except subprocess.TimeoutExpired:
        raise OverrunError from None
    finally:
        if child.returncode is None:  # its number is still its own, so no stranger is hit
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
    if code:
        raise OverrunError


def confine() -> None:
    """Give up, for good, all but the memory, time and files that honest work takes.

    To be called by the child before it reads a byte. No process can be started from here on
    (root excepted), so that killing the group leaves nothing behind.
    """
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_NOFILE, FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (limit, limit))
