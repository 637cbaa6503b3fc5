"""Processes of their own, which take and give over a pipe."""

import gc
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import django
from django.utils.module_loading import import_string


class LostError(Exception):
    """A process ended before its time."""


def started(work: Callable[..., None], *arguments: object) -> Connection:
    """Begin some work elsewhere; give this end of a pipe, the other end of which it takes first.

    When this process is killed, the work finds nothing at the other end, and is to end too.
    """
    # Spawned, not forked: no process inherits a connection to the database.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    path = f"{work.__module__}.{work.__qualname__}"
    context.Process(target=_begin, args=(path, there, arguments), daemon=True).start()
    there.close()
    return here


def received(pipe: Connection) -> Any:
    """What comes next; raises LostError if nothing will."""
    try:
        return pipe.recv()
    except (EOFError, ConnectionError) as error:
        raise LostError from error


def _begin(path: str, pipe: Connection, arguments: tuple[object, ...]) -> None:
    django.setup()  # before the work is imported, which knows the models
    gc.disable()  # rows refer to no rows, so looking for circles among them is in vain
    import_string(path)(pipe, *arguments)
