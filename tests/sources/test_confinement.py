import json
import os
import resource
import select
from pathlib import Path
from typing import Any

import pytest

from sources.confinement import CPU, MEMORY, OUTPUT, OverrunError, confine, run

MODULE = "tests.sources.misbehaving"


def run_child(name: str, *arguments: str, seconds: float = 20) -> Any:
    return json.loads(run(MODULE, json.dumps([name, *arguments]).encode(), seconds=seconds))


def test_a_child_gives_up_all_that_it_does_not_need_for_good() -> None:
    found = run_child("limits")
    assert found["RLIMIT_AS"] == [MEMORY, MEMORY]
    assert found["RLIMIT_CPU"] == [CPU, CPU]
    assert found["RLIMIT_FSIZE"] == [OUTPUT, OUTPUT]
    assert found["RLIMIT_NPROC"] == [0, 0]


def test_a_stricter_limit_of_the_system_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[int, Any] = {}
    monkeypatch.setattr(resource, "getrlimit", lambda what: (1, 2))
    monkeypatch.setattr(resource, "setrlimit", asked.__setitem__)
    confine()
    assert asked[resource.RLIMIT_AS] == (2, 2)
    assert asked[resource.RLIMIT_CORE] == (0, 0)


def test_a_child_inherits_no_secret_and_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SECRET_KEY", "not-for-children")
    with (tmp_path / "open").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        found = run_child("surroundings")
    assert set(found["environment"]) <= {"LC_CTYPE"}  # which Python itself sets
    assert not [name for name in found["files"] if name.startswith(str(tmp_path))]


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(OverrunError):
        run_child("sleeps", seconds=0.2)


def test_the_children_of_a_child_are_ended_with_it(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(OverrunError):
        run_child("leaves_a_child", str(fifo), seconds=1.5)
    assert os.read(reader, 100) == b"here"
    assert select.select([reader], [], [], 20)[0], "something still holds the other end"
    assert os.read(reader, 100) == b""
    os.close(reader)


@pytest.mark.parametrize("name", ["takes_memory", "writes_too_much", "dies", "no_such_thing"])
def test_a_child_that_takes_too_much_or_dies_gives_nothing(name: str) -> None:
    with pytest.raises(OverrunError):
        run_child(name)
