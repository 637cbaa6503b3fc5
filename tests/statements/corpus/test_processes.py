from multiprocessing.connection import Connection

import pytest

from statements.corpus.processes import LostError, received, started


def test_work_takes_a_pipe_and_what_it_was_given() -> None:
    pipe = started(echo, "a", 2)
    pipe.send("b")
    assert received(pipe) == ("a", 2, "b")


def test_work_that_ended_is_noticed() -> None:
    pipe = started(end)
    with pytest.raises(LostError):
        received(pipe)


def echo(pipe: Connection, *given: object) -> None:
    pipe.send((*given, pipe.recv()))


def end(_pipe: Connection) -> None:
    raise SystemExit(1)
