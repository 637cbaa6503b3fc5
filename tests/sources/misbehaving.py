"""Children that do what they should not, for the tests of confinement."""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from sources.confinement import confine


def limits() -> None:
    confine()
    names = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NPROC")
    found = {name: resource.getrlimit(getattr(resource, name)) for name in names}
    sys.stdout.write(json.dumps(found))


def surroundings() -> None:
    opened = [Path(f"/proc/self/fd/{number}") for number in range(3, 64)]
    files = [str(file.readlink()) for file in opened if file.is_symlink()]
    sys.stdout.write(json.dumps({"environment": dict(os.environ), "files": files}))


def sleeps() -> None:
    time.sleep(60)


def leaves_a_child(fifo: str) -> None:
    script = f"import time; f = open({fifo!r}, 'w'); f.write('here'); f.flush(); time.sleep(60)"
    subprocess.Popen([sys.executable, "-c", script])  # noqa: S603
    time.sleep(60)


def takes_memory() -> None:
    confine()
    bytearray(1 << 30)


def writes_too_much() -> None:
    confine()
    for _ in range(64):
        sys.stdout.write("x" * (1 << 20))


def dies() -> None:
    os.abort()


if __name__ == "__main__":
    name, *arguments = json.loads(sys.stdin.read())
    globals()[name](*arguments)
